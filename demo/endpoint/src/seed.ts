/**
 * What a new database is filled with. The addresses in it are relative to the site (`articles/shaft-seals`,
 * `images/press.svg`) and are made absolute when an answer is written, so one database serves on any address.
 */

/** A publisher's whole stock at the first start. */
export interface SeedData {
  /** The publisher's name: the title of its feed. */
  readonly name: string;
  /** The language of the site, a BCP 47 tag. */
  readonly language: string;
  /** The reactions that readers may choose, in the order of the buttons. */
  readonly kinds: readonly SeedKind[];
  readonly sections: readonly SeedSection[];
  readonly authors: readonly SeedAuthor[];
  readonly articles: readonly SeedArticle[];
}

export interface SeedKind {
  /** The name in the wire format: `[a-z0-9-]`, up to 32 characters. */
  readonly kind: string;
  /** The words on the button, by language. */
  readonly label: {readonly en: string; readonly ru: string};
  /** The address of a picture (with a `/` in it), or up to 8 characters, say an emoji. */
  readonly icon: string;
}

export interface SeedSection {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
}

export interface SeedAuthor {
  /** Unique: articles name their authors by it. */
  readonly name: string;
  readonly url?: string;
}

export interface SeedArticle {
  readonly id: string;
  /** Unique; the last part of the address. */
  readonly slug: string;
  /** The article's language, a BCP 47 tag. */
  readonly lang: string;
  readonly title: string;
  readonly standfirst: string;
  /** Paragraphs of plain text; the answers for one article hold them, lists hold the standfirst. */
  readonly body?: readonly string[];
  /** The id of a section. */
  readonly section: string;
  /** Names of authors. */
  readonly authors: readonly string[];
  /** ISO 8601 with a time zone: `2026-11-21T09:30:00+03:00`. */
  readonly date: string;
  readonly modified?: string;
  /** The page's address, where it is not `articles/{slug}`. */
  readonly url?: string;
  /** The absolute address of the original, where the article first appeared elsewhere. A further name of the article. */
  readonly canonical?: string;
  readonly image?: SeedImage;
  readonly kicker?: string;
  readonly label?: 'news' | 'live' | 'updated' | 'opinion' | 'sponsored' | 'advertorial';
  readonly sponsor?: {readonly name: string; readonly url?: string};
  readonly access?: 'free' | 'metered' | 'subscriber';
  readonly tags?: readonly string[];
  /** Views so far. Their spread over the days since publication is made up, always in the same way. */
  readonly views: number;
  /** How often each kind was chosen so far. */
  readonly reactions: Readonly<Record<string, number>>;
  /** How many readers chose: not more than the sum of reactions, not fewer than the largest of them. */
  readonly people: number;
  readonly comments?: number;
  /** False: the numbers are shown, nobody may react any more. */
  readonly reactions_open?: boolean;
  /** The text of a correction. */
  readonly corrected?: string;
  /** ISO 8601: from then on lists leave the article out. */
  readonly expires?: string;
  /** True: withdrawn. It keeps its id, answers `gone` and is in no list. */
  readonly gone?: boolean;
}

export interface SeedImage {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly credit?: string;
}

/** Fills an empty storage; returns false, and changes nothing, where there is something already. */
export const seed = (storage: Fillable, data: SeedData, at = Date.now()): Promise<boolean> => storage.fill(data, at);

/** The one method of a storage that is needed here. */
interface Fillable {
  fill(data: SeedData, at: number): Promise<boolean>;
}

/**
 * What the application asks of a database. Every write is one transaction, and what it answers is what it committed.
 * Moments are integer milliseconds since 1970 UTC, days are whole UTC days since 1970.
 */
import type {SeedArticle, SeedAuthor, SeedData, SeedKind, SeedSection} from '../seed.js';

export interface Storage {
  /** What the publisher is; undefined while the database is empty. */
  about(): Promise<About | undefined>;

  /** Fills an empty database, in one transaction; false, and nothing changed, where it holds something already. */
  fill(data: SeedData, at: number): Promise<boolean>;

  /** Own ids by name. A name is an id, an address as stored (see `Article.url`) or a canonical address. */
  resolve(names: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** Articles by own id, withdrawn ones included, in the order asked; unknown ids are left out. */
  articles(ids: readonly string[]): Promise<readonly Article[]>;

  list(query: ListQuery): Promise<ListPage>;

  /** The next older and the next newer article by date, then id; undefined for an unknown id. */
  adjacent(id: string, filter: Filter): Promise<Adjacent | undefined>;

  /** Numbers by own id, without withdrawn and unknown articles. */
  counts(ids: readonly string[]): Promise<readonly Counted[]>;

  /** The numbers of the articles with most views since a day, then in all. */
  busiest(limit: number, since: number): Promise<readonly Counted[]>;

  /** Ids of withdrawn articles, newest first. */
  gone(limit: number): Promise<readonly string[]>;

  /** Counts a view unless its key was seen before. */
  view(view: View): Promise<ViewResult>;

  /** Replaces what a reader chose, unless a later wish is known already. */
  react(reaction: Reaction): Promise<ReactionResult>;

  close(): Promise<void>;
}

/** The head of the seed: everything but the articles. */
export interface About {
  readonly name: string;
  readonly language: string;
  readonly kinds: readonly SeedKind[];
  readonly sections: readonly SeedSection[];
  readonly authors: readonly SeedAuthor[];
}

/** What was written about an article, and its numbers. */
export interface Article extends Numbers {
  readonly id: string;
  /** Relative to the site, or absolute; the same in every answer of the same database. */
  readonly url: string;
  readonly date: number;
  readonly expires?: number;
  readonly isGone: boolean;
  readonly isOpen: boolean;
  readonly text: Text;
  /** Only in lists with a `since`. */
  readonly viewsInPeriod?: number;
}

/** What is only shown: nothing selects or sorts by it. */
export type Text = Omit<SeedArticle, 'id' | 'url' | 'date' | 'section' | 'authors' | keyof SeedNumbers> & {
  readonly section: SeedSection;
  readonly authors: readonly SeedAuthor[];
};

type SeedNumbers = Pick<SeedArticle, 'views' | 'reactions' | 'people' | 'comments' | 'gone' | 'reactions_open'>;

export interface Numbers {
  readonly views: number;
  readonly reactions: Readonly<Record<string, number>>;
  readonly people: number;
  readonly comments?: number;
  /** When the newest change in these numbers was committed; grows strictly with every change. */
  readonly asOf: number;
}

export interface Counted extends Numbers {
  readonly id: string;
}

export const sorts = ['newest', 'popular', 'discussed', 'related'] as const;

export type Sort = (typeof sorts)[number];

/** All words are folded (`fold.ts`) before they come here. */
export interface Filter {
  /** Articles that expired before this moment are left out. */
  readonly now: number;
  readonly section?: string;
  readonly tag?: string;
  readonly author?: string;
  /** Every one of these words occurs in title, standfirst, authors or tags. */
  readonly words?: readonly string[];
  /** `ru` is also `ru-RU`. */
  readonly lang?: string;
  /** Own id of the article that those in the list have something in common with. */
  readonly relatedTo?: string;
}

export interface ListQuery extends Filter {
  readonly sort: Sort;
  readonly limit: number;
  /** The first day of the period in which views are counted. */
  readonly since?: number;
  /** The place of the last article of the page before. */
  readonly after?: Place;
}

/** Where an article stands in a sort: falling ranks, then falling date, then falling id. */
export interface Place {
  readonly ranks: readonly number[];
  readonly date: number;
  readonly id: string;
}

export interface ListPage {
  readonly articles: readonly Article[];
  /** How many articles match in all. */
  readonly total: number;
  /** The place of the last one, where more follow. */
  readonly next?: Place;
}

export interface Adjacent {
  readonly previous?: Article;
  readonly next?: Article;
}

export interface View {
  readonly article: string;
  readonly key: string;
  readonly site?: string;
  readonly at: number;
}

export interface Reaction {
  readonly article: string;
  readonly reader: string;
  readonly seq: number;
  /** Sorted, each once. */
  readonly kinds: readonly string[];
  readonly site?: string;
  readonly at: number;
}

export type ViewResult = {readonly views: number; readonly asOf: number} | Refusal;

export type ReactionResult =
  | {
      readonly reactions: Readonly<Record<string, number>>;
      readonly people: number;
      readonly mine: readonly string[];
      readonly asOf: number;
    }
  | Refusal;

/** Why nothing was written. */
export interface Refusal {
  readonly refused: 'unknown' | 'gone' | 'closed';
}

/** The database did not answer in time because others were writing; the same request may succeed a little later. */
export class StorageBusy extends Error {
  override name = 'StorageBusy';
}

import type {Numbers} from './numbers.js';

/** What an article is marked as; anything but `news` is told to the reader. */
export type Label = 'news' | 'live' | 'updated' | 'opinion' | 'sponsored' | 'advertorial';
export const labels: readonly Label[] = ['news', 'live', 'updated', 'opinion', 'sponsored', 'advertorial'];

/** Who may read the article. */
export type Access = 'free' | 'metered' | 'subscriber';
export const accesses: readonly Access[] = ['free', 'metered', 'subscriber'];

/** A part of the site that articles belong to. */
export interface Section {
  readonly id: string;
  /** Never empty. */
  readonly title: string;
  readonly url?: string;
}

/** The picture of an article. */
export interface Image {
  readonly url: string;
  /** Text for those who do not see the picture; empty for a mere decoration. */
  readonly alt: string;
  /** Pixels; width and height come together or not at all. */
  readonly width?: number;
  readonly height?: number;
  readonly credit?: string;
}

/** Who paid for the article. */
export interface Sponsor {
  readonly name: string;
  readonly url?: string;
}

/**
 * One article as the page may trust it: made by `readArticle`, and only there.
 * Texts are well-formed Unicode without control characters, addresses are absolute http or https, moments are ms since 1970 UTC.
 */
export interface Article extends Numbers {
  /** The endpoint's own name for it; never empty. */
  readonly id: string;
  /** Other names by which it may be asked for: its `url` and `canonical`. */
  readonly aliases: readonly string[];
  /** Absent where the endpoint gives none that may be followed. */
  readonly url?: string;
  /** Never empty. */
  readonly title: string;
  readonly standfirst?: string;
  readonly published?: number;
  readonly modified?: number;
  readonly authors: readonly string[];
  readonly section?: Section;
  readonly image?: Image;
  readonly kicker?: string;
  readonly label?: Label;
  readonly access?: Access;
  readonly sponsor?: Sponsor;
  /** What was corrected, or when, in the publisher's words. */
  readonly corrected?: string;
  /** After this moment the article is no longer shown. */
  readonly expires?: number;
  /** False: numbers without buttons. */
  readonly reactionsOpen: boolean;
  /** Withdrawn: to be removed wherever it is shown. */
  readonly isGone: boolean;
}

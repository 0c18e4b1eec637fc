/** The words that Presslet says to readers, as a language has to give them. */

import type {Access, Label} from '../model/article.js';

/**
 * One text per plural category of the language (`Intl.PluralRules`); what a language does not tell apart is left out.
 * Russian needs `one` (1, 21), `few` (2–4) and `many` (0, 5–20); English `one` and `other`.
 */
export interface Plural {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** A name in braces stands for a value: `{n}` for the number that picks the plural, others for texts. */
export interface Messages {
  /** `{n}` readings of an article. */
  readonly views: Plural;
  /** `{n}` readers who chose a kind, or reacted at all. */
  readonly people: Plural;
  readonly comments: Plural;
  /** `{n}` reactions of all kinds. */
  readonly reactionsTotal: Plural;
  /** `{n}` articles came when more were asked for. */
  readonly shown: Plural;

  /** Names a list that the page gives no name. */
  readonly list: string;
  readonly loading: string;
  readonly empty: string;
  readonly failed: string;
  /** What the reader can do after `failed`. */
  readonly failedHint: string;
  readonly retry: string;
  /** The list could not be renewed; it is from `{time}`. */
  readonly stale: string;
  readonly offline: string;
  readonly more: string;

  /** Names the navigation between articles. */
  readonly nav: string;
  readonly previous: string;
  readonly next: string;
  /** Stands where a next, and a previous, article would. */
  readonly newest: string;
  readonly oldest: string;

  /** Names the group of reactions. */
  readonly reactionsLabel: string;
  /** The endpoint has taken the reader's reactions `{kinds}`, or that they were taken back. */
  readonly reacted: string;
  readonly withdrawn: string;
  /** The reader's wish will be sent when the endpoint can be had again; or it was not taken. */
  readonly waiting: string;
  readonly refused: string;

  /** Kind of reaction → its label. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly labels: Readonly<Partial<Record<Label, string>>>;
  readonly accesses: Readonly<Partial<Record<Access, string>>>;
}

/** The groups of words that are looked up by another name. */
export type WordGroup = 'kinds' | 'labels' | 'accesses';
export type MessageName = Exclude<keyof Messages, WordGroup>;

/** Some of the messages of a language. */
export type Words = Partial<Messages>;

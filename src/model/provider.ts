/**
 * What an endpoint can offer. Each method is optional: a missing one means that the endpoint cannot do it.
 * Answers are plain, unchecked records in the shape of the wire format; the store, and only the store, reads them.
 * A page may hand in its own provider (`source.provider`). A method may reject with whatever it likes.
 */
export interface Provider {
  /** The list that a query names, or its next page (`cursor` is an earlier answer's `next`). */
  list?(query: Query, options: CallOptions): Promise<ListAnswer>;
  /** The articles of these ids, in any order; unknown ones are left out. */
  byId?(ids: readonly string[], options: CallOptions): Promise<ListAnswer>;
  adjacent?(id: string, options: AdjacentOptions): Promise<AdjacentAnswer>;
  /**
   * The numbers of these articles; without ids those of the site's busiest articles, one answer for every page.
   * Without ids `undefined` (not a promise) where the endpoint has no such answer.
   */
  counts?(ids: readonly string[] | undefined, options: CallOptions): Promise<CountsAnswer> | undefined;
  /** Counts one view. The same key counts once. Answers `{views, as_of}`. */
  view?(id: string, options: ViewOptions): Promise<unknown>;
  /** Says what this reader has chosen. Answers `{reactions, people, mine, as_of}`. */
  react?(id: string, wish: Wish, options: CallOptions): Promise<unknown>;
  /** The endpoint's description, where it has one: unchecked, as `readDescription` takes it. */
  readonly description?: unknown;
}

export interface CallOptions {
  readonly signal: AbortSignal;
}

/** Among which articles the neighbours are looked for. What is absent is not asked for. */
export interface AdjacentOptions extends CallOptions, Pick<Query, 'section' | 'sectionOf' | 'lang' | 'site'> {}

export interface ViewOptions extends CallOptions {
  /** 16 to 64 of `[A-Za-z0-9_-]`, the same for every repeat of one view. */
  readonly key: string;
  readonly site?: string;
  /** Whether the page is being left, so that the request must outlive it. */
  readonly isLeaving?: boolean;
}

/** The reader's choice for one article. */
export interface Wish {
  readonly reader: string;
  readonly seq: number;
  readonly reactions: readonly string[];
  readonly site?: string;
}

export type Sort = 'newest' | 'popular' | 'discussed' | 'related';
export const sorts: readonly Sort[] = ['newest', 'popular', 'discussed', 'related'];
export type Period = 'day' | 'week' | 'month' | 'year';
export const periods: readonly Period[] = ['day', 'week', 'month', 'year'];

/** Which articles are wanted. What is absent is not asked for. */
export interface Query {
  readonly ids?: readonly string[];
  readonly limit?: number;
  /** Left out by whoever keeps the list, by any of their names; a provider never sees it, only a larger `limit`. */
  readonly exclude?: readonly string[];
  readonly cursor?: string;
  readonly section?: string;
  /** The section of this article, so that a list need not wait until the article is known. */
  readonly sectionOf?: string;
  readonly relatedTo?: string;
  readonly tag?: string;
  readonly author?: string;
  readonly query?: string;
  readonly sort?: Sort;
  readonly period?: Period;
  readonly lang?: string;
  readonly site?: string;
}

/** A list as an endpoint gave it. */
export interface ListAnswer {
  /** Unchecked items of the wire format. */
  readonly items: unknown;
  /** What `cursor` must be for the next page; whatever is no non-empty text means that there is none. */
  readonly next?: unknown;
  /** How many articles the query has in all. */
  readonly total?: unknown;
  /** When a popular list was computed. */
  readonly computed?: unknown;
  /** What relative addresses in the items are relative to. */
  readonly base: string;
}

export interface AdjacentAnswer {
  /** The next older article, unchecked; null at the end. */
  readonly previous: unknown;
  /** The next newer article, unchecked; null at the end. */
  readonly next: unknown;
  readonly base: string;
}

export interface CountsAnswer {
  /** `{[id]: {id?, views, reactions, people, comments, as_of}}`, unchecked. */
  readonly counts: unknown;
  /** Ids of withdrawn articles, unchecked. */
  readonly gone?: unknown;
}

/** The numbers of an article, each with what is known about the report that brought it. */

/** One group of numbers as an endpoint reported it. */
export interface Reported<T> {
  readonly value: T;
  /** When the newest change in this value was committed, in ms since 1970 UTC; absent where the endpoint does not say. */
  readonly asOf?: number;
  /** Which request brought it: requests are numbered in the order in which they started. */
  readonly order: number;
  /** The answer to the reader's own write, and so newer than whatever was requested before it. */
  readonly isOwn?: boolean;
  /** The order of the reader's latest own answer in this group, kept by merging: what was requested before it never counts. */
  readonly ownOrder?: number;
}

/** How often each kind was chosen, and by how many readers. */
export interface Reactions {
  /** Kind → number, in the endpoint's order; never negative. */
  readonly kinds: ReadonlyMap<string, number>;
  /** Readers who reacted; absent where the endpoint does not say. Not the sum: one reader may choose several kinds. */
  readonly people?: number;
}

/** The three groups that are merged apart. */
export interface Numbers {
  readonly views?: Reported<number>;
  readonly reactions?: Reported<Reactions>;
  readonly comments?: Reported<number>;
}

export type NumberGroup = keyof Numbers;
export const numberGroups: readonly NumberGroup[] = ['views', 'reactions', 'comments'];

/** An article in memory with its numbers, counted from the rows each time. */
import type {Article, Counted} from './port.js';
import type {Stock} from './stock.js';

/** An article, and what was written about it since. */
export interface Held {
  readonly stock: Stock;
  asOf: number;
  /** View keys, and the day of each. */
  readonly viewed: Map<string, number>;
  readonly readers: Map<string, {readonly kinds: readonly string[]; readonly seq: number}>;
}

export const viewsOf = ({stock, viewed}: Held): number => stock.views + viewed.size;

export const viewsSince = ({stock, viewed}: Held, since: number): number => {
  let views = 0;
  for (const [day, count] of stock.viewDays) if (day >= since) views += count;
  for (const day of viewed.values()) if (day >= since) views += 1;
  return views;
};

export const peopleOf = ({stock, readers}: Held): number =>
  stock.people + [...readers.values()].filter(({kinds}) => kinds.length > 0).length;

export const countedOf = (held: Held): Counted => {
  const {stock, readers, asOf} = held;
  const reactions = new Map(Object.entries(stock.reactions));
  for (const {kinds} of readers.values()) for (const kind of kinds) reactions.set(kind, (reactions.get(kind) ?? 0) + 1);
  return {
    id: stock.id,
    views: viewsOf(held),
    reactions: Object.fromEntries([...reactions].filter(([, count]) => count > 0).sort(byName)),
    people: peopleOf(held),
    ...(stock.comments !== undefined && {comments: stock.comments}),
    asOf,
  };
};

const byName = ([a]: readonly [string, number], [b]: readonly [string, number]): number => (a < b ? -1 : 1);

export const articleOf = (held: Held, since?: number): Article => {
  const {url, date, expires, isGone, isOpen, text} = held.stock;
  return {
    ...countedOf(held),
    url,
    date,
    ...(expires !== undefined && {expires}),
    isGone,
    isOpen,
    text,
    ...(since !== undefined && {viewsInPeriod: viewsSince(held, since)}),
  };
};

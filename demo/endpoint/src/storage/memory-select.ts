/** Which articles a list holds, and where they stand in it: the memory storage's answer to `select.ts`. */
import {peopleOf, viewsOf, viewsSince, type Held} from './held.js';
import type {Filter, ListQuery} from './port.js';
import {weights} from './rank.js';
import type {Stock} from './stock.js';

export const matches = (stock: Stock, filter: Filter, related: Stock | undefined): boolean =>
  !stock.isGone &&
  (stock.expires === undefined || stock.expires > filter.now) &&
  (filter.section === undefined || stock.section === filter.section) &&
  (filter.tag === undefined || stock.tags.includes(filter.tag)) &&
  (filter.author === undefined || stock.authors.includes(filter.author)) &&
  (filter.words ?? []).every((word) => stock.search.includes(word)) &&
  (filter.lang === undefined || stock.lang === filter.lang || stock.lang.startsWith(`${filter.lang}-`)) &&
  (filter.relatedTo === undefined || (related !== undefined && related !== stock && kinship(stock, related) > 0));

export const ranksOf = (held: Held, {sort, since}: ListQuery, related: Stock | undefined): readonly number[] => {
  const {stock} = held;
  if (sort === 'newest') return [];
  if (sort === 'popular') return since === undefined ? [viewsOf(held)] : [viewsSince(held, since), viewsOf(held)];
  if (sort === 'discussed') return [stock.comments ?? 0, peopleOf(held)];
  return [related ? kinship(stock, related) : 0];
};

/** How much two articles have in common. */
const kinship = (a: Stock, b: Stock): number =>
  weights.tag * shared(a.tags, b.tags) +
  weights.section * Number(a.section === b.section) +
  weights.author * shared(a.authors, b.authors);

const shared = (a: readonly string[], b: readonly string[]): number => a.filter((entry) => b.includes(entry)).length;

/** Finds the articles beside one in the lists of an endpoint that names no neighbours: a feed, say. One chunk. */
import type {Article} from '../model/article.js';
import {Failure} from '../model/failure.js';
import {readArticle} from '../model/item.js';
import type {AdjacentAnswer, AdjacentOptions, Provider} from '../model/provider.js';
import {member} from '../model/untrusted.js';

interface Found {
  readonly article: Article;
  /** As the endpoint gave it. */
  readonly item: unknown;
}

/** An article that stands further back than this many pages of a list is not looked for. */
const mostPages = 4;
const perPage = 50;
/** Entries read of one page, which may be a whole feed. */
const mostEntries = 500;

/** Asks for the newest articles up to the one wanted and the one behind it. */
export const searchIn = async (
  provider: Provider,
  name: string,
  {signal, ...wish}: AdjacentOptions,
): Promise<AdjacentAnswer> => {
  const found: Found[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages && !signal.aborted; page++) {
    const answer = await provider.list?.({...wish, limit: perPage, ...(cursor !== undefined && {cursor})}, {signal});
    const base = member(answer, 'base');
    const entries = readEntries(member(answer, 'items'), typeof base === 'string' ? base : '');
    found.push(...entries);
    const sorted = inOrder(found);
    const at = sorted.findIndex(({article: {id, aliases}}) => id === name || aliases.includes(name));
    const older = sorted[at + 1]?.item;
    const next = member(answer, 'next');
    const isEnd = entries.length === 0 || typeof next !== 'string' || next === '' || next === cursor;
    if (at >= 0 && (older !== undefined || isEnd)) {
      // A feed mostly ends long before the site does: only where it says how many there are its last one is the oldest.
      const last = member(answer, 'total') === found.length ? null : undefined;
      const newer = at > 0 ? sorted[at - 1]?.item : null;
      return {previous: older ?? last, next: newer, base: typeof base === 'string' ? base : ''};
    }
    if (isEnd) break;
    cursor = next;
  }
  throw new Failure('unsupported', `The endpoint names no neighbours, and “${name}” is not found in its lists.`);
};

const readEntries = (items: unknown, base: string): readonly Found[] =>
  Array.isArray(items)
    ? items.slice(0, mostEntries).flatMap((item: unknown) => {
        const article = readArticle(item, {base, order: 0, tell: () => undefined});
        return article ? {article, item} : [];
      })
    : [];

/** The newest first. Where a date is missing, the endpoint's order is all there is. */
const inOrder = (found: readonly Found[]): readonly Found[] =>
  found.every(({article}) => article.published !== undefined)
    ? [...found].sort((one, other) => (other.article.published ?? 0) - (one.article.published ?? 0))
    : found;

/** One answer to a list, read from what a provider gave, which may be anything. */
import type {Article} from '../model/article.js';
import {readCount} from '../model/count.js';
import {Failure} from '../model/failure.js';
import {readArticle} from '../model/item.js';
import {known} from '../model/known.js';
import {readMoment} from '../model/moment.js';
import {inSlices} from '../model/slices.js';
import {within, type Tell} from '../model/tell.js';
import {member} from '../model/untrusted.js';
import type {Ports} from './ports.js';

export interface Page {
  readonly articles: readonly Article[];
  /** Where more is to be had. */
  readonly next: string | undefined;
  readonly facts: {readonly total?: number; readonly computed?: number};
}

/** More than any page shows; what comes after is not read. */
const most = 10_000;

/** Short lists are read at once, long ones in slices. */
export const readPage = async (
  answer: unknown,
  order: number,
  {tell, pause}: Ports,
  signal: AbortSignal,
): Promise<Page> => {
  const of = (name: string): unknown => member(answer, name);
  const items = of('items');
  if (!Array.isArray(items)) throw new Failure('unreadable', 'The answer holds no list of articles.');
  const articles: Article[] = [];
  const read = readInto(articles, items, String(of('base')), order, tell);
  await inSlices(Math.min(items.length, most), read, pause, signal);
  const next = of('next');
  return {
    articles,
    next: typeof next === 'string' && next ? next : undefined,
    facts: known({
      total: readCount(of('total'), 'total', tell),
      computed: readMoment(of('computed'), 'computed', tell),
    }),
  };
};

/** Reads the item at an index into `articles`. */
export const readInto =
  (articles: Article[], items: readonly unknown[], base: string, order: number, tell: Tell) =>
  (index: number): void => {
    const article = readArticle(member(items, `${index}`), {base, order, tell: within(tell, `items.${index}`)});
    if (article) articles.push(article);
  };

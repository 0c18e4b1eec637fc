/** One answer to a list, read from what a provider gave, which may be anything. */
import type {Article} from '../model/article.js';
import {readCount} from '../model/count.js';
import {Failure} from '../model/failure.js';
import {readArticle} from '../model/item.js';
import {readMoment} from '../model/moment.js';
import {inSlices} from '../model/slices.js';
import {within} from '../model/tell.js';
import {member} from '../model/untrusted.js';
import type {Ports} from './ports.js';

export interface Page {
  readonly articles: readonly Article[];
  /** Where more is to be had. */
  readonly next: string | undefined;
  readonly total: number | undefined;
  readonly computed: number | undefined;
}

/** More than any page shows; what comes after is not read. */
const most = 10_000;

export const readPage = async (
  answer: unknown,
  order: number,
  {tell, pause}: Ports,
  signal: AbortSignal,
): Promise<Page> => {
  const list = member(answer, 'items');
  if (!Array.isArray(list)) throw new Failure('unreadable', 'The answer holds no list of articles.');
  const base = member(answer, 'base');
  const next = member(answer, 'next');
  const articles = await readArticles(list, typeof base === 'string' ? base : '', order, {tell, pause}, signal);
  return {
    articles,
    next: typeof next === 'string' && next !== '' ? next : undefined,
    total: readCount(member(answer, 'total'), 'total', tell),
    computed: readMoment(member(answer, 'computed'), 'computed', tell),
  };
};

/** Short lists are read at once; long ones in slices. */
export const readArticles = async (
  items: readonly unknown[],
  base: string,
  order: number,
  {tell, pause}: Pick<Ports, 'tell' | 'pause'>,
  signal?: AbortSignal,
): Promise<readonly Article[]> => {
  const articles: Article[] = [];
  const read = (index: number): void => {
    const article = readArticle(member(items, String(index)), {base, order, tell: within(tell, `items.${index}`)});
    if (article) articles.push(article);
  };
  await inSlices(Math.min(items.length, most), read, pause, signal);
  return articles;
};

/** Finds the articles beside one: as the provider names them, else in its list. */
import type {Article} from '../model/article.js';
import {Failure, failureOf} from '../model/failure.js';
import {readArticle} from '../model/item.js';
import type {AdjacentAnswer, AdjacentOptions, Provider} from '../model/provider.js';
import {within} from '../model/tell.js';
import {member} from '../model/untrusted.js';
import {readPage} from './page.js';
import type {Ports} from './ports.js';

/** Among which articles neighbours are looked for. What is absent is not asked for. */
export type AdjacentWish = Omit<AdjacentOptions, 'signal'>;

/** Null where there is none, because the article is the oldest or the newest; undefined where nobody knows. */
export interface Neighbours<T> {
  /** The next older one. */
  readonly previous: T | null | undefined;
  /** The next newer one. */
  readonly next: T | null | undefined;
}

export type Beside = Neighbours<Article>;

interface Context {
  readonly order: number;
  readonly ports: Ports;
  readonly signal: AbortSignal;
}

/** Undefined where the provider has neither neighbours nor lists. */
export const besideIn = (
  provider: Provider,
  name: string,
  wish: AdjacentWish,
  context: Context,
): Promise<Beside> | undefined => {
  if (!provider.adjacent) return provider.list && searchIn(provider, name, wish, context);
  return provider.adjacent(name, {...wish, signal: context.signal}).then(
    (answer) => readBeside(answer, context),
    async (thrown: unknown) => {
      // Our own format may say only now that it cannot do this.
      if (failureOf(thrown).kind !== 'unsupported' || !provider.list) throw thrown;
      return searchIn(provider, name, wish, context);
    },
  );
};

const readBeside = (answer: AdjacentAnswer, {order, ports}: Context): Beside => {
  const base = member(answer, 'base');
  const read = (name: keyof Beside): Article | null | undefined => {
    const item = member(answer, name);
    const context = {base: typeof base === 'string' ? base : '', order, tell: within(ports.tell, name)};
    return item === null || item === undefined ? item : readArticle(item, context);
  };
  const beside = {previous: read('previous'), next: read('next')};
  if (beside.previous === undefined && beside.next === undefined)
    throw new Failure('unreadable', 'The answer names no neighbours.');
  return beside;
};

/** An article that stands further back than this many pages of a list is not looked for. */
const mostPages = 4;

/** The newest articles up to the one wanted and the one behind it. */
const searchIn = async (
  {list}: Provider,
  name: string,
  wish: AdjacentWish,
  {order, ports, signal}: Context,
): Promise<Beside> => {
  const found: Article[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const answer = await list?.({...wish, limit: 50, ...(cursor !== undefined && {cursor})}, {signal});
    const {articles, next, total} = await readPage(answer, order, ports, signal);
    found.push(...articles);
    const sorted = inOrder(found);
    const at = sorted.findIndex(({id, aliases}) => id === name || aliases.includes(name));
    const older = sorted[at + 1];
    const isEnd = articles.length === 0 || next === undefined || next === cursor;
    // A feed mostly ends long before the site does: only where it says how many there are the last one is the oldest.
    if (at >= 0 && (older ?? isEnd))
      return {previous: older ?? (total === found.length ? null : undefined), next: at > 0 ? sorted[at - 1] : null};
    if (isEnd) break;
    cursor = next;
  }
  throw new Failure('unsupported', `The endpoint has only lists, and “${name}” is not found in them.`);
};

/** The newest first. Where a date is missing, the endpoint's order is all there is. */
const inOrder = (articles: readonly Article[]): readonly Article[] =>
  articles.every(({published}) => published !== undefined)
    ? [...articles].sort((one, other) => (other.published ?? 0) - (one.published ?? 0))
    : articles;

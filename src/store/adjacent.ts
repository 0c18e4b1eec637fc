/** The articles before and after one: a list of two, of which each has its side. */
import {failureOf} from '../model/failure.js';
import {readArticle} from '../model/item.js';
import {lazy} from '../model/lazy.js';
import type {AdjacentAnswer, AdjacentOptions, ListAnswer, Provider} from '../model/provider.js';
import {member} from '../model/untrusted.js';
import type {Core} from './core.js';
import {loadLater} from './later.js';
import {createListQuery, type ListQuery} from './list-query.js';

/** Among which articles neighbours are looked for. What is absent is not asked for. */
export type AdjacentWish = Omit<AdjacentOptions, 'signal'>;

export type Side = 'previous' | 'next';

export interface AdjacentQuery extends ListQuery {
  /**
   * Own id of the next older, or next newer, article. Null where there is none, because the article is the oldest, or
   * the newest; undefined where nobody knows.
   */
  at(side: Side): string | null | undefined;
}

/** @param name - Id or alias of the article whose neighbours are wanted. */
export const createAdjacent = (core: Core, name: string, wish: AdjacentWish = {}): AdjacentQuery => {
  const {ask, table} = core;
  const own = (id: string): string => table.idOf(id) ?? id;
  let named: Named = {};

  const asList = (provider: Provider, signal: AbortSignal): Provider => ({
    list: async () => {
      const answer = await besideIn(provider, name, {...wish, signal});
      // What comes for a question that was taken back is stale.
      if (!signal.aborted) named = {previous: idOf(answer, 'previous'), next: idOf(answer, 'next')};
      return listOf(answer);
    },
  });
  const list = createListQuery(
    {},
    {
      ...core,
      ask: (call, outer) => ask((provider, signal) => call(asList(provider, signal), signal), outer),
      wantCounts: () => () => undefined,
      load: loadLater,
    },
  );

  // For a neighbour that was withdrawn the endpoint has another one.
  let shown: readonly string[] = [];
  list.subscribe(() => {
    const isLess = shown.some((id) => table.isGone(id));
    shown = list.state.ids;
    if (isLess && list.state.activity === 'idle') list.refresh();
  });
  return Object.assign(list, {
    at: (side: Side) => {
      const id = named[side];
      if (typeof id !== 'string') return id;
      // An endpoint that looks for what is "before this moment" may answer with the article itself.
      return own(id) !== own(name) && list.state.ids.includes(own(id)) ? own(id) : undefined;
    },
  });
};

type Named = {readonly [S in Side]?: string | null | undefined};

/** What is needed only where an endpoint names no neighbours. */
const loadSearch = lazy(() => import('./neighbour-search.js'));

const besideIn = async (provider: Provider, name: string, options: AdjacentOptions): Promise<AdjacentAnswer> => {
  try {
    if (provider.adjacent) return await provider.adjacent(name, options);
  } catch (thrown) {
    // Our own format may say only now that it cannot do this.
    if (failureOf(thrown).kind !== 'unsupported') throw thrown;
  }
  const {searchIn} = await loadSearch();
  return searchIn(provider, name, options);
};

const baseOf = (answer: unknown): string => {
  const base = member(answer, 'base');
  return typeof base === 'string' ? base : '';
};

const idOf = (answer: unknown, side: Side): string | null | undefined => {
  const item = member(answer, side);
  return item === null ? item : readArticle(item, {base: baseOf(answer), order: 0, tell: () => undefined})?.id;
};

/** An end is an answer, silence is none. */
const listOf = (answer: unknown): ListAnswer => {
  const items = [member(answer, 'previous'), member(answer, 'next')].filter((item) => item !== undefined);
  return {items: items.length > 0 ? items.filter((item) => item !== null) : undefined, base: baseOf(answer)};
};

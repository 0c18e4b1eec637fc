/** All that a page knows from one endpoint, and the only place that asks it. */
import type {Article} from '../model/article.js';
import type {Description} from '../model/description.js';
import {Failure, failureOf} from '../model/failure.js';
import {lazy} from '../model/lazy.js';
import type {Provider, Query} from '../model/provider.js';
import {inSlices} from '../model/slices.js';
import {within, type Tell} from '../model/tell.js';
import {member} from '../model/untrusted.js';
import {createAsk} from './asking.js';
import type {Core} from './core.js';
import {loadLater} from './later.js';
import {createListQuery, type ListQuery} from './list-query.js';
import {createListeners, type Signal} from './listeners.js';
import {readInto} from './page.js';
import type {Ports} from './ports.js';
import {ArticleTable, type Table} from './table.js';
import type {ViewWish} from './view.js';

export interface Store {
  /** What parts that only some widgets need, and so import themselves, work with. */
  readonly core: Core;
  readonly table: Table;
  /** Known soon after the provider is open and has one. */
  readonly description: Signal<Description | undefined>;
  /** A list, which asks nothing before it is started. */
  list(query: Query): ListQuery;
  /** Asks for the numbers of these, with whatever else is wanted now. @returns Says that they are no longer wanted. */
  wantCounts(names: readonly string[]): () => void;
  /** Asks again for all numbers that are wanted, also for those that would be asked for by themselves in a while. */
  refreshCounts(): void;
  /**
   * Takes in what the page itself holds. It is older than any answer: it fills what is not known yet.
   *
   * @returns The own ids.
   */
  adopt(items: readonly unknown[], base: string): readonly string[];
  /** The same for many, in slices. */
  adoptInSlices(items: readonly unknown[], base: string, signal?: AbortSignal): Promise<readonly string[]>;
  /** Nothing that the endpoint answers is taken in before this is settled: what the page holds comes first. */
  hold(until: Promise<unknown>): void;
  /** Counts one view. Rejects with a `Failure`; it is not sent again. */
  view(name: string, wish: ViewWish): Promise<void>;
}

/**
 * @param base - The endpoint's address, which relative addresses in its description are relative to.
 * @param load - Fetches the chunk of what no first rendering needs.
 */
export const createStore = (open: () => Promise<Provider>, ports: Ports, base = '', load = loadLater): Store => {
  const {tell} = ports;
  const table = new ArticleTable(tell);
  const [description, check] = createDescription(tell, async (said) => {
    const [{readDescription}, document] = await Promise.all([load(), said]);
    return readDescription(document, base, within(tell, 'description'));
  });
  let requests = 0;
  let held: Promise<unknown> = Promise.resolve();
  const wanted = new Set<readonly string[]>();
  const core = {
    ask: createAsk(lazy(open), ports, check, () => held),
    table,
    ports,
    wanted,
    nextOrder: () => ++requests,
  };
  const countAll = (isAnew: boolean): void => {
    // Nothing is lost: whoever wants next tries again for all.
    const fail = (thrown: unknown): void => tell('counts', `not asked for: ${failureOf(thrown).message}`);
    load().then(({askCounts}) => askCounts(core, isAnew), fail);
  };
  const wantCounts = (names: readonly string[]): (() => void) => {
    // A list of its own: the same may be wanted twice, and each is given up alone.
    const own = [...names];
    wanted.add(own);
    countAll(false);
    return () => void wanted.delete(own);
  };
  return {
    ...createAdopting(table, ports),
    core,
    table,
    description,
    hold(until) {
      held = Promise.allSettled([held, until]);
    },
    list: (query) => createListQuery(query, {...core, wantCounts, load}),
    wantCounts,
    refreshCounts: () => countAll(true),
    view: (name, wish) => guarded(load().then(({sendView}) => sendView(core, name, wish))),
  };
};

/** Rejects with nothing but a `Failure`; whoever does not wait for it leaves no unhandled rejection behind. */
const guarded = <T>(promise: Promise<T>): Promise<T> => {
  const same = promise.catch((thrown: unknown) => {
    throw failureOf(thrown);
  });
  same.catch(() => undefined);
  return same;
};

const createAdopting = (table: Table, {tell, pause}: Ports): Pick<Store, 'adopt' | 'adoptInSlices'> => {
  const put = (articles: readonly Article[]): readonly string[] => {
    table.put(articles);
    return articles.map(({id}) => table.idOf(id) ?? id);
  };
  return {
    adopt(items, base) {
      const articles: Article[] = [];
      [...items.keys()].forEach(readInto(articles, items, base, 0, tell));
      return put(articles);
    },
    async adoptInSlices(items, base, signal) {
      const articles: Article[] = [];
      await inSlices(items.length, readInto(articles, items, base, 0, tell), pause, signal);
      return put(articles);
    },
  };
};

/**
 * Learns the description, which a provider may promise for later than its first answers.
 *
 * @returns The description, and what looks at a provider before it is asked: throws where the endpoint is off.
 */
const createDescription = (
  tell: Tell,
  read: (said: unknown) => Promise<Description | undefined>,
): readonly [Signal<Description | undefined>, (provider: Provider) => void] => {
  const {subscribe, call} = createListeners(tell);
  const signal: Mutable<Signal<Description | undefined>> = {value: undefined, subscribe};
  let said: unknown;
  const learn = async (): Promise<void> => {
    try {
      signal.value = await read(said);
      call();
    } catch {
      // The next question tries again.
      said = undefined;
    }
  };
  const check = ({description}: Provider): void => {
    if (description !== said) {
      said = description;
      void learn();
    }
    // Heeded before the chunk is there that reads the rest.
    if (signal.value?.isOff ?? member(said, 'off') === true)
      throw new Failure('off', 'The endpoint asks to be left alone.');
  };
  return [signal, check];
};

type Mutable<T> = {-readonly [K in keyof T]: T[K]};

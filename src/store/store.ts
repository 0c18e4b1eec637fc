/** All that a page knows from one endpoint, and the only place that asks it. */
import {readDescription, type Description} from '../model/description.js';
import {Failure} from '../model/failure.js';
import {readArticle} from '../model/item.js';
import {lazy} from '../model/lazy.js';
import type {Article} from '../model/article.js';
import type {Provider, Query} from '../model/provider.js';
import {within} from '../model/tell.js';
import {createAsk} from './asking.js';
import type {Core} from './core.js';
import {Counts} from './counts.js';
import {createListQuery, type ListQuery} from './list-query.js';
import {readArticles} from './page.js';
import type {Ports} from './ports.js';
import {createSignal, type Signal} from './signal.js';
import {ArticleTable, type Table} from './table.js';
import {sendView, type ViewWish} from './view.js';

export interface Store {
  /** What parts that only some widgets need, and so import themselves, work with. */
  readonly core: Core;
  readonly table: Table;
  /** Known when the provider is open and has one. */
  readonly description: Signal<Description | undefined>;
  /** A list, which asks nothing before it is started. */
  list(query: Query): ListQuery;
  /** Asks for the numbers of these, with whatever else is wanted now. @returns Says that they are no longer wanted. */
  wantCounts(names: readonly string[]): () => void;
  /** Asks again for all numbers that are wanted. */
  refreshCounts(): void;
  /**
   * Takes in what the page itself holds. It is older than any answer: it fills what is not known yet.
   *
   * @returns The own ids.
   */
  adopt(items: readonly unknown[], base: string): readonly string[];
  /** The same for many, in slices. */
  adoptInSlices(items: readonly unknown[], base: string, signal?: AbortSignal): Promise<readonly string[]>;
  /** Counts one view. Rejects with a `Failure`; it is not sent again. */
  view(name: string, wish: ViewWish): Promise<void>;
}

/** @param base - The endpoint's address, which relative addresses in its description are relative to. */
export const createStore = (open: () => Promise<Provider>, ports: Ports, base = ''): Store => {
  const {tell} = ports;
  const table = new ArticleTable(tell);
  const [description, learn] = createDescription(base, ports);
  const ask = createAsk(lazy(open), ports, learn);
  let requests = 0;
  const core = {ask, table, ports, nextOrder: () => ++requests};
  const counts = new Counts(core);
  const wantCounts = (names: readonly string[]): (() => void) => counts.want(names);
  const put = (articles: readonly Article[]): readonly string[] => {
    table.put(articles, 0);
    return articles.map(({id}) => table.idOf(id) ?? id);
  };
  return {
    core,
    table,
    description,
    list: (query) => createListQuery(query, {...core, wantCounts}),
    wantCounts,
    refreshCounts: () => counts.refresh(),
    adopt: (items, itemsBase) =>
      put(
        items.flatMap(
          (item, index) => readArticle(item, {base: itemsBase, order: 0, tell: within(tell, `items.${index}`)}) ?? [],
        ),
      ),
    adoptInSlices: async (items, itemsBase, signal) => put(await readArticles(items, itemsBase, 0, ports, signal)),
    view: (name, wish) => handled(sendView(core, name, wish)),
  };
};

/** Learns the description, which a provider may promise for later than its first answers, and heeds its `off`. */
const createDescription = (
  base: string,
  {tell}: Ports,
): readonly [Signal<Description | undefined>, (provider: Provider) => void] => {
  const [description, set] = createSignal<Description | undefined>(undefined, tell);
  const read = (said: unknown): void => set(readDescription(said, base, within(tell, 'description')));
  let known: unknown;
  const learn = (provider: Provider): void => {
    const {description: said} = provider;
    if (said !== known) {
      known = said;
      if (said instanceof Promise) said.then(read).catch(() => undefined);
      else read(said);
    }
    if (description.value?.isOff) throw new Failure('off', 'The endpoint asks to be left alone.');
  };
  return [description, learn];
};

/** Whoever does not wait for it leaves no unhandled rejection behind. */
const handled = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return promise;
};

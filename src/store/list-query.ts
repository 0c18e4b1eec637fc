/** One list of articles: asks for it, keeps it while newer data comes, asks again after a failure, and goes on to more. */
import {Failure, failureOf} from '../model/failure.js';
import type {Query} from '../model/provider.js';
import type {Core} from './core.js';
import {readPage, type Page} from './page.js';
import {Pages} from './pages.js';
import {retryDelay} from './retry.js';
import {Listeners} from './signal.js';
import type {Changes} from './table.js';

/** What is known (`data`) and what is being done (`activity`) are two things: old data stays while new data comes. */
export interface ListState {
  /** `ready` together with a failure means that the data is old. */
  readonly data: 'pending' | 'ready' | 'failed';
  /** `waiting`: it will be asked again by itself. */
  readonly activity: 'idle' | 'fetching' | 'waiting';
  /** Own ids of what is to be shown. The same array as long as nothing in it changes. */
  readonly ids: readonly string[];
  readonly total?: number | undefined;
  readonly computed?: number | undefined;
  readonly hasMore: boolean;
  readonly failure?: Failure | undefined;
  readonly receivedAt?: number | undefined;
}

export interface ListQuery {
  readonly state: ListState;
  subscribe(listener: () => void): () => void;
  /** Asks, unless the list is there. Also after `close`. */
  start(): void;
  /** Asks again from the beginning, at once. */
  refresh(): void;
  /** Shows as many again as the query's `limit`; asks only for what is not here yet. */
  showMore(): void;
  /** Calls everything off; what is known stays. */
  close(): void;
}

/** What a list needs of its store. */
export interface ListContext extends Core {
  /** Asks for the numbers of these, with others. @returns Says that they are no longer wanted. */
  wantCounts(names: readonly string[]): () => void;
}

export const createListQuery = (query: Query, context: ListContext): ListQuery => new OneList(query, context);

class OneList implements ListQuery {
  readonly #query: Query;
  readonly #context: ListContext;
  readonly #listeners: Listeners;
  readonly #pages: Pages;
  #state: ListState = {data: 'pending', activity: 'idle', ids: [], hasMore: false};
  /** Stands for the request under way: what comes for another one is stale. */
  #current: AbortController | undefined;
  /** Whether the request under way, or the one that is waited for, is for the next page. */
  #isForMore = false;
  /** The reader asked for the next page while the first one was being renewed. */
  #isMoreWanted = false;
  #attempt = 0;
  #stopWaiting: (() => void) | undefined;
  #stopListening: (() => void) | undefined;
  readonly #wanted: (() => void)[] = [];

  constructor(query: Query, context: ListContext) {
    const {ports, table} = context;
    this.#query = query;
    this.#context = context;
    this.#listeners = new Listeners(ports.tell);
    this.#pages = new Pages(query, table, () => ports.now());
  }

  get state(): ListState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  start(): void {
    if (this.#stopListening) return;
    this.#stopListening = this.#context.table.subscribe((changes) => this.#hear(changes));
    if (this.#state.data === 'ready') this.#publish({});
    else this.refresh();
  }

  refresh(): void {
    if (!this.#stopListening) return;
    // A refresh in the background does not cost the reader the page that was asked for.
    this.#isMoreWanted ||= this.#isForMore && this.#state.activity === 'fetching';
    this.#attempt = 0;
    void this.#run(false);
  }

  showMore(): void {
    if (!this.#stopListening || !this.#state.hasMore) return;
    if (this.#pages.hasSpare) {
      this.#pages.widen();
      this.#publish({});
    } else if (this.#current) {
      this.#isMoreWanted ||= !this.#isForMore;
    } else {
      this.#attempt = 0;
      void this.#run(true);
    }
  }

  close(): void {
    this.#stop();
    this.#stopListening?.();
    this.#stopListening = undefined;
    this.#isMoreWanted = false;
    for (const release of this.#wanted.splice(0)) release();
    if (this.#state.activity !== 'idle') this.#publish({activity: 'idle'});
  }

  async #run(isForMore: boolean): Promise<void> {
    this.#stop();
    const current = (this.#current = new AbortController());
    this.#isForMore = isForMore;
    const order = this.#context.nextOrder();
    this.#publish({activity: 'fetching'});
    try {
      const page = await this.#load(order, current.signal);
      if (this.#current === current) this.#accept(page, order);
    } catch (thrown) {
      if (this.#current === current) this.#fail(failureOf(thrown));
    }
  }

  async #load(order: number, signal: AbortSignal): Promise<Page> {
    const {ask, ports} = this.#context;
    const {cursor} = this.#pages;
    const query = this.#isForMore && cursor !== undefined ? {...this.#query, cursor} : this.#query;
    const answer = await ask(
      (provider, inner) =>
        query.ids && provider.byId
          ? provider.byId(query.ids, {signal: inner})
          : provider.list?.(query, {signal: inner}),
      signal,
    );
    if (answer === undefined) throw new Failure('unsupported', 'The endpoint does not offer this list.');
    return readPage(answer, order, ports, signal);
  }

  #accept(page: Page, order: number): void {
    const {table, ports} = this.#context;
    this.#current = undefined;
    this.#attempt = 0;
    table.put(page.articles, order);
    if (this.#isForMore) this.#pages.append(page);
    else this.#pages.replace(page);
    this.#wantMissing(page);
    const {total = this.#state.total, computed = this.#state.computed} = page;
    this.#publish({data: 'ready', activity: 'idle', total, computed, receivedAt: ports.now(), failure: undefined});
    if (!this.#isMoreWanted) return;
    this.#isMoreWanted = false;
    this.showMore();
  }

  /** What is known stays on screen; the failure is told beside it and kept nowhere else. */
  #fail(failure: Failure): void {
    const {ports} = this.#context;
    this.#current = undefined;
    const delay = retryDelay(failure, this.#attempt, ports);
    if (delay === undefined) this.#isMoreWanted = false;
    else this.#stopWaiting = ports.later(() => this.#retry(), delay);
    const data = this.#state.data === 'ready' ? 'ready' : 'failed';
    this.#publish({data, activity: delay === undefined ? 'idle' : 'waiting', failure});
  }

  #retry(): void {
    this.#attempt++;
    void this.#run(this.#isForMore);
  }

  #stop(): void {
    this.#current?.abort();
    this.#current = undefined;
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
  }

  /** A list that comes without numbers asks for them. */
  #wantMissing({articles}: Page): void {
    const {table, wantCounts} = this.#context;
    const isMissing = (id: string): boolean => Object.keys(table.numbersOf(id) ?? {}).length === 0;
    const missing = articles.map(({id}) => id).filter((id) => !table.isGone(id) && isMissing(id));
    if (missing.length > 0) this.#wanted.push(wantCounts(missing));
  }

  /** Numbers alone change no list. */
  #hear(changes: Changes): void {
    for (const parts of changes.values()) {
      if (!parts.has('article') && !parts.has('gone')) continue;
      const {ids, hasMore} = this.#state;
      if (this.#pages.ids !== ids || this.#hasMore !== hasMore) this.#publish({});
      return;
    }
  }

  get #hasMore(): boolean {
    return this.#pages.hasSpare || this.#pages.cursor !== undefined;
  }

  #publish(news: Partial<ListState>): void {
    this.#state = {...this.#state, ...news, ids: this.#pages.ids, hasMore: this.#hasMore};
    this.#listeners.call();
  }
}

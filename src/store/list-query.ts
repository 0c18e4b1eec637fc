/** One list of articles: asks for it and keeps it while newer data comes. What else a list does comes with its upkeep. */
import {Failure, failureOf} from '../model/failure.js';
import type {Query} from '../model/provider.js';
import type {Core} from './core.js';
import {readPage, type Page} from './page.js';
import {createListeners} from './listeners.js';

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

/** A list as its upkeep sees it. */
export interface Kept {
  readonly state: ListState;
  /** As a provider sees it. */
  readonly query: Query;
  /** How many the page wants at a time. */
  readonly limit: number;
  /** Ids as they were received, withdrawn and excluded ones among them. */
  received: readonly string[];
  /** Where the next page is; undefined at the end. */
  cursor: string | undefined;
  /** How many may be shown. */
  room: number;
  /** The reader asked for more and has not got it yet. */
  isMoreWanted: boolean;
  /** What `close` has to end; undefined while the list is closed. */
  readonly stops: (() => void)[] | undefined;
  /** Each article once, though it may have come under several names. */
  own(names: readonly string[]): readonly string[];
  /** What could be shown if there were room. */
  present(): readonly string[];
  /** Takes what came for a query. A list without upkeep knows first pages only. */
  take: (page: Page, query: Query) => void;
  /** Asks. @param attempt - How often that was asked again by itself already. */
  run(query: Query, attempt?: number): Promise<void>;
  /** Without news only a change in what is shown is told. */
  publish(news?: Partial<ListState>): void;
}

/** A question that has its answer. */
export interface Asked {
  readonly query: Query;
  readonly attempt: number;
  readonly outcome: Page | Failure;
}

/** Does what is to be done after an answer, or when the reader asks for more. @param signal - Calls off what it plans. */
export type Tend = (signal: AbortSignal, asked?: Asked) => void;

/** What a list needs of its store. */
export interface ListContext extends Core {
  /** Asks for the numbers of these, with others. @returns Says that they are no longer wanted. */
  wantCounts(names: readonly string[]): () => void;
  /** Fetches the chunk that the upkeep is in. */
  load(): Promise<{keepUp(list: Kept, context: ListContext): Tend}>;
}

export const createListQuery = (query: Query, context: ListContext): ListQuery => new OneList(query, context);

class OneList implements ListQuery, Kept {
  state: ListState = {data: 'pending', activity: 'idle', ids: [], hasMore: false};
  readonly query: Query;
  readonly limit: number;
  received: readonly string[] = [];
  cursor: string | undefined;
  room: number;
  isMoreWanted = false;
  stops: (() => void)[] | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  readonly #excluded: readonly string[];
  readonly #context: ListContext;
  readonly #tell: () => void;
  #tend: Tend | undefined;
  /** Of the latest request: what comes after its end is stale. */
  #life = new AbortController();

  constructor({exclude = [], ...query}: Query, context: ListContext) {
    const {limit = Infinity} = query;
    // What is left out here is asked for in addition.
    this.query = exclude.length > 0 && query.limit ? {...query, limit: limit + exclude.length} : query;
    this.limit = this.room = limit;
    this.#excluded = exclude;
    this.#context = context;
    ({subscribe: this.subscribe, call: this.#tell} = createListeners(context.ports.tell));
  }

  take: Kept['take'] = ({articles, next}, {ids}) => {
    const fresh = this.own(articles.map(({id}) => id));
    // Hand-picked articles stand in the order in which they were picked, whatever the order of the answer.
    this.received = ids ? this.own(ids).filter((id) => fresh.includes(id)) : fresh;
    this.cursor = fresh.length > 0 ? next : undefined;
  };

  start(): void {
    this.stops ??= [
      this.#context.table.subscribe((changes) => {
        // Numbers alone change no list.
        if ([...changes.values()].some((parts) => parts.has('article') || parts.has('gone'))) this.publish();
      }),
    ];
    if (this.state.data === 'ready') this.publish();
    else if (this.state.activity === 'idle') this.refresh();
  }

  refresh(): void {
    if (this.stops) void this.run(this.query);
  }

  showMore(): void {
    this.isMoreWanted = !!this.stops && this.state.hasMore;
    if (this.isMoreWanted) void this.#keepUp();
  }

  close(): void {
    this.#renew();
    this.stops?.forEach((stop) => stop());
    this.stops = undefined;
    this.isMoreWanted = false;
    this.publish({activity: 'idle'});
  }

  async run(query: Query, attempt = 0): Promise<void> {
    const {nextOrder, ports, table} = this.#context;
    const signal = this.#renew();
    const order = nextOrder();
    this.publish({activity: 'fetching'});
    const outcome = await this.#load(query, order, signal).catch(failureOf);
    if (signal.aborted) return;
    if (outcome instanceof Failure) {
      // What is known stays on screen; the failure is told beside it and kept nowhere else.
      this.publish({data: this.state.data === 'ready' ? 'ready' : 'failed', activity: 'idle', failure: outcome});
    } else {
      table.put(outcome.articles, order);
      this.take(outcome, query);
      this.publish({
        ...outcome.facts,
        data: 'ready',
        activity: 'idle',
        failure: undefined,
        receivedAt: ports.now(),
      });
    }
    void this.#keepUp({query, attempt, outcome});
  }

  own(names: readonly string[]): readonly string[] {
    return [...new Set(names.map((name) => this.#context.table.idOf(name) ?? name))];
  }

  present(): readonly string[] {
    const {ports, table} = this.#context;
    const now = ports.now();
    const excluded = this.own(this.#excluded);
    return this.own(this.received).filter((id) => {
      const {expires = Infinity} = table.get(id) ?? {expires: 0};
      return expires > now && !excluded.includes(id);
    });
  }

  publish(news?: Partial<ListState>): void {
    const {state, room} = this;
    const present = this.present();
    const ids = same(state.ids, present.slice(0, room));
    const hasMore = present.length > room || this.cursor !== undefined;
    if (!news && ids === state.ids && hasMore === state.hasMore) return;
    this.state = {...state, ...news, ids, hasMore};
    this.#tell();
  }

  async #load(query: Query, order: number, signal: AbortSignal): Promise<Page> {
    const {ask, ports} = this.#context;
    const {ids} = query;
    const answer = await ask(
      (provider, inner) =>
        ids && provider.byId ? provider.byId(ids, {signal: inner}) : provider.list?.(query, {signal: inner}),
      signal,
    );
    return readPage(answer, order, ports, signal);
  }

  /** Ends what is under way. @returns The end of what begins now. */
  #renew(): AbortSignal {
    this.#life.abort();
    this.#life = new AbortController();
    return this.#life.signal;
  }

  /** The chunk is asked for with the first answer: it is there before a network that goes can keep it away. */
  async #keepUp(asked?: Asked): Promise<void> {
    const {signal} = this.#life;
    try {
      const {keepUp} = await this.#context.load();
      if (signal.aborted) return;
      this.#tend ??= keepUp(this, this.#context);
      this.#tend(signal, asked);
    } catch (thrown) {
      // Without it a list can be asked for again by hand, and says why it does not get longer.
      if (this.isMoreWanted) this.publish({failure: failureOf(thrown)});
      this.isMoreWanted = false;
    }
  }
}

const same = (known: readonly string[], next: readonly string[]): readonly string[] =>
  known.length === next.length && next.every((id, index) => id === known[index]) ? known : next;

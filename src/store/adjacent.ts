/** The articles before and after one article: asks for them, keeps them while newer data comes, asks again after a failure. */
import {Failure, failureOf} from '../model/failure.js';
import type {Core} from './core.js';
import {besideIn, type AdjacentWish, type Beside, type Neighbours} from './neighbours.js';
import {retryDelay} from './retry.js';
import {Listeners} from './signal.js';
import type {Changes} from './table.js';

export type {AdjacentWish} from './neighbours.js';

export interface AdjacentState extends Neighbours<string> {
  /** `ready` together with a failure means that the data is old. */
  readonly data: 'pending' | 'ready' | 'failed';
  /** `waiting`: it will be asked again by itself. */
  readonly activity: 'idle' | 'fetching' | 'waiting';
  readonly failure?: Failure | undefined;
  readonly receivedAt?: number | undefined;
}

export interface AdjacentQuery {
  readonly state: AdjacentState;
  subscribe(listener: () => void): () => void;
  /** Asks. Also after `close`. */
  start(): void;
  /** Asks again, at once. */
  refresh(): void;
  /** Calls everything off; what is known stays. */
  close(): void;
}

/** @param name - Id or alias of the article whose neighbours are wanted. */
export const createAdjacent = (core: Core, name: string, wish: AdjacentWish = {}): AdjacentQuery =>
  new OneAdjacent(core, name, wish);

class OneAdjacent implements AdjacentQuery {
  readonly #core: Core;
  readonly #name: string;
  readonly #wish: AdjacentWish;
  readonly #listeners: Listeners;
  /** As the endpoint named them. */
  #received: Neighbours<string> = {previous: undefined, next: undefined};
  #state: AdjacentState = {data: 'pending', activity: 'idle', ...this.#received};
  /** Stands for the request under way: what comes for another one is stale. */
  #current: AbortController | undefined;
  #attempt = 0;
  #stopWaiting: (() => void) | undefined;
  #stopListening: (() => void) | undefined;

  constructor(core: Core, name: string, wish: AdjacentWish) {
    this.#core = core;
    this.#name = name;
    this.#wish = wish;
    this.#listeners = new Listeners(core.ports.tell);
  }

  get state(): AdjacentState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  start(): void {
    if (this.#stopListening) return;
    this.#stopListening = this.#core.table.subscribe((changes) => this.#hear(changes));
    this.refresh();
  }

  refresh(): void {
    if (!this.#stopListening) return;
    this.#attempt = 0;
    void this.#run();
  }

  close(): void {
    this.#stop();
    this.#stopListening?.();
    this.#stopListening = undefined;
    if (this.#state.activity !== 'idle') this.#publish({activity: 'idle'});
  }

  async #run(): Promise<void> {
    this.#stop();
    const {ask, nextOrder, ports} = this.#core;
    const current = (this.#current = new AbortController());
    const order = nextOrder();
    this.#publish({activity: 'fetching'});
    try {
      const beside = await ask(
        (provider, signal) => besideIn(provider, this.#name, this.#wish, {order, ports, signal}),
        current.signal,
      );
      if (!beside) throw new Failure('unsupported', 'The endpoint names no neighbours of an article.');
      if (this.#current === current) this.#accept(beside, order);
    } catch (thrown) {
      if (this.#current === current) this.#fail(failureOf(thrown));
    }
  }

  #accept({previous, next}: Beside, order: number): void {
    const {table, ports} = this.#core;
    this.#current = undefined;
    this.#attempt = 0;
    this.#received = {previous: previous && previous.id, next: next && next.id};
    table.put(
      [previous, next].filter((article) => !!article),
      order,
    );
    this.#publish({data: 'ready', activity: 'idle', receivedAt: ports.now(), failure: undefined});
  }

  /** What is known stays on screen; the failure is told beside it and kept nowhere else. */
  #fail(failure: Failure): void {
    this.#current = undefined;
    const delay = retryDelay(failure, this.#attempt, this.#core.ports);
    if (delay !== undefined) this.#stopWaiting = this.#core.ports.later(() => this.#retry(), delay);
    const data = this.#state.data === 'ready' ? 'ready' : 'failed';
    this.#publish({data, activity: delay === undefined ? 'idle' : 'waiting', failure});
  }

  #retry(): void {
    this.#attempt++;
    void this.#run();
  }

  #stop(): void {
    this.#current?.abort();
    this.#current = undefined;
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
  }

  /** Numbers alone change nothing here. For a neighbour that was withdrawn the endpoint has another one. */
  #hear(changes: Changes): void {
    const {previous, next} = this.#state;
    const isOurs = [this.#name, previous, next].some((id) => {
      const parts = id && changes.get(id);
      return parts && (parts.has('article') || parts.has('gone'));
    });
    if (!isOurs) return;
    this.#publish({});
    const isMissing = (before: unknown, now: unknown): boolean => !!before && !now;
    if (isMissing(previous, this.#state.previous) || isMissing(next, this.#state.next)) this.refresh();
  }

  /** An endpoint that looks for what is "before this moment" may answer with the article itself. */
  #shown(id: string | null | undefined): string | null | undefined {
    const {table, ports} = this.#core;
    if (!id) return id;
    const own = table.idOf(id) ?? id;
    const isExpired = (table.get(own)?.expires ?? Infinity) <= ports.now();
    return own === (table.idOf(this.#name) ?? this.#name) || table.isGone(own) || isExpired ? undefined : own;
  }

  #publish(news: Partial<AdjacentState>): void {
    const {previous, next} = this.#received;
    this.#state = {...this.#state, ...news, previous: this.#shown(previous), next: this.#shown(next)};
    this.#listeners.call();
  }
}

/** A world in which time passes only when a test says so, and a publisher that answers as a test wishes. */
import type {CallOptions, ListAnswer, Provider, Query} from '../../src/model/provider.js';
import type {Ports} from '../../src/store/ports.js';
import * as parts from '../../src/store/later-parts.js';
import {createStore, type Store} from '../../src/store/store.js';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Long enough for every promise that needs no time: a store chains about a dozen. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
};

export class World {
  time = 1_000_000;
  isOnline = true;
  readonly told: string[] = [];
  readonly random: () => number;
  readonly #timers = new Set<Timer>();

  constructor(seed = 1) {
    this.random = seeded(seed);
  }

  readonly ports: Ports = {
    now: () => this.time,
    random: () => this.random(),
    later: (callback, delay) => this.#later(callback, delay),
    frame: (callback) => void this.#later(callback, 16 - (this.time % 16)),
    pause: {isDue: () => false, next: () => Promise.resolve()},
    tell: (path, reason) => void this.told.push(`${path}: ${reason}`),
    isOnline: () => this.isOnline,
  };

  /** Resolves after so many milliseconds of this world. */
  after(delay: number): Promise<void> {
    return new Promise((resolve) => this.#later(resolve, delay));
  }

  /** Lets time pass until nothing waits for it, or for so long. `each` is called after every moment in which something happened. */
  async run(duration = Infinity, each: () => void = () => undefined): Promise<void> {
    const end = this.time + duration;
    await settled();
    each();
    for (let next = this.#next(); next && next.at <= end; next = this.#next()) {
      this.time = next.at;
      this.#timers.delete(next);
      next.callback();
      await settled();
      each();
    }
    if (duration !== Infinity) this.time = end;
  }

  /** How many calls are planned. */
  get planned(): number {
    return this.#timers.size;
  }

  #next(): Timer | undefined {
    return [...this.#timers].sort((one, other) => one.at - other.at)[0];
  }

  #later(callback: () => void, delay: number): () => void {
    const timer = {at: this.time + delay, callback};
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  /** What brings the chunk of what no first rendering needs; here it is there already. */
  load: () => Promise<typeof parts> = () => Promise.resolve(parts);

  store(provider: Provider | (() => Promise<Provider>), base?: string): Store {
    const open = typeof provider === 'function' ? provider : () => Promise.resolve(provider);
    return createStore(open, this.ports, base, () => this.load());
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const base = 'https://news.example/';

/** An item of the wire format. */
export const item = (id: string | number, own: object = {}, more: object = {}): object => ({
  id: String(id),
  url: `${base}${id}`,
  title: `Article ${id}`,
  content_text: 'Text',
  _presslet: own,
  ...more,
});

export const answerOf = (items: unknown, more: object = {}): ListAnswer => ({items, base, ...more});

/** An answer that is given by hand. */
export class Deferred<T> {
  resolve: (value: T) => void = () => undefined;
  reject: (reason: unknown) => void = () => undefined;
  readonly promise = new Promise<T>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
}

export interface ListCall {
  readonly query: Query;
  readonly signal: AbortSignal;
  readonly answer: Deferred<ListAnswer>;
}

/** A provider whose lists are answered by hand, in any order. */
export const byHand = (): {readonly provider: Provider; readonly calls: ListCall[]} => {
  const calls: ListCall[] = [];
  const list = (query: Query, {signal}: CallOptions): Promise<ListAnswer> => {
    const answer = new Deferred<ListAnswer>();
    calls.push({query, signal, answer});
    return answer.promise;
  };
  return {provider: {list}, calls};
};

/** The value at this place, which the test knows to be there. */
export const at = <T>(list: readonly T[], index: number): T => {
  const value = list.at(index);
  if (value === undefined) throw new Error(`Nothing at ${index} of ${list.length}.`);
  return value;
};

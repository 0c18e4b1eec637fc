/** A value that says when it changes, and the set of listeners that this takes. */
import {failureOf} from '../model/failure.js';
import type {Tell} from '../model/tell.js';

/** A value that is read at any time and heard of when it changes. */
export interface Signal<T> {
  readonly value: T;
  /** @returns Ends the subscription. */
  subscribe(listener: () => void): () => void;
}

/** Listeners of one thing. One that throws is told of and harms neither the others nor the teller. */
export class Listeners<T extends readonly unknown[] = []> {
  readonly #listeners = new Set<(...news: T) => void>();
  readonly #tell: Tell;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** @returns Takes the listener away again. */
  add(listener: (...news: T) => void): () => void {
    // The same function may be added twice, and each is taken away alone.
    const own = (...news: T): void => listener(...news);
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  call(...news: T): void {
    for (const listener of this.#listeners) {
      try {
        listener(...news);
      } catch (error) {
        this.#tell('', `a listener failed: ${failureOf(error).message}`);
      }
    }
  }
}

/** A signal and the only way to change it. Nobody is told of a value that is the same. */
export const createSignal = <T>(first: T, tell: Tell): readonly [Signal<T>, (next: T) => void] => {
  const listeners = new Listeners(tell);
  let value = first;
  const signal: Signal<T> = {
    get value() {
      return value;
    },
    subscribe: (listener) => listeners.add(listener),
  };
  const set = (next: T): void => {
    if (Object.is(next, value)) return;
    value = next;
    listeners.call();
  };
  return [signal, set];
};

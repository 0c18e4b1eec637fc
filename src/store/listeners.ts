/** Who wants to hear of something. */
import {failureOf} from '../model/failure.js';
import type {Tell} from '../model/tell.js';

/** A value that is read at any time and heard of when it changes. */
export interface Signal<T> {
  readonly value: T;
  /** @returns Ends the subscription. */
  subscribe(listener: () => void): () => void;
}

/** Listeners of one thing. One that throws is told of and harms neither the others nor the teller. */
export interface Listeners<T extends readonly unknown[]> {
  /** @returns Takes the listener away again. */
  readonly subscribe: (listener: (...news: T) => void) => () => void;
  readonly call: (...news: T) => void;
}

export const createListeners = <T extends readonly unknown[] = []>(tell: Tell): Listeners<T> => {
  // In records: the same function may be added twice, and each is taken away alone.
  const all = new Set<{readonly listener: (...news: T) => void}>();
  return {
    subscribe: (listener) => {
      const own = {listener};
      all.add(own);
      return () => void all.delete(own);
    },
    call: (...news) => {
      for (const {listener} of all) {
        try {
          listener(...news);
        } catch (error) {
          tell('', `a listener failed: ${failureOf(error).message}`);
        }
      }
    },
  };
};

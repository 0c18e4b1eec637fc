/**
 * What one tab, or one copy of the library on a page, tells the others: plain counts and the reader's own choices.
 * Whoever hears it takes it like an answer of a stranger, and never answers.
 */
import {failureOf} from '../model/failure.js';
import type {Tell} from '../model/tell.js';
import {member} from '../model/untrusted.js';

/** The name of the channel, of the event and, as a symbol, of the event target. */
export const factsName = 'presslet:1';

export interface Fact {
  /** Its canonical address. */
  readonly endpoint: string;
  /** Own id → numbers in the wire format. */
  readonly counts?: unknown;
  /** Own id → `{reactions, seq}`; only choices that the device remembers: others are of another reader. */
  readonly mine?: unknown;
}

export interface Facts {
  /** To all others, not to oneself. Never throws. */
  post(fact: Fact): void;
  /** Only the endpoint was looked at; the rest is unchecked. @returns Takes the listener away again. */
  listen(listener: (fact: Fact) => void): () => void;
  /** Leaves the target and the channel, which stays open for whoever opened it. */
  close(): void;
}

export interface FactsPorts {
  /** Between the copies on a page, as `targetOn` gives it. */
  readonly target?: EventTarget | undefined;
  /** Between tabs, as a BroadcastChannel: it does not tell itself. All who have the same one hear each other by the target. */
  readonly channel?: (EventTarget & Pick<BroadcastChannel, 'postMessage'>) | undefined;
  readonly tell: Tell;
}

export const createFacts = ({target, channel, tell}: FactsPorts): Facts => {
  const listeners = new Set<(fact: Fact) => void>();
  let isPosting = false;
  const hear = (message: unknown): void => {
    const fact = isPosting ? undefined : readFact(message);
    if (fact) for (const listener of [...listeners]) attempt(() => listener(fact), tell);
  };
  const hearCopy = (event: Event): void => hear('detail' in event ? event.detail : undefined);
  const hearTab = (event: Event): void => hear('data' in event ? event.data : undefined);
  target?.addEventListener(factsName, hearCopy);
  channel?.addEventListener('message', hearTab);
  return {
    post: (fact) => {
      isPosting = true;
      // The others get no object of ours.
      attempt(() => target?.dispatchEvent(new CustomEvent(factsName, {detail: structuredClone(fact)})), tell);
      isPosting = false;
      attempt(() => channel?.postMessage(fact), tell);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      listeners.clear();
      target?.removeEventListener(factsName, hearCopy);
      channel?.removeEventListener('message', hearTab);
    },
  };
};

/**
 * The page's one event target, over which copies of the library hear each other; made by the first of them.
 *
 * @param host - `globalThis`.
 */
export const targetOn = (host: object): EventTarget | undefined => {
  try {
    const symbol = Symbol.for(factsName);
    const found: unknown = Reflect.get(host, symbol);
    if (found instanceof EventTarget) return found;
    const made = new EventTarget();
    // Whatever else stands there is the page's.
    return found === undefined && Reflect.set(host, symbol, made) ? made : undefined;
  } catch {
    return undefined;
  }
};

const readFact = (message: unknown): Fact | undefined => {
  const endpoint = member(message, 'endpoint');
  return typeof endpoint === 'string'
    ? {endpoint, counts: member(message, 'counts'), mine: member(message, 'mine')}
    : undefined;
};

const attempt = (work: () => unknown, tell: Tell): void => {
  try {
    work();
  } catch (error) {
    tell(factsName, `not heard by others: ${failureOf(error).message}`);
  }
};

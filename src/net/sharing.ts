/** Equal requests at one time are one request. */

import {request, unwanted} from './request.js';
import type {Answer, RequestOptions} from './request.js';

export interface Sharing {
  /** As `request` with GET; whoever asks for the same address meanwhile gets the same answer. Only the last to leave ends it. */
  get(url: string, options: RequestOptions): Promise<Answer>;
  /** From now on nobody joins what is under way: after a write it may not hold what was written. */
  renew(): void;
}

export const createSharing = (send: typeof request = request): Sharing => {
  const underWay = new Map<string, Shared>();
  const start = (url: string, options: RequestOptions): Shared => {
    const end = new AbortController();
    const answer = send(url, {...options, signal: end.signal});
    const shared = {answer, end, callers: 0};
    underWay.set(url, shared);
    const forget = (): void => {
      if (underWay.get(url) === shared) underWay.delete(url);
    };
    answer.then(forget, forget);
    // The moment at which nobody waits any more is that of the abort, and not of the failure that follows it.
    end.signal.addEventListener('abort', forget);
    return shared;
  };
  return {
    get: async (url, options) => {
      if (options.signal.aborted) throw unwanted(url);
      return join(underWay.get(url) ?? start(url, options), url, options.signal);
    },
    renew: () => {
      underWay.clear();
    },
  };
};

interface Shared {
  readonly answer: Promise<Answer>;
  readonly end: AbortController;
  callers: number;
}

const join = (shared: Shared, url: string, signal: AbortSignal): Promise<Answer> => {
  shared.callers++;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(unwanted(url));
      if (--shared.callers === 0) shared.end.abort();
    };
    signal.addEventListener('abort', leave, {once: true});
    const stay = (): void => {
      signal.removeEventListener('abort', leave);
    };
    shared.answer.then(resolve, reject);
    shared.answer.then(stay, stay);
  });
};

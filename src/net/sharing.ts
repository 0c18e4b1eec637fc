/** Equal requests at one time are one request. */

import {request, unwanted, type Answer, type RequestOptions} from './request.js';

export interface Sharing {
  /** As `request` with GET; whoever asks for the same address meanwhile gets the same answer. The last to leave ends it. */
  get(url: string, options: RequestOptions): Promise<Answer>;
  /** From now on nobody joins what is under way: after a write it may not hold what was written. */
  renew(): void;
}

export const createSharing = (send = request): Sharing => {
  const underWay = new Map<string, Shared>();
  const start = (url: string, options: RequestOptions): Shared => {
    const end = new AbortController();
    const answer = send(url, {...options, signal: end.signal}).finally(() => end.abort());
    const shared = {answer, end, callers: 0};
    // Forgotten at the moment when nobody waits any more, and not only when that made it fail.
    end.signal.addEventListener('abort', () => {
      if (underWay.get(url) === shared) underWay.delete(url);
    });
    underWay.set(url, shared);
    return shared;
  };
  return {
    get: async (url, options) => {
      const {signal} = options;
      if (signal.aborted) throw unwanted(url);
      const shared = underWay.get(url) ?? start(url, options);
      shared.callers++;
      return new Promise((resolve, reject) => {
        shared.answer.then(resolve, reject);
        const leave = (): void => {
          reject(unwanted(url));
          if (!--shared.callers) shared.end.abort();
        };
        signal.addEventListener('abort', leave, {signal: shared.end.signal});
      });
    },
    renew: () => underWay.clear(),
  };
};

interface Shared {
  readonly answer: Promise<Answer>;
  /** Ends the request, or says that it has ended. */
  readonly end: AbortController;
  callers: number;
}

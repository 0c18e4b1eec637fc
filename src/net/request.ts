/** One request to an endpoint, with an end in time and in size, and with one kind of failure. */

import {Failure, failureOf} from '../model/failure.js';
import {lazy} from '../model/lazy.js';
import type {Answer} from './answer.js';
import {bodyText} from './body.js';

export type {Answer} from './answer.js';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface RequestOptions extends Pick<RequestInit, 'method' | 'body' | 'headers' | 'keepalive'> {
  /** Ends the request; it rejects with `aborted`. */
  readonly signal: AbortSignal;
  /** The platform's, unless something else takes its place. */
  readonly fetch?: Fetch | undefined;
  /** Milliseconds for headers and body together. */
  readonly timeout?: number;
  /** Aborted when that time is over; takes the place of a clock. */
  readonly expiry?: AbortSignal;
  readonly maxBytes?: number;
}

/** Nobody who fails needs more words than the status, unless they come. */
const loadProblem = lazy(() => import('./problem.js'));

/**
 * Asks, and reads the whole answer. Always without credentials, and simple: no preflight, unless `headers` need one
 * (a text is sent as text/plain, which does not). Rejects with a `Failure` only. What is over, or no longer wanted, is
 * neither waited for nor read on.
 */
export const request = async (
  url: string,
  {signal, fetch = globalThis.fetch, timeout = 10_000, expiry, maxBytes = 4_000_000, ...init}: RequestOptions,
): Promise<Answer> => {
  const time = expiry ?? AbortSignal.timeout(timeout);
  const end = new AbortController();
  const once = {signal: end.signal};
  try {
    // Not `AbortSignal.any`: a `fetch` that does not heed its signal must not be waited for either.
    return await new Promise((resolve, reject) => {
      for (const over of [signal, time]) {
        over.throwIfAborted();
        over.addEventListener('abort', reject, once);
      }
      const asked = fetch(url, {...init, ...once, credentials: 'omit'});
      asked.then((response) => read(response, url, maxBytes)).then(resolve, reject);
    });
  } catch (thrown) {
    if (signal.aborted) throw unwanted(url);
    if (time.aborted) throw new Failure('timeout', `${url}: no answer in ${timeout} ms.`, {url});
    if (thrown instanceof Failure) throw thrown;
    // Whether the device is offline the store knows, which asks for every provider.
    throw new Failure('network', `${url} cannot be reached, or not without CORS. ${failureOf(thrown).message}`, {url});
  } finally {
    end.abort();
  }
};

/** The failure of whoever does not wait any more. */
export const unwanted = (url: string): Failure => new Failure('aborted', `${url} is no longer wanted.`, {url});

const read = async (response: Response, asked: string, maxBytes: number): Promise<Answer> => {
  const {status, ok} = response;
  const url = response.url || asked;
  const header = (name: string): string | undefined => response.headers.get(name) ?? undefined;
  // The status is the failure; a body that cannot be read only says less about it.
  const text = await bodyText(response, maxBytes).catch((error: unknown) => {
    if (ok) throw error;
    return '';
  });
  if (ok) return {url, status, text, header};
  const said = await loadProblem().then(
    ({problemOf}) => problemOf(text, header('retry-after'), Date.now()),
    () => undefined,
  );
  throw new Failure('status', `${url} answered ${status}${said?.words ?? ''}`, {
    url,
    status,
    ...(said?.retryAt && {retryAt: said.retryAt}),
  });
};

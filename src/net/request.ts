/** One request to an endpoint, with an end in time and in size, and with one kind of failure. */

import {Failure} from '../model/failure.js';
import {bodyText} from './body.js';
import {problemOf} from './problem.js';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface RequestOptions {
  /** Ends the request; it rejects with `aborted`. */
  readonly signal: AbortSignal;
  /** The platform's, unless something else takes its place. */
  readonly fetch?: Fetch | undefined;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  /** A text/plain body, which is what a text is sent as, needs no preflight; other types do. */
  readonly contentType?: string;
  readonly accept?: string;
  /** Whether the request outlives its page. */
  readonly keepalive?: boolean;
  /** Milliseconds for headers and body together. */
  readonly timeout?: number;
  /** Aborted when that time is over; takes the place of a clock. */
  readonly expiry?: AbortSignal;
  readonly maxBytes?: number;
}

/** An answer that was read to its end. */
export interface Answer {
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly status: number;
  /** The media type in small letters, without parameters. */
  readonly type: string;
  readonly text: string;
  /** Undefined, too, where another origin does not expose it. */
  header(name: string): string | undefined;
}

/**
 * Asks, and reads the whole answer. Always without credentials, and simple: no preflight unless `contentType` needs one.
 * Rejects with a `Failure` only. What is over, or no longer wanted, is neither waited for nor read on.
 */
export const request = async (url: string, options: RequestOptions): Promise<Answer> => {
  const {signal, timeout = 10_000, expiry = AbortSignal.timeout(timeout)} = options;
  if (signal.aborted) throw unwanted(url);
  const end = new AbortController();
  const once = {signal: end.signal};
  try {
    // Not `AbortSignal.any`: a `fetch` that does not heed its signal must not be waited for either.
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(unwanted(url)), once);
      expiry.addEventListener(
        'abort',
        () => reject(new Failure('timeout', `${url}: no answer in ${timeout} ms.`, {url})),
        once,
      );
      ask(url, options, end.signal).then(resolve, reject);
    });
  } catch (error) {
    if (error instanceof Failure) throw error;
    // Node's `navigator` has no opinion.
    throw 'navigator' in globalThis && 'onLine' in navigator && !navigator.onLine
      ? new Failure('offline', `${url}: this device is offline.`, {url})
      : new Failure(
          'network',
          `${url} cannot be reached, or does not let other sites read it (CORS). ${error instanceof Error ? error.message : ''}`,
          {url},
        );
  } finally {
    end.abort();
  }
};

/** The failure of whoever does not wait any more. */
export const unwanted = (url: string): Failure => new Failure('aborted', `${url} is no longer wanted.`, {url});

const ask = async (asked: string, options: RequestOptions, signal: AbortSignal): Promise<Answer> => {
  const {method = 'GET', body = null, contentType, accept, keepalive = false, maxBytes = 4_000_000} = options;
  const headers = {...(accept && {accept}), ...(contentType && {'content-type': contentType})};
  const init: RequestInit = {method, body, headers, keepalive, signal, credentials: 'omit'};
  const response = await (options.fetch ?? fetch)(asked, init);
  const {status, ok} = response;
  const url = response.url || asked;
  const header = (name: string): string | undefined => response.headers.get(name) ?? undefined;
  // The status is the failure; a body that cannot be read only says less about it.
  const text = await bodyText(response, maxBytes).catch((error: unknown) => {
    if (ok) throw error;
    return '';
  });
  if (!ok) {
    const {words, retryAt} = problemOf(text, header('retry-after'), Date.now());
    throw new Failure('status', `${url} answered ${status}${words}`, {url, status, ...(retryAt && {retryAt})});
  }
  return {url, status, type: (header('content-type') ?? '').replace(/;.*/s, '').trim().toLowerCase(), text, header};
};

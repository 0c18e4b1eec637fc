/** One request to an endpoint, with an end in time and in size, and with one kind of failure. */

import {Failure} from '../model/failure.js';
import {bodyText} from './body.js';
import {retryAtOf, wordsOf} from './problem.js';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface RequestOptions {
  /** Ends the request; it rejects with `aborted`. */
  readonly signal: AbortSignal;
  /** The platform's, unless something else takes its place. */
  readonly fetch?: Fetch | undefined;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  /** A text/plain body needs no preflight. */
  readonly contentType?: string;
  readonly accept?: string;
  /** Whether the request outlives its page. */
  readonly keepalive?: boolean;
  /** Milliseconds for headers and body together. */
  readonly timeout?: number;
  /** Aborted when that time is over; takes the place of a clock. */
  readonly expiry?: AbortSignal;
  readonly maxBytes?: number;
  readonly isOnline?: () => boolean;
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
  const {signal, timeout = 10_000, expiry = AbortSignal.timeout(timeout), isOnline = hasNetwork} = options;
  const end = new AbortController();
  // Not `AbortSignal.any`: a `fetch` that does not heed its signal must not be waited for either.
  const over = Promise.race([
    aborted(signal, end.signal, () => unwanted(url)),
    aborted(expiry, end.signal, () => new Failure('timeout', `${url} did not answer within ${timeout} ms.`, {url})),
  ]);
  // When the signal was aborted before, nothing is sent.
  const answer = signal.aborted ? over : ask(url, options, end.signal);
  try {
    return await Promise.race([over, answer]);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw isOnline()
      ? new Failure(
          'network',
          `${url} cannot be reached, or does not let other sites read it (CORS): ${String(error)}`,
          {url},
        )
      : new Failure('offline', `${url} cannot be reached: this device is offline.`, {url});
  } finally {
    end.abort();
  }
};

/** The failure of whoever does not wait any more. */
export const unwanted = (url: string): Failure => new Failure('aborted', `${url} is no longer wanted.`, {url});

/** Rejects when a signal is aborted, and keeps no listener after `end`. */
const aborted = (signal: AbortSignal, end: AbortSignal, failure: () => Failure): Promise<never> =>
  new Promise((_, reject) => {
    const stop = (): void => {
      reject(failure());
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, {signal: end});
  });

const ask = async (url: string, options: RequestOptions, signal: AbortSignal): Promise<Answer> => {
  const {method = 'GET', body, contentType, accept, keepalive = false, maxBytes = 4_000_000} = options;
  const response = await (options.fetch ?? fetch)(url, {
    method,
    credentials: 'omit',
    keepalive,
    signal,
    headers: {...(accept && {accept}), ...(contentType && {'content-type': contentType})},
    ...(body !== undefined && {body}),
  });
  const facts = {url: response.url || url, status: response.status};
  if (response.ok)
    return {
      ...facts,
      type: typeOf(response),
      text: await bodyText(response, maxBytes, signal),
      header: headerOf(response),
    };
  // The status is the failure; a body that cannot be read only says less about it.
  const text = await bodyText(response, maxBytes, signal).catch(() => '');
  const retryAt = retryAtOf(headerOf(response)('retry-after'), text, Date.now());
  throw new Failure('status', `${facts.url} answered ${facts.status}${wordsOf(text)}`, {
    ...facts,
    ...(retryAt && {retryAt}),
  });
};

const typeOf = ({headers}: Response): string =>
  (headers.get('content-type') ?? '').replace(/;.*/s, '').trim().toLowerCase();

const headerOf =
  ({headers}: Response) =>
  (name: string): string | undefined =>
    headers.get(name) ?? undefined;

/** Only a browser says that it is offline; Node has no opinion. */
const hasNetwork = (): boolean => !('navigator' in globalThis && navigator.onLine === false);

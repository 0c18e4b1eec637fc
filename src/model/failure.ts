/**
 * Why something from an endpoint cannot be had. The only thing that Presslet's promises reject with.
 *
 * `offline` the device has no network · `network` no answer (down, or refused by CORS: the browser does not tell them apart) ·
 * `timeout` no answer in time · `aborted` no longer wanted · `status` an HTTP status that is no success ·
 * `too-large` more than the cap · `unreadable` an answer in no format that is known here ·
 * `blocked` refused by the page's policy · `unsupported` the endpoint does not offer it · `off` the endpoint asks to be left alone ·
 * `denied` the reader's consent does not cover it.
 */
export type FailureKind =
  | 'offline'
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'status'
  | 'too-large'
  | 'unreadable'
  | 'blocked'
  | 'unsupported'
  | 'off'
  | 'denied';

export interface FailureFacts {
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** The address that was asked. */
  readonly url?: string;
  /** When to ask again at the earliest, in ms since 1970 UTC, where the endpoint says so. */
  readonly retryAt?: number;
}

export class Failure extends Error {
  readonly kind: FailureKind;
  readonly status: number | undefined;
  readonly url: string | undefined;
  readonly retryAt: number | undefined;

  /** @param message - What happened and what to do about it, for the developer. */
  constructor(kind: FailureKind, message: string, {status, url, retryAt}: FailureFacts = {}) {
    super(message);
    this.name = 'Failure';
    this.kind = kind;
    this.status = status;
    this.url = url;
    this.retryAt = retryAt;
  }
}

/** Whatever was thrown, as a failure. A stranger's error (a page's own provider, say) is one of the network. */
export const failureOf = (thrown: unknown): Failure => {
  try {
    if (thrown instanceof Failure) return thrown;
    const {name, message} = thrown instanceof Error ? thrown : new Error(String(thrown));
    return new Failure(kindsByName.get(name) ?? 'network', message);
  } catch {
    // What was thrown throws again when it is looked at.
    return new Failure('network', 'unknown');
  }
};

/** What `fetch` rejects with when its signal says so. */
const kindsByName = new Map<string, FailureKind>([
  ['AbortError', 'aborted'],
  ['TimeoutError', 'timeout'],
]);

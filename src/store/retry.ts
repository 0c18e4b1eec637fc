/** When to ask again by oneself after a failure. */
import type {Failure} from '../model/failure.js';
import type {Ports} from './ports.js';

const most = 3;
const longest = 86_400_000;

/**
 * Milliseconds until the next attempt; `undefined` where it would be in vain.
 *
 * @param attempt - How often it was tried again already.
 */
export const retryDelay = (failure: Failure, attempt: number, ports: Ports): number | undefined =>
  attempt < most && mayPass(failure) ? pauseAfter(failure, attempt, ports) : undefined;

/**
 * 1, 4, 16 … s, each by half more or less, so that the readers of a site do not come back all at once; never before the
 * endpoint's own `retryAt`; a day at most.
 */
export const pauseAfter = (failure: Failure, attempt: number, ports: Ports): number => {
  const pause = 1000 * 4 ** attempt * (0.5 + ports.random());
  // From a page's own provider it may be anything.
  const asked = Number.isFinite(failure.retryAt) ? Number(failure.retryAt) - ports.now() + ports.random() * 1000 : 0;
  return Math.min(Math.max(pause, asked), longest);
};

/** Whether the same question may have an answer later. */
export const mayPass = ({kind, status = 0}: Failure): boolean =>
  kind === 'status'
    ? status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501)
    : ['network', 'offline', 'timeout', 'aborted'].includes(kind);

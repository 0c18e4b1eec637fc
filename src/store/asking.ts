/** Asks a provider, which may be a stranger's: the answer comes in time, or a failure does, whatever it does. */
import {Failure, failureOf} from '../model/failure.js';
import type {Provider} from '../model/provider.js';
import type {Ports} from './ports.js';

/** What a provider is asked. It answers `undefined` where it cannot do that. */
export type Call<T> = (provider: Provider, signal: AbortSignal) => Promise<T> | undefined;

/** Resolves to the answer, or to `undefined` where the provider cannot do that; rejects with a `Failure`. */
export type Ask = <T>(call: Call<T>, outer?: AbortSignal) => Promise<T | undefined>;

/** For a provider that never settles. Longer than our own requests take, which have time limits of their own. */
const patience = 30_000;

/** @param check - Sees the provider around each call; throws where nothing may be asked. */
export const createAsk =
  (open: () => Promise<Provider>, ports: Ports, check: (provider: Provider) => void): Ask =>
  <T>(call: Call<T>, outer?: AbortSignal) =>
    new Promise<T | undefined>((resolve, reject) => {
      const inner = new AbortController();
      const fail = (thrown: unknown): void => {
        end();
        reject(explained(failureOf(thrown), ports));
        inner.abort();
      };
      const forget = (): void => fail(new Failure('aborted', 'No longer wanted.'));
      const expire = (): void => fail(new Failure('timeout', 'No answer in half a minute.'));
      const stopWaiting = ports.later(expire, patience);
      outer?.addEventListener('abort', forget);
      const end = (): void => {
        stopWaiting();
        outer?.removeEventListener('abort', forget);
      };
      const attempt = async (): Promise<void> => {
        const provider = await open();
        if (inner.signal.aborted) return;
        check(provider);
        const answer = await call(provider, inner.signal);
        end();
        resolve(answer);
      };
      attempt().catch(fail);
    });

/** Without a network every other reason is beside the point. */
const explained = (failure: Failure, ports: Ports): Failure =>
  failure.kind === 'network' && ports.isOnline?.() === false
    ? new Failure('offline', 'The device has no network.')
    : failure;

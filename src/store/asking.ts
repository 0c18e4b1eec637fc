/** Asks a provider, which may be a stranger's: the answer comes in time, or a failure does, whatever it does. */
import {Failure, failureOf} from '../model/failure.js';
import type {Provider} from '../model/provider.js';
import type {Ports} from './ports.js';

/** What a provider is asked. It answers `undefined` where it cannot do that. */
export type Call<T> = (provider: Provider, signal: AbortSignal) => Promise<T> | undefined;

/** Rejects with a `Failure`: `unsupported` where the provider cannot do that. */
export type Ask = <T>(call: Call<T>, outer?: AbortSignal) => Promise<T>;

/** For a provider that never settles. Longer than our own requests take, which have time limits of their own. */
const patience = 30_000;

/**
 * @param check - Sees the provider before each call; throws where nothing may be asked.
 * @param held - What must be over before an answer is handed out. Never rejects.
 */
export const createAsk =
  (
    open: () => Promise<Provider>,
    {later, isOnline}: Ports,
    check: (provider: Provider) => void,
    held: () => Promise<unknown>,
  ): Ask =>
  async <T>(call: Call<T>, outer?: AbortSignal) => {
    const inner = new AbortController();
    const signal = outer ? AbortSignal.any([inner.signal, outer]) : inner.signal;
    const ended = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(failureOf(signal.reason)));
    });
    const attempt = async (): Promise<T> => {
      const provider = await open();
      signal.throwIfAborted();
      check(provider);
      const answer = await call(provider, signal);
      await held();
      if (answer === undefined) throw new Failure('unsupported', 'The endpoint does not offer this.');
      return answer;
    };
    const stop = later(() => inner.abort(new Failure('timeout', 'No answer in time.')), patience);
    try {
      return await Promise.race([ended, attempt()]);
    } catch (thrown) {
      const failure = failureOf(thrown);
      // Without a network every other reason is beside the point.
      throw failure.kind === 'network' && isOnline?.() === false
        ? new Failure('offline', 'The device has no network.')
        : failure;
    } finally {
      stop();
    }
  };

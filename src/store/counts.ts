/**
 * The one batch of counts of a store. What is wanted before the next picture goes in one request: the one without ids,
 * which is the same for every page, where the endpoint has it, and one more for what that lacks.
 */
import {failureOf, type Failure} from '../model/failure.js';
import type {CountsAnswer} from '../model/provider.js';
import type {Core} from './core.js';
import {inChunks, readCounts} from './counts-answer.js';
import {retryDelay} from './retry.js';

/** Asks, with the next picture, for all that is wanted and was not asked for. @param isAnew - Also for the rest. */
export const askCounts = (core: Core, isAnew: boolean): void => {
  const batch = batches.get(core) ?? new Batch(core);
  batches.set(core, batch);
  batch.plan(isAnew);
};

/** One for each store. */
const batches = new WeakMap<Core, Batch>();

class Batch {
  readonly #core: Core;
  /** In flight or answered: not asked for again before a refresh. */
  #asked = new Set<string>();
  readonly #inFlight = new Set<string>();
  /** The request without ids, one for all until a refresh. */
  #busiest: Promise<void> | undefined;
  #isBusiestInFlight = false;
  /** Own ids that it brought. */
  #covered: ReadonlySet<string> = new Set();
  #isPlanned = false;
  /** Calls off the attempt that waits for its time after a failure. */
  #stopWaiting: (() => void) | undefined;
  /** Until then nothing is asked, because of a failure … */
  #notBefore = 0;
  /** … or because the endpoint said so. */
  #notBeforeAsked = 0;
  #attempt = 0;

  constructor(core: Core) {
    this.#core = core;
  }

  plan(isAnew: boolean): void {
    if (isAnew) this.#forget();
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    const {ports} = this.#core;
    const wait = this.#notBefore - ports.now();
    if (wait > 0) this.#stopWaiting = ports.later(() => this.#askNow(), wait);
    else ports.frame(() => this.#askNow());
  }

  #forget(): void {
    this.#asked = new Set(this.#inFlight);
    if (!this.#isBusiestInFlight) this.#busiest = undefined;
    this.#attempt = 0;
    // The reader, or a network that is back, does not wait for our own patience; for the endpoint's they do.
    this.#notBefore = this.#notBeforeAsked;
    if (this.#stopWaiting) this.#isPlanned = false;
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
  }

  #askNow(): void {
    this.#isPlanned = false;
    this.#stopWaiting = undefined;
    const {table, wanted} = this.#core;
    const names = [...wanted].flat().filter((name) => !table.isGone(name));
    const ids = new Set(names.map((name) => this.#own(name)).filter((id) => !this.#asked.has(id)));
    if (ids.size > 0) void this.#askFor([...ids].sort());
  }

  #own(name: string): string {
    return this.#core.table.idOf(name) ?? name;
  }

  /** Never rejects. */
  async #askFor(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.#asked.add(id);
      this.#inFlight.add(id);
    }
    try {
      await (this.#busiest ??= this.#askBusiest());
    } catch (thrown) {
      this.#fail(ids, failureOf(thrown));
      return;
    }
    const isCovered = (id: string): boolean => this.#covered.has(this.#own(id)) || this.#core.table.isGone(id);
    this.#end(ids.filter(isCovered));
    await Promise.all(inChunks(ids.filter((id) => !isCovered(id))).map((chunk) => this.#askChunk(chunk)));
  }

  async #askChunk(ids: readonly string[]): Promise<void> {
    try {
      await this.#load(ids);
      this.#attempt = 0;
      this.#end(ids);
    } catch (thrown) {
      this.#fail(ids, failureOf(thrown));
    }
  }

  /** Rejects only where the endpoint asks to be left alone for a while. */
  async #askBusiest(): Promise<void> {
    this.#isBusiestInFlight = true;
    try {
      const names = await this.#load(undefined);
      this.#covered = new Set(names.map((name) => this.#own(name)));
    } catch (thrown) {
      this.#busiest = undefined;
      // A page's own provider may trip over the absence of ids: they are asked for then.
      if (failureOf(thrown).retryAt !== undefined) throw thrown;
    } finally {
      this.#isBusiestInFlight = false;
    }
  }

  /** @returns The names that the answer has numbers for. */
  async #load(ids: readonly string[] | undefined): Promise<readonly string[]> {
    const {ask, ports, table, nextOrder} = this.#core;
    const order = nextOrder();
    const answer = await ask((provider, signal) => provider.counts?.(ids, {signal})).catch(noneIfUnsupported);
    const {reports, gone} = await readCounts(answer, order, ports);
    table.putReports(reports);
    table.remove(gone);
    return reports.map(({name}) => name);
  }

  #end(ids: readonly string[]): void {
    for (const id of ids) this.#inFlight.delete(id);
  }

  /** Nothing is kept of a failure. It is asked again in a while, at most three times unless something succeeds. */
  #fail(ids: readonly string[], failure: Failure): void {
    this.#end(ids);
    for (const id of ids) this.#asked.delete(id);
    const {ports} = this.#core;
    if (this.#notBefore <= ports.now()) {
      const delay = retryDelay(failure, this.#attempt, ports);
      if (delay === undefined) return;
      this.#attempt++;
      this.#notBefore = ports.now() + delay;
      if (failure.retryAt !== undefined) this.#notBeforeAsked = this.#notBefore;
    }
    this.plan(false);
  }
}

/** Where they cannot be had, there is nothing to ask again for. */
const noneIfUnsupported = (thrown: unknown): CountsAnswer => {
  if (failureOf(thrown).kind === 'unsupported') return {counts: {}};
  throw thrown;
};

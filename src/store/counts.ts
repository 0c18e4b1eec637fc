/**
 * The one batch of counts of a store. What is wanted before the next picture goes in one request: the one without ids,
 * which is the same for every page, where the endpoint has it, and one more for what that lacks.
 */
import {failureOf, type Failure} from '../model/failure.js';
import type {Core} from './core.js';
import {inChunks, readCounts} from './counts-answer.js';
import {retryDelay} from './retry.js';

export class Counts {
  readonly #core: Core;
  /** Name → how many want it. */
  readonly #wanted = new Map<string, number>();
  /** To be asked for with the next picture. */
  readonly #due = new Set<string>();
  /** In flight or answered: not asked for again before a refresh. */
  readonly #asked = new Set<string>();
  readonly #inFlight = new Set<string>();
  /** The request without ids, one for all until a refresh. */
  #busiest: Promise<void> | undefined;
  #isBusiestInFlight = false;
  /** Own ids that it brought. */
  #covered: ReadonlySet<string> = new Set();
  #isPlanned = false;
  #notBefore = 0;
  #attempt = 0;

  constructor(core: Core) {
    this.#core = core;
  }

  /** @returns Says that they are no longer wanted. */
  want(names: readonly string[]): () => void {
    for (const name of names) {
      this.#wanted.set(name, (this.#wanted.get(name) ?? 0) + 1);
      this.#due.add(name);
    }
    this.#plan();
    let held = names;
    return () => {
      for (const name of held) this.#release(name);
      held = [];
    };
  }

  /** Asks again for all that is wanted. */
  refresh(): void {
    this.#asked.clear();
    for (const id of this.#inFlight) this.#asked.add(id);
    if (!this.#isBusiestInFlight) this.#busiest = undefined;
    for (const name of this.#wanted.keys()) this.#due.add(name);
    this.#plan();
  }

  #release(name: string): void {
    const left = (this.#wanted.get(name) ?? 0) - 1;
    if (left > 0) this.#wanted.set(name, left);
    else this.#wanted.delete(name);
  }

  #own(name: string): string {
    return this.#core.table.idOf(name) ?? name;
  }

  #plan(): void {
    if (this.#isPlanned || this.#due.size === 0) return;
    this.#isPlanned = true;
    const {ports} = this.#core;
    const wait = this.#notBefore - ports.now();
    if (wait > 0) ports.later(() => this.#ask(), wait);
    else ports.frame(() => this.#ask());
  }

  #ask(): void {
    this.#isPlanned = false;
    const names = [...this.#due].filter((name) => this.#wanted.has(name) && !this.#core.table.isGone(name));
    this.#due.clear();
    const ids = new Set(names.map((name) => this.#own(name)).filter((id) => !this.#asked.has(id)));
    if (ids.size > 0) void this.#askFor([...ids].sort());
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
    const answer = await ask((provider, signal) => provider.counts?.(ids, {signal}));
    if (answer === undefined) return [];
    const {reports, gone} = await readCounts(answer, order, ports);
    table.putReports(reports);
    table.remove(gone);
    return reports.map(({name}) => name);
  }

  #end(ids: readonly string[]): void {
    for (const id of ids) this.#inFlight.delete(id);
  }

  /** Nothing is kept of a failure. They are asked for again in a while, at most three times unless something succeeds. */
  #fail(ids: readonly string[], failure: Failure): void {
    this.#end(ids);
    for (const id of ids) this.#asked.delete(id);
    const {ports} = this.#core;
    if (this.#notBefore <= ports.now()) {
      const delay = retryDelay(failure, this.#attempt, ports);
      if (delay === undefined) return;
      this.#attempt++;
      this.#notBefore = ports.now() + delay;
    }
    for (const id of ids) this.#due.add(id);
    this.#plan();
  }
}

/** An endpoint that keeps what readers chose, tabs that react to it, and everything between them that can go wrong. */
import {Failure} from '../../src/model/failure.js';
import type {CallOptions, CountsAnswer, Provider, Wish} from '../../src/model/provider.js';
import type {Fact} from '../../src/store/facts.js';
import type {Keys} from '../../src/store/identity.js';
import type {Memory} from '../../src/store/memory.js';
import {createDesk, type Desk, type DeskOptions} from '../../src/store/reactions.js';
import type {Store} from '../../src/store/store.js';
import type {World} from './world.js';

export const endpoint = 'https://news.example/press/';

/** Keys without macrotasks and without security: the same secret and subject give the same name, others another. */
export const fakeKeys = (random: () => number): Keys => ({
  getRandomValues: (bytes) => bytes.map(() => random() * 256),
  subtle: {
    // Only what `Keys` asks for: a key that is the secret itself.
    importKey: (...given: readonly unknown[]) => Promise.resolve(given[1] as CryptoKey),
    sign: (_, key, data) => Promise.resolve(mixed([...bytesOf(key), ...bytesOf(data)])),
  },
});

const bytesOf = (data: unknown): Uint8Array => (data instanceof Uint8Array ? data : new Uint8Array());

const mixed = (bytes: readonly number[]): ArrayBuffer => {
  const sum = new Uint8Array(32);
  let state = 7;
  for (let round = 0; round < 64 + bytes.length; round++) {
    state = (Math.imul(state, 31) + (bytes[round % bytes.length] ?? 0) + round) >>> 0;
    sum[round % 32] = (sum[round % 32] ?? 0) ^ (state >>> 11);
  }
  return sum.buffer;
};

/** The entry as it stands on the device. */
export interface Kept {
  readonly secret: string;
  readonly seq: number;
  readonly mine: Readonly<Record<string, Row>>;
}

/** A device's memory, as JSON like the real one. */
export class Device implements Memory {
  entry: string | undefined;
  writes = 0;
  isFull = false;

  /** The entry, which the test knows to be there. */
  get kept(): Kept {
    return JSON.parse(this.entry ?? '') as Kept; // as `write` took it
  }

  read(): unknown {
    return this.entry === undefined ? undefined : JSON.parse(this.entry);
  }

  write(value: object): boolean {
    this.writes++;
    if (!this.isFull) this.entry = JSON.stringify(value);
    return !this.isFull;
  }

  clear(): void {
    this.entry = undefined;
  }
}

export interface Row {
  readonly reactions: readonly string[];
  readonly seq: number;
}

/** One row for each reader and article, as the wire format demands. */
export class Registry {
  readonly rows = new Map<string, Map<string, Row>>();
  #moment = Date.UTC(2026, 0, 1);
  readonly #moments = new Map<string, number>();

  put(article: string, {reader, seq, reactions}: Wish): object {
    const rows = this.rows.get(article) ?? new Map<string, Row>();
    this.rows.set(article, rows);
    const known = rows.get(reader);
    if (!known || seq > known.seq) {
      rows.set(reader, {reactions, seq});
      this.#moments.set(article, ++this.#moment);
    }
    return {...this.report(article), mine: rows.get(reader)?.reactions};
  }

  /** Three readers had chosen `like` before. */
  report(article: string): {
    readonly reactions: Record<string, number>;
    readonly people: number;
    readonly as_of: number;
  } {
    const chosen = [...(this.rows.get(article)?.values() ?? [])].map(({reactions}) => reactions);
    const reactions: Record<string, number> = {like: 3};
    for (const kind of chosen.flat()) reactions[kind] = (reactions[kind] ?? 0) + 1;
    const people = 3 + chosen.filter(({length}) => length > 0).length;
    return {reactions, people, as_of: this.#moments.get(article) ?? Date.UTC(2026, 0, 1)};
  }

  counts(ids: readonly string[]): CountsAnswer {
    return {counts: Object.fromEntries(ids.map((id) => [id, this.report(id)]))};
  }
}

/** What a tab sent. */
export interface Sent extends Wish {
  readonly article: string;
}

/** The way from a tab to the registry: late, lost, doubled, broken until `heals`. */
export class Line implements Provider {
  readonly sent: Sent[] = [];
  failed = 0;
  /** Most requests for one article at one time. */
  atOnce = 0;
  readonly #underWay = new Map<string, number>();
  readonly #world: World;
  readonly #registry: Registry;
  readonly #heals: number;

  constructor(world: World, registry: Registry, heals: number) {
    this.#world = world;
    this.#registry = registry;
    this.#heals = heals;
  }

  async react(article: string, wish: Wish, {signal}: CallOptions): Promise<unknown> {
    this.sent.push({article, ...wish});
    const underWay = (this.#underWay.get(article) ?? 0) + 1;
    this.#underWay.set(article, underWay);
    this.atOnce = Math.max(this.atOnce, underWay);
    const end = once((hasFailed: boolean) => {
      if (hasFailed) this.failed++;
      this.#underWay.set(article, (this.#underWay.get(article) ?? 1) - 1);
    });
    // Whoever gives up no longer has a request under way, though it may still arrive.
    signal.addEventListener('abort', () => end(true));
    try {
      const answer = await this.#carry(article, wish);
      end(false);
      return answer;
    } catch (error) {
      end(true);
      throw error;
    }
  }

  async counts(ids: readonly string[] | undefined): Promise<CountsAnswer> {
    await this.#world.after(this.#world.random() * 500);
    const answer = this.#registry.counts(ids ?? []);
    await this.#world.after(this.#world.random() * 500);
    return answer;
  }

  async #carry(article: string, wish: Wish): Promise<unknown> {
    const {random} = this.#world;
    const luck = this.#world.time < this.#heals ? random() : 1;
    await this.#world.after(random() * 800);
    if (luck < 0.1) throw new TypeError('Failed to fetch');
    if (luck < 0.15) throw new Failure('status', 'Busy', {status: 503, retryAt: this.#world.time + random() * 5000});
    // It arrives long after whoever sent it has given up.
    if (luck < 0.2) await this.#world.after(31_000 + random() * 60_000);
    const answer = this.#registry.put(article, wish);
    // A browser sends it again by itself.
    if (luck < 0.3) this.#world.ports.later(() => this.#registry.put(article, wish), random() * 20_000);
    await this.#world.after(random() * 800);
    if (luck < 0.4) throw new TypeError('The connection was reset');
    if (luck < 0.45) await this.#world.after(1e6);
    return answer;
  }
}

const once = <T>(work: (given: T) => void): ((given: T) => void) => {
  let isDone = false;
  return (given) => {
    if (!isDone) work(given);
    isDone = true;
  };
};

export interface Tab {
  readonly store: Store;
  readonly desk: Desk;
  readonly line: Line;
}

/** Tabs of one browser: one memory, and facts that take their time. */
export const openTabs = (
  count: number,
  world: World,
  registry: Registry,
  {heals = 0, ...options}: Partial<DeskOptions> & {readonly heals?: number} = {},
): readonly Tab[] => {
  const memory = new Device();
  const tabs: Tab[] = [];
  const post = (from: number, fact: Fact): void => {
    const text = JSON.stringify(fact);
    tabs.forEach(({desk}, index) => {
      if (index !== from) world.ports.later(() => desk.hear(JSON.parse(text) as Fact), world.random() * 300);
    });
  };
  for (let index = 0; index < count; index++) {
    const line = new Line(world, registry, heals);
    const store = world.store(line);
    const desk = createDesk(store.core, {
      endpoint,
      memory,
      consent: () => 'remember',
      keys: fakeKeys(world.random),
      post: (fact) => post(index, fact),
      ...options,
    });
    tabs.push({store, desk, line});
  }
  return tabs;
};

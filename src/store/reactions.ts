/**
 * The write path of reactions: what the reader wishes is shown at once and sent until the endpoint has given a final
 * answer. A wish is the state that is wanted, never a difference, and has a number: sent twice it counts once, and
 * arriving late it changes nothing.
 */
import type {Failure} from '../model/failure.js';
import {known} from '../model/known.js';
import type {Numbers, Reactions, Reported} from '../model/numbers.js';
import {readReport} from '../model/report.js';
import {within} from '../model/tell.js';
import {readId} from '../model/text.js';
import {mapOf, type Read} from '../model/untrusted.js';
import {readChoice, readReactions, type Choice} from './choice.js';
import type {Core} from './core.js';
import {factsName, type Fact} from './facts.js';
import {Identity, type IdentityOptions} from './identity.js';
import {denied, Line, type Office, type Outcome} from './line.js';
import {createListeners, type Listeners} from './listeners.js';

export type {Outcome};

/** Where the reader of one endpoint reacts. When what is to be shown changes, the table tells of `reactions`. */
export interface Desk {
  /** The kinds that the reader has chosen, by what was wished last. */
  mine(name: string): readonly string[];
  /** The kinds that the reader wants now instead of those before; none withdraws. */
  react(name: string, kinds: readonly string[], options?: {readonly site?: string | undefined}): void;
  /** Whether there is a wish without a final answer. */
  pending(name: string): boolean;
  /** What becomes of wishes, by the article's own id. @returns Takes the listener away again. */
  subscribe(listener: (id: string, outcome: Outcome, failure?: Failure) => void): () => void;
  /** The endpoint may be there again: what waits is sent now, unless the endpoint itself named a later moment. */
  retry(): void;
  /** What the same endpoint told another tab, or another copy of the library. */
  hear(fact: Fact): void;
  /** Consent was withdrawn: forgets who the reader is and what was chosen or wished, here and on the device. */
  forget(): void;
}

export interface DeskOptions extends IdentityOptions {
  /** Tells the other tabs and copies what the endpoint has confirmed. */
  readonly post?: ((fact: Fact) => void) | undefined;
}

export const createDesk = (core: Core, options: DeskOptions): Desk => new OneDesk(core, options);

/** Entries read of one fact. */
const mostFacts = 1000;

class OneDesk implements Desk {
  readonly #core: Core;
  readonly #options: DeskOptions;
  readonly #identity: Identity;
  readonly #listeners: Listeners<[string, Outcome, Failure?]>;
  readonly #lines = new Map<string, Line>();
  /** What the device remembered at the start. */
  #recalled: ReadonlyMap<string, Choice> | undefined;
  #life: AbortController;
  #office: Office;

  constructor(core: Core, options: DeskOptions) {
    const {ports} = core;
    this.#core = core;
    this.#options = options;
    this.#identity = new Identity(options, () => ports.now(), ports.tell);
    this.#listeners = createListeners(ports.tell);
    this.#life = new AbortController();
    this.#office = this.#open();
  }

  mine(name: string): readonly string[] {
    return this.#identity.level ? this.#line(name).mine : [];
  }

  pending(name: string): boolean {
    return this.#line(name).isPending;
  }

  subscribe(listener: (id: string, outcome: Outcome, failure?: Failure) => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  react(name: string, kinds: readonly string[], {site}: {readonly site?: string | undefined} = {}): void {
    const line = this.#line(name);
    const reactions = readReactions(kinds, 'reactions', this.#core.ports.tell) ?? [];
    if (this.#identity.level) line.wish(reactions, this.#identity.nextSeq(), site);
    else line.end('refused', denied());
  }

  retry(): void {
    if ((this.#office.patience?.retryAt ?? 0) > this.#core.ports.now()) return;
    for (const line of [...this.#lines.values()]) line.retry();
  }

  hear({endpoint, counts, mine}: Fact): void {
    if (endpoint !== this.#options.endpoint) return;
    const {table, ports, nextOrder} = this.#core;
    const tell = within(ports.tell, factsName);
    const order = nextOrder();
    const reports = mapOf(mostFacts, readId, unread)(counts, 'counts', tell) ?? [];
    const choices = this.#identity.level === 'remember' && mapOf(mostFacts, readId, readChoice)(mine, 'mine', tell);
    const lines = [...(choices || [])].map(([id, choice]) => [this.#line(id), choice] as const);
    const changed = lines.filter(([line, choice]) => take(line, choice));
    table.putReports([...reports].map(([name, said]) => ({name, ...readReport(said, {order, tell})})));
    for (const [line] of changed) line.hear();
  }

  forget(): void {
    this.#identity.forget();
    this.#life.abort();
    this.#life = new AbortController();
    this.#office = this.#open();
    const lines = [...this.#lines.values()];
    this.#lines.clear();
    this.#recalled = undefined;
    for (const line of lines) {
      if (line.isPending) line.end('refused', denied());
      else line.show();
    }
  }

  #open(): Office {
    return {
      core: this.#core,
      identity: this.#identity,
      signal: this.#life.signal,
      patience: undefined,
      tell: (...news) => this.#listeners.call(...news),
      publish: (line, numbers) => this.#publish(line, numbers),
      rename: ({id}) => this.#line(id),
    };
  }

  /** Whatever is at the desk under any of the article's names. */
  #line(name: string): Line {
    const {table} = this.#core;
    const id = table.idOf(name) ?? name;
    const same = [...this.#lines.values()].filter((line) => line.id === id || table.idOf(line.id) === id);
    // The reader may have a name there already.
    const line = same.find(({isLasting}) => isLasting !== undefined) ?? same[0] ?? new Line(id, this.#office);
    for (const {id: former} of same) this.#lines.delete(former);
    line.id = id;
    this.#lines.set(id, line);
    for (const other of same) if (other !== line) line.join(other);
    if (this.#identity.level === 'remember') take(line, (this.#recalled ??= this.#identity.choices()).get(id));
    return line;
  }

  #publish({id, chosen, isLasting}: Line, {reactions}: Numbers): void {
    const {endpoint, post} = this.#options;
    if (isLasting) this.#identity.keep(id, chosen);
    const counts = reactions && Object.fromEntries([[id, inWireFormat(reactions)]]);
    // Only what the device remembers is the same reader's in another tab.
    const mine = isLasting && Object.fromEntries([[id, chosen]]);
    post?.({endpoint, ...(counts && {counts}), ...(mine && {mine})});
  }
}

/** A choice that the endpoint has confirmed elsewhere. @returns Whether it is news. */
const take = (line: Line, choice: Choice | undefined): boolean => {
  // A name of this page's life alone is another reader than the device's.
  if (!choice || choice.seq <= line.chosen.seq || line.isLasting === false) return false;
  line.chosen = choice;
  return true;
};

const unread: Read<unknown> = (value) => value ?? undefined;

const inWireFormat = ({value: {kinds, people}, asOf}: Reported<Reactions>): object =>
  known({reactions: Object.fromEntries(kinds), people, as_of: asOf});

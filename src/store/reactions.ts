/**
 * The write path of reactions: what the reader wishes is shown at once and sent until the endpoint has given a final
 * answer. A wish is the state that is wanted, never a difference, and has a number: sent twice it counts once, and
 * arriving late it changes nothing.
 */
import {Failure, failureOf} from '../model/failure.js';
import {known} from '../model/known.js';
import type {Numbers, Reactions, Reported} from '../model/numbers.js';
import type {Wish} from '../model/provider.js';
import {readReport} from '../model/report.js';
import {within} from '../model/tell.js';
import {readId} from '../model/text.js';
import {mapOf, member, type Read} from '../model/untrusted.js';
import {isSame, nothingChosen, readChoice, readReactions, withWish, type Choice} from './choice.js';
import type {Core} from './core.js';
import {readCounts} from './counts-answer.js';
import type {Fact} from './facts.js';
import {Identity, type IdentityOptions} from './identity.js';
import {mayPass, pauseAfter} from './retry.js';
import {Listeners} from './signal.js';
import type {Overlay} from './table.js';

/**
 * `wished` shown, not yet answered · `confirmed` the endpoint has taken it, or nothing had to be sent ·
 * `refused` taken back, for good · `waiting` the endpoint cannot be had; it will be sent again.
 */
export type Outcome = 'wished' | 'confirmed' | 'refused' | 'waiting';

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

/** What is known and wanted of one article. */
interface Line {
  /** The article's own, as far as it is known. */
  id: string;
  /** The last word of the endpoint. */
  chosen: Choice;
  /** Without a final answer. */
  wish?: OwnWish | undefined;
  /** The name under which the reader reacts to this article, the same for the rest of the page's life. */
  reader?: string;
  /** Whether that name is the same after a reload. */
  isLasting?: boolean;
  isSending?: boolean;
  /** Something was sent and not answered: the endpoint may have taken it or not. */
  isUnsure: boolean;
  /** How often it was tried again already. */
  attempt: number;
  stopWaiting?: (() => void) | undefined;
}

type OwnWish = Omit<Wish, 'reader'>;

class OneDesk implements Desk {
  readonly #core: Core;
  readonly #options: DeskOptions;
  readonly #identity: Identity;
  readonly #listeners: Listeners<[string, Outcome, Failure?]>;
  readonly #lines = new Map<string, Line>();
  #isRecalled = false;
  /** Asked for patience: nothing is sent before its `retryAt`. */
  #patience: Failure | undefined;
  /** Ends what is under way when the reader is to be forgotten. */
  #life = new AbortController();

  constructor(core: Core, options: DeskOptions) {
    const {now, tell} = core.ports;
    this.#core = core;
    this.#options = options;
    this.#identity = new Identity(options, () => now(), tell);
    this.#listeners = new Listeners(tell);
  }

  mine(name: string): readonly string[] {
    if (!this.#identity.level) return [];
    const {wish, chosen} = this.#line(name);
    return (wish ?? chosen).reactions;
  }

  pending(name: string): boolean {
    return this.#line(name).wish !== undefined;
  }

  subscribe(listener: (id: string, outcome: Outcome, failure?: Failure) => void): () => void {
    return this.#listeners.add(listener);
  }

  react(name: string, kinds: readonly string[], {site}: {readonly site?: string | undefined} = {}): void {
    const line = this.#line(name);
    const {ports} = this.#core;
    if (!this.#identity.level) {
      this.#listeners.call(line.id, 'refused', denied());
      return;
    }
    const reactions = readReactions(kinds, 'reactions', ports.tell) ?? [];
    line.wish = {reactions, seq: this.#identity.nextSeq(), ...(site && {site})};
    line.attempt = 0;
    this.#show(line);
    this.#listeners.call(line.id, 'wished');
    if (this.#isNeedless(line)) this.#end(line, 'confirmed');
    else void this.#send(line);
  }

  retry(): void {
    if (this.#askedToWait) return;
    for (const line of this.#lines.values()) if (line.stopWaiting) void this.#send(line);
  }

  hear({endpoint, counts, mine}: Fact): void {
    if (endpoint !== this.#options.endpoint) return;
    const {table, ports, nextOrder} = this.#core;
    const tell = within(ports.tell, 'presslet:1');
    const order = nextOrder();
    const reports = mapOf(mostFacts, readId, unread)(counts, 'counts', tell) ?? [];
    const choices = this.#identity.level === 'remember' && mapOf(mostFacts, readId, readChoice)(mine, 'mine', tell);
    const heard = [...(choices || [])].filter(([id, choice]) => this.#take(this.#line(id), choice));
    table.putReports([...reports].map(([name, said]) => ({name, ...readReport(said, {order, tell})})));
    for (const [id] of heard) this.#tellHeard(this.#line(id));
  }

  forget(): void {
    this.#identity.forget();
    this.#life.abort();
    this.#life = new AbortController();
    const lines = [...this.#lines.values()];
    this.#lines.clear();
    for (const line of lines) {
      line.chosen = nothingChosen;
      if (line.wish) this.#end(line, 'refused', denied());
      else this.#show(line);
    }
  }

  /** The choice of another tab. @returns Whether it is news. */
  #take(line: Line, choice: Choice): boolean {
    // A name of this page's life alone is another reader than the device's.
    if (choice.seq <= line.chosen.seq || line.isLasting === false) return false;
    line.chosen = choice;
    return true;
  }

  /** A wish that is older than what was heard is over: the endpoint would not heed it. */
  #tellHeard(line: Line): void {
    if (line.wish && line.wish.seq < line.chosen.seq) this.#end(line, 'confirmed');
    else this.#show(line);
  }

  get #askedToWait(): Failure | undefined {
    return (this.#patience?.retryAt ?? 0) > this.#core.ports.now() ? this.#patience : undefined;
  }

  /** Whatever is known under any of the article's names. */
  #line(name: string): Line {
    this.#recall();
    const {table} = this.#core;
    const id = table.idOf(name) ?? name;
    let line = this.#lines.get(id);
    for (const other of this.#lines.values()) {
      if (other === line || other.id === id || table.idOf(other.id) !== id) continue;
      this.#lines.delete(other.id);
      line = line ? joined(line, other) : other;
    }
    line ??= {id, chosen: nothingChosen, attempt: 0, isUnsure: false};
    line.id = id;
    this.#lines.set(id, line);
    return line;
  }

  #recall(): void {
    if (this.#isRecalled || this.#identity.level !== 'remember') return;
    this.#isRecalled = true;
    for (const [id, choice] of this.#identity.choices()) this.#take(this.#line(id), choice);
  }

  /** Sends until there is a final answer to the last wish, or a reason to wait. Never rejects. */
  async #send(line: Line): Promise<void> {
    line.stopWaiting?.();
    line.stopWaiting = undefined;
    if (line.isSending) return;
    line.isSending = true;
    while (line.wish && !line.stopWaiting) await this.#sendOnce(line);
    line.isSending = false;
  }

  async #sendOnce(line: Line): Promise<void> {
    const {signal} = this.#life;
    let wish = line.wish;
    try {
      if (!this.#identity.level) throw denied();
      if (this.#askedToWait) throw this.#askedToWait;
      const reader = (line.reader ??= await this.#nameFor(line, signal));
      // The last word of whoever clicks faster than that.
      wish = line.wish;
      if (!wish || signal.aborted) return;
      const order = this.#core.nextOrder();
      const sent = {...wish, reader};
      line.isUnsure = true;
      const answer = await this.#core.ask(
        (provider, inner) => provider.react?.(line.id, sent, {signal: inner}),
        signal,
      );
      if (signal.aborted) return;
      if (answer === undefined) throw new Failure('unsupported', 'The endpoint does not take reactions.');
      this.#accept(line, wish, answer, order);
    } catch (thrown) {
      if (!signal.aborted) this.#fail(line, wish, failureOf(thrown));
    }
  }

  async #nameFor(line: Line, signal: AbortSignal): Promise<string> {
    await this.#learnId(line, signal);
    const {name, isLasting} = await this.#identity.nameFor(line.id);
    line.isLasting = isLasting;
    return name;
  }

  /** The reader's name depends on the article's own id, and a page may name it by its address before any answer came. */
  async #learnId(line: Line, signal: AbortSignal): Promise<void> {
    const {ask, table, ports, nextOrder} = this.#core;
    const isAnswered = Object.values(table.numbersOf(line.id) ?? {}).some(({order}) => order > 0);
    if (isAnswered || line.chosen.seq > 0) return;
    const order = nextOrder();
    try {
      const answer = await ask((provider, inner) => provider.counts?.([line.id], {signal: inner}), signal);
      if (answer === undefined || signal.aborted) return;
      const {reports, gone} = await readCounts(answer, order, ports);
      table.putReports(reports);
      table.remove(gone);
      this.#line(line.id);
    } catch (thrown) {
      // An endpoint that has no counts knows its articles by the page's names.
      if (mayPass(failureOf(thrown))) throw thrown;
    }
  }

  #accept(line: Line, sent: OwnWish, answer: unknown, order: number): void {
    const {table, ports} = this.#core;
    const report = readReport(answer, {order, tell: ports.tell, isOwn: true});
    const numbers = {...this.#assumed(line, order), ...report.numbers};
    const reactions = readReactions(member(answer, 'mine'), 'mine', ports.tell) ?? sent.reactions;
    line.attempt = 0;
    line.isUnsure = false;
    const isNews = sent.seq > line.chosen.seq;
    if (isNews) line.chosen = {reactions, seq: sent.seq};
    const isOver = line.wish === sent || this.#isNeedless(line);
    if (isOver) line.wish = undefined;
    table.putReports([{name: line.id, ...report, numbers}]);
    this.#line(line.id);
    if (isNews) this.#publish(line, numbers);
    if (isOver) this.#end(line, 'confirmed');
    else this.#show(line);
  }

  /** An endpoint that only says that it is done has taken what is shown. */
  #assumed({id, wish}: Line, order: number): Numbers {
    const shown = wish && this.#core.table.numbersOf(id)?.reactions;
    return shown ? {reactions: {...shown, order, isOwn: true}} : {};
  }

  /** Tells the device, and the other tabs. A name of this page's life alone is a reader that only this page knows. */
  #publish({id, chosen, isLasting}: Line, {reactions}: Numbers): void {
    if (isLasting) this.#identity.keep(id, chosen);
    const counts = reactions && Object.fromEntries([[id, written(reactions)]]);
    const mine = isLasting && Object.fromEntries([[id, chosen]]);
    this.#options.post?.({endpoint: this.#options.endpoint, ...(counts && {counts}), ...(mine && {mine})});
  }

  #fail(line: Line, sent: OwnWish | undefined, failure: Failure): void {
    const {table, ports} = this.#core;
    if (!line.wish) return;
    if (mayPass(failure) || isGarbled(failure)) {
      if (failure.retryAt !== undefined) this.#patience = failure;
      line.stopWaiting = ports.later(() => void this.#send(line), pauseAfter(failure, line.attempt++, ports));
      this.#listeners.call(line.id, 'waiting', failure);
      return;
    }
    if (failure.status === 410) table.remove([line.id]);
    // What is wished by now may be what the endpoint takes.
    if (failure.status !== 422 || line.wish === sent) this.#end(line, 'refused', failure);
  }

  /** Whether the endpoint is known to hold what is wished. Not so where another tab may have told it something else. */
  #isNeedless({wish, chosen, isUnsure}: Line): boolean {
    return (
      wish !== undefined &&
      !isUnsure &&
      isSame(wish.reactions, chosen.reactions) &&
      chosen.seq >= this.#identity.lastElsewhere()
    );
  }

  #end(line: Line, outcome: Outcome, ...failure: readonly [] | readonly [Failure]): void {
    line.wish = undefined;
    line.stopWaiting?.();
    line.stopWaiting = undefined;
    this.#show(line);
    this.#listeners.call(line.id, outcome, ...failure);
  }

  #show(line: Line): void {
    const overlay: Overlay = (known) => withWish(known, line.chosen.reactions, (line.wish ?? line.chosen).reactions);
    this.#core.table.overlay(line.id, line.wish && overlay);
  }
}

const mostFacts = 1000;

const unread: Read<unknown> = (value) => value ?? undefined;

const denied = (): Failure => new Failure('denied', 'Consent does not cover reactions.');

/** A 200 in words of somebody else's, say of a hotel's network. Whether the endpoint has seen the wish nobody knows. */
const isGarbled = ({kind}: Failure): boolean => kind === 'unreadable' || kind === 'too-large';

/** In the wire format. */
const written = ({value: {kinds, people}, asOf}: Reported<Reactions>): object =>
  known({reactions: Object.fromEntries(kinds), people, as_of: asOf});

/** Two lines that turned out to be one article's: the last wish counts, and a name under which something was sent stays. */
const joined = (one: Line, other: Line): Line => {
  const [last, former] = (one.wish ?? one.chosen).seq > (other.wish ?? other.chosen).seq ? [one, other] : [other, one];
  if (former.chosen.seq > last.chosen.seq) last.chosen = former.chosen;
  if (last.reader === undefined && former.reader !== undefined)
    Object.assign(last, known({reader: former.reader, isLasting: former.isLasting}));
  last.isUnsure ||= former.isUnsure;
  former.wish = undefined;
  former.stopWaiting?.();
  return last;
};

/**
 * One article at the desk: what the reader has chosen, what is wished now, and the sending of it. One request at a time;
 * who clicks faster than that is sent once, with the last wish.
 */
import {Failure, failureOf} from '../model/failure.js';
import type {Numbers} from '../model/numbers.js';
import type {Wish} from '../model/provider.js';
import {readReport} from '../model/report.js';
import {member} from '../model/untrusted.js';
import {isSame, nothingChosen, readReactions, withWish, type Choice} from './choice.js';
import type {Core} from './core.js';
import {readCounts} from './counts-answer.js';
import type {Identity} from './identity.js';
import {mayPass, pauseAfter} from './retry.js';

/**
 * `wished` shown, not yet answered · `confirmed` the endpoint has taken it, or nothing had to be sent ·
 * `refused` taken back, for good · `waiting` the endpoint cannot be had; it will be sent again.
 */
export type Outcome = 'wished' | 'confirmed' | 'refused' | 'waiting';

/** What the lines of a desk share, until the reader is forgotten. */
export interface Office {
  readonly core: Core;
  readonly identity: Identity;
  /** Aborted when the reader is forgotten. */
  readonly signal: AbortSignal;
  /** Asked for patience: nothing is sent before its `retryAt`. */
  patience: Failure | undefined;
  readonly tell: (id: string, outcome: Outcome, failure?: Failure) => void;
  /** Tells the device and the others what the endpoint has confirmed. */
  readonly publish: (line: Line, numbers: Numbers) => void;
  /** The table may know by now whose name this is. @returns The line of that article, which may be another. */
  readonly rename: (line: Line) => Line;
}

type OwnWish = Omit<Wish, 'reader'>;

export class Line {
  /** The article's own id, as far as it is known. */
  id: string;
  /** The last word of the endpoint. */
  chosen: Choice = nothingChosen;
  readonly #office: Office;
  /** Without a final answer. */
  #wish: OwnWish | undefined;
  /** The name under which the reader reacts to this article, the same for the rest of the page's life. */
  #reader: string | undefined;
  #isLasting: boolean | undefined;
  #isSending = false;
  /** Something was sent and not answered: the endpoint may have taken it or not. */
  #isUnsure = false;
  /** How often it was tried again already. */
  #attempt = 0;
  #stopWaiting: (() => void) | undefined;

  constructor(id: string, office: Office) {
    this.id = id;
    this.#office = office;
  }

  get mine(): readonly string[] {
    return (this.#wish ?? this.chosen).reactions;
  }

  get isPending(): boolean {
    return this.#wish !== undefined;
  }

  /** Whether the reader has the same name for it after a reload; undefined before the first wish. */
  get isLasting(): boolean | undefined {
    return this.#isLasting;
  }

  wish(reactions: readonly string[], seq: number, site: string | undefined): void {
    this.#wish = {reactions, seq, ...(site && {site})};
    this.#attempt = 0;
    this.show();
    this.#office.tell(this.id, 'wished');
    if (this.#isNeedless) this.end('confirmed');
    else void this.#send();
  }

  retry(): void {
    if (this.#stopWaiting) void this.#send();
  }

  /** Another tab was told of another choice. A wish before that one is over: the endpoint would not heed it. */
  hear(): void {
    if (this.#wish && this.#wish.seq < this.chosen.seq) this.end('confirmed');
    else this.show();
  }

  /** Whichever way it ends, what is shown from now on is what the endpoint has said. */
  end(outcome: Outcome, failure?: Failure): void {
    this.#wish = undefined;
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    this.show();
    this.#office.tell(this.id, outcome, failure);
  }

  show(): void {
    this.#office.core.table.overlay(
      this.id,
      this.#wish && ((known) => withWish(known, this.chosen.reactions, this.mine)),
    );
  }

  /** Another line turned out to be of the same article: the last wish counts. */
  join(other: Line): void {
    const isOlder = (this.#wish ?? this.chosen).seq < (other.#wish ?? other.chosen).seq;
    if (isOlder) this.#wish = other.#wish;
    if (this.chosen.seq < other.chosen.seq) this.chosen = other.chosen;
    this.#isUnsure ||= other.#isUnsure;
    // Where both had a name already, one of them is lost with what was sent under it.
    if (this.#reader === undefined) [this.#reader, this.#isLasting] = [other.#reader, other.#isLasting];
    other.#wish = undefined;
    other.#stopWaiting?.();
    if (this.#wish) void this.#send();
  }

  /** Until there is a final answer to the last wish, or a reason to wait. Never rejects. */
  async #send(): Promise<void> {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    if (this.#isSending) return;
    this.#isSending = true;
    while (this.#isDue) await this.#sendOnce();
    this.#isSending = false;
  }

  async #sendOnce(): Promise<void> {
    const {core, identity, signal, patience} = this.#office;
    let wish = this.#wish;
    try {
      if (!identity.level) throw denied();
      if (patience && Number(patience.retryAt) > core.ports.now()) throw patience;
      const reader = await this.#name();
      // The last word of whoever clicks faster than that.
      wish = this.#wish;
      if (!wish || this.#isForgotten) return;
      const order = core.nextOrder();
      const sent = {...wish, reader};
      this.#isUnsure = true;
      const answer = await core.ask((provider, inner) => provider.react?.(this.id, sent, {signal: inner}), signal);
      if (answer === undefined) throw new Failure('unsupported', 'The endpoint does not take reactions.');
      this.#accept(wish, answer, order);
    } catch (thrown) {
      if (!this.#isForgotten) this.#fail(wish, failureOf(thrown));
    }
  }

  async #name(): Promise<string> {
    if (this.#reader !== undefined) return this.#reader;
    await this.#learnId();
    const {name, isLasting} = await this.#office.identity.nameFor(this.id);
    this.#isLasting = isLasting;
    return (this.#reader = name);
  }

  /** The reader's name depends on the article's own id, and a page may name it by its address before any answer came. */
  async #learnId(): Promise<void> {
    const {core, signal, rename} = this.#office;
    const {ask, table, ports, nextOrder} = core;
    const isAnswered = Object.values(table.numbersOf(this.id) ?? {}).some(({order}) => order > 0);
    if (isAnswered || this.chosen.seq > 0) return;
    const order = nextOrder();
    try {
      const answer = await ask((provider, inner) => provider.counts?.([this.id], {signal: inner}), signal);
      if (this.#isForgotten) return;
      const {reports, gone} = await readCounts(answer, order, ports);
      table.putReports(reports);
      table.remove(gone);
      rename(this);
    } catch (thrown) {
      // An endpoint that has no counts knows its articles by the page's names.
      if (mayPass(failureOf(thrown))) throw thrown;
    }
  }

  #accept(sent: OwnWish, answer: unknown, order: number): void {
    const {core, publish, rename} = this.#office;
    if (this.#isForgotten) return;
    const {tell} = core.ports;
    const report = readReport(answer, {order, tell, isOwn: true});
    const numbers = {...this.#assumed(order), ...report.numbers};
    const reactions = readReactions(member(answer, 'mine'), 'mine', tell) ?? sent.reactions;
    const isNews = sent.seq > this.chosen.seq;
    if (isNews) this.chosen = {reactions, seq: sent.seq};
    this.#attempt = 0;
    this.#isUnsure = false;
    const isOver = this.#wish === sent || this.#isNeedless;
    core.table.putReports([{name: this.id, ...report, numbers}]);
    if (rename(this) !== this) return;
    if (isNews) publish(this, numbers);
    if (isOver) this.end('confirmed');
    else this.show();
  }

  /** An endpoint that only says that it is done has taken what is shown. */
  #assumed(order: number): Numbers {
    const shown = this.#wish && this.#office.core.table.numbersOf(this.id)?.reactions;
    return shown ? {reactions: {...shown, order, isOwn: true}} : {};
  }

  #fail(sent: OwnWish | undefined, failure: Failure): void {
    const {core, tell} = this.#office;
    if (!this.#wish) return;
    if (mayPass(failure) || isGarbled(failure)) {
      if (failure.retryAt !== undefined) this.#office.patience = failure;
      this.#stopWaiting = core.ports.later(() => void this.#send(), pauseAfter(failure, this.#attempt++, core.ports));
      tell(this.id, 'waiting', failure);
      return;
    }
    if (failure.status === 410) core.table.remove([this.id]);
    // What is wished by now may be what the endpoint takes.
    if (failure.status !== 422 || this.#wish === sent) this.end('refused', failure);
  }

  get #isDue(): boolean {
    return this.#wish !== undefined && !this.#stopWaiting;
  }

  get #isForgotten(): boolean {
    return this.#office.signal.aborted;
  }

  /** Whether the endpoint is known to hold what is wished. Not so where another tab may have told it something else. */
  get #isNeedless(): boolean {
    return (
      this.#wish !== undefined &&
      !this.#isUnsure &&
      isSame(this.#wish.reactions, this.chosen.reactions) &&
      this.chosen.seq >= this.#office.identity.lastElsewhere()
    );
  }
}

export const denied = (): Failure => new Failure('denied', 'Consent does not cover reactions.');

/** A 200 in words of somebody else's, say of a hotel's network. Whether the endpoint has seen the wish nobody knows. */
const isGarbled = ({kind}: Failure): boolean => kind === 'unreadable' || kind === 'too-large';

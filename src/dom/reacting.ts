/**
 * The reader at one article: whether reactions are taken, which kinds there are, what was chosen, what went wrong.
 * Loaded after the first rendering, and the write path with it where buttons are shown.
 */
import {failureOf, type Failure} from '../model/failure.js';
import {lazy} from '../model/lazy.js';
import {FailedEvent} from './events.js';
import {shownKinds, type ShownKind} from './reaction-kinds.js';
import type {Place, ReactionsHost, Trouble} from './reaction-place.js';
import type {AdoptedForm} from './reactions-form.js';
import {loadLater} from './later.js';
import {warnOfChunk} from './warn.js';
import {Wishes} from './wishes.js';

const loadDesks = lazy(() => import('./desks.js'));
/** Only a page that brings a form needs to know how to adopt one. */
const loadForm = lazy(() => import('./reactions-form.js'));

export class Reacting {
  readonly #host: ReactionsHost;
  readonly #place: Place;
  /** Whether the endpoint takes reactions; undefined while it is not known. */
  #offers: boolean | undefined;
  /** Why that is not known, or nothing can be sent. */
  #failure: Failure | undefined;
  #opening: Promise<Wishes | undefined> | undefined;
  #wishes: Wishes | undefined;
  #form: HTMLFormElement | undefined;
  #adopted: AdoptedForm | undefined;
  #isAway = false;
  #isLeaving = false;

  constructor(host: ReactionsHost, place: Place) {
    this.#host = host;
    this.#place = place;
    place.signal.addEventListener('abort', place.source.store.description.subscribe(this.heard));
    this.#opening = this.#open();
    this.#lookAfter();
  }

  /** A withdrawn article keeps its place, invisible, until nobody sees it go. */
  get isAway(): boolean {
    return this.#isAway;
  }

  get kinds(): readonly ShownKind[] {
    if (this.#adopted) return this.#adopted.kinds;
    const {source, shown, words} = this.#place;
    const described = source.store.description.value?.kinds ?? [];
    return shownKinds(this.#host.kinds, described, [...(shown.numbers?.kinds.keys() ?? [])], words.language);
  }

  /** The kinds that the reader has chosen. */
  get mine(): readonly string[] {
    return this.#wishes?.mine ?? [];
  }

  /** Whether a wish of the reader's waits for its answer. */
  get isPending(): boolean {
    return this.#wishes?.isPending ?? false;
  }

  /** Whether the reader may react here; undefined while it is not known. */
  get canReact(): boolean | undefined {
    const {source, article} = this.#place;
    const {description, table} = source.store;
    const isOpen = !this.#wishes?.isClosed && table.get(article)?.reactionsOpen !== false;
    const isOffered = !description.value || description.value.capabilities.reactions !== undefined;
    return source.mayWrite && isOpen && isOffered && this.#offers;
  }

  get trouble(): Trouble | undefined {
    return this.#wishes?.trouble ?? (this.#failure && {outcome: 'failed', failure: this.#failure});
  }

  /** The reader chose this kind, or takes it back. */
  toggle(kind: string): void {
    void this.react((mine) => (mine.includes(kind) ? mine.filter((each) => each !== kind) : [...mine, kind]));
  }

  /** What the reader wishes before the write path is there waits for it. */
  async react(choose: (mine: readonly string[]) => readonly string[]): Promise<boolean> {
    const wishes = this.#wishes ?? (await this.#opening);
    return wishes && this.canReact ? wishes.make(choose(wishes.mine)) : false;
  }

  /** The reader's "try again". */
  readonly retry = (): void => {
    if (this.#wishes?.trouble) this.#wishes.retry();
    else {
      this.#place.source.store.refreshCounts();
      this.#opening = this.#open();
    }
  };

  /** Whatever the endpoint says shows that it can be had again. */
  readonly heard = (): void => {
    if (this.#failure || (this.canReact && !this.#wishes)) this.#opening = this.#open();
    this.#lookAfter();
    this.#host.requestUpdate();
  };

  readonly #leave = (): void => {
    this.#isAway = true;
    this.#host.requestUpdate();
  };

  /** Takes over the page's form, which may come and go. */
  adopt(form: HTMLFormElement | undefined): void {
    if (form === this.#form) return;
    this.#form = form;
    this.#adopted?.end();
    this.#adopted = undefined;
    if (form) void this.#load(form);
  }

  /** Writes into that form what is pressed, and its numbers. */
  write(): void {
    this.#adopted?.write(this, this.#place.shown.numbers, this.#host.min, this.#place.words.language);
  }

  async #open(): Promise<Wishes | undefined> {
    const {source, signal} = this.#place;
    this.#failure = undefined;
    try {
      const ask = source.store.core.ask;
      this.#offers = await ask((provider) => Promise.resolve(provider.react !== undefined), signal);
      this.#host.requestUpdate();
      if (!this.canReact) return undefined;
      const {deskOf} = await loadDesks();
      if (signal.aborted) return undefined;
      this.#wishes ??= new Wishes(deskOf(this.#place), this.#host, this.#place, this);
    } catch (thrown) {
      if (!signal.aborted) this.#fail(failureOf(thrown));
    }
    this.#host.requestUpdate();
    return this.#wishes;
  }

  /** Waits until nobody sees a withdrawn article go. */
  #lookAfter(): void {
    const {source, article, signal} = this.#place;
    if (!source.store.table.isGone(article) || this.#isLeaving) return;
    this.#isLeaving = true;
    loadLater().then(({whenAway}) => signal.addEventListener('abort', whenAway(this.#host, this.#leave)), warnOfChunk);
  }

  #fail(failure: Failure): void {
    this.#failure = failure;
    this.#host.dispatchEvent(new FailedEvent(failure.kind, failure.message, this.retry));
  }

  async #load(form: HTMLFormElement): Promise<void> {
    try {
      const {adoptForm} = await loadForm();
      if (form !== this.#form || this.#place.signal.aborted) return;
      this.#adopted = adoptForm(form, this);
      this.#place.signal.addEventListener('abort', this.#adopted.end);
      this.#host.requestUpdate();
    } catch (thrown) {
      warnOfChunk(thrown);
    }
  }
}

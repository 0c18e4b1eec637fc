/** What the reader wishes is asked of the page and handed to the desk; what becomes of it is told to page and reader. */
import type {Failure} from '../model/failure.js';
import type {Desk, Outcome} from '../store/reactions.js';
import {FailedEvent, ReactedEvent, ReactRequestEvent} from './events.js';
import {say} from './say.js';
import type {ShownKind} from './reaction-kinds.js';
import type {Place, ReactionsHost, Trouble} from './reaction-place.js';

/** One article at one desk, for one widget. */
export class Wishes {
  readonly #desk: Desk;
  readonly #host: ReactionsHost;
  readonly #place: Place;
  readonly #offer: {readonly kinds: readonly ShownKind[]};
  #trouble: Trouble | undefined;
  #isClosed = false;
  /** The wish under way was made in this widget: it alone tells of it. */
  #isOwn = false;
  /** What was wished here last. */
  #wished: readonly string[] = [];

  constructor(desk: Desk, host: ReactionsHost, place: Place, offer: {readonly kinds: readonly ShownKind[]}) {
    this.#desk = desk;
    this.#host = host;
    this.#place = place;
    this.#offer = offer;
    const {table} = place.source.store;
    const stop = desk.subscribe((id, outcome, failure) => {
      if (id === (table.idOf(place.article) ?? place.article)) this.#hear(outcome, failure);
    });
    // What was wished is sent nevertheless.
    place.signal.addEventListener('abort', stop);
  }

  get mine(): readonly string[] {
    return this.#desk.mine(this.#place.article);
  }

  get isPending(): boolean {
    return this.#desk.pending(this.#place.article);
  }

  /** Whether the endpoint has said that nobody may react any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  /** These kinds instead of those before; the last of them where only one may be chosen. False where a listener of the page said no. */
  make(kinds: readonly string[]): boolean {
    const {article, source} = this.#place;
    const reactions = this.#host.multiple ? kinds : kinds.slice(-1);
    if (!this.#host.dispatchEvent(new ReactRequestEvent(article, reactions, this.mine))) return false;
    this.#isOwn = true;
    this.#wished = reactions;
    this.#desk.react(article, reactions, {site: source.settings.site});
    return true;
  }

  /** Sends now what waits; wishes again what was taken back. */
  retry(): void {
    if (this.#trouble?.outcome === 'waiting') this.#desk.retry();
    else this.make(this.#wished);
  }

  #hear(outcome: Outcome, failure: Failure | undefined): void {
    const before = this.#trouble?.outcome;
    const isOwn = this.#isOwn;
    if (outcome === 'waiting' || (outcome === 'refused' && isOwn)) this.#trouble = {outcome, failure};
    // A wish that is made while another waits is told of only when it, too, has to wait.
    else if (outcome !== 'wished' || before === 'refused') this.#trouble = undefined;
    if (outcome === 'refused' && failure?.status === 409) this.#close();
    if (outcome === 'confirmed' || outcome === 'refused') this.#isOwn = false;
    if (isOwn && outcome !== 'wished' && (outcome !== 'waiting' || before !== outcome)) this.#tell(outcome, failure);
    this.#host.requestUpdate();
  }

  /** The buttons go: whoever stood on one of them is not thrown to the top of the page. */
  #close(): void {
    this.#isClosed = true;
    const hadFocus = this.#host.matches(':focus-within');
    void this.#host.updateComplete.then(() => {
      if (hadFocus) this.#host.shadowRoot?.querySelector<HTMLElement>('[role=group]')?.focus();
    });
  }

  #tell(outcome: Exclude<Outcome, 'wished'>, failure: Failure | undefined): void {
    const {words, shown, article} = this.#place;
    const {language} = words;
    const {kinds = new Map<string, number>(), people} = shown.numbers ?? {};
    if (outcome === 'confirmed') {
      const chosen = this.#offer.kinds.filter(({kind}) => this.mine.includes(kind)).map(({label}) => label);
      const result = language.say(chosen.length ? 'reacted' : 'withdrawn', {kinds: language.list(chosen)});
      say(people ? `${result} ${language.say('people', people)}` : result, language);
      this.#host.dispatchEvent(new ReactedEvent(article, kinds, this.mine));
      return;
    }
    say(language.say(outcome), language);
    if (!failure || failure.kind === 'denied') return;
    this.#host.dispatchEvent(new FailedEvent(failure.kind, failure.message, () => this.retry()));
  }
}

import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {list, narrow, oneOf, setUp, text, whole} from '../dom/attributes.js';
import {LanguageController} from '../dom/language.js';
import type {ShownKind} from '../dom/reaction-kinds.js';
import {ReactionsController} from '../dom/reactions-controller.js';
import {SourceController} from '../dom/source-controller.js';
import {setStates} from '../dom/states.js';
import {reactionsStyles} from './press-reactions.styles.js';
import {theme} from './theme.js';

export type ReactionsLayout = 'bar' | 'summary';

/**
 * Reaction buttons of an article, with how many readers chose each.
 *
 * A form that the page holds inside is adopted in place: its buttons name kinds, labels, icons and order, it works
 * without JavaScript, and Presslet sets what is pressed and the numbers. With nothing inside the buttons are drawn here.
 *
 * @summary Reaction buttons of an article, with counts.
 * @tagname press-reactions
 *
 * @slot - A form of the page's own: `<button name="reactions" value="like">Like <data>3</data></button>`.
 *
 * @fires {ReactRequestEvent} press-react-request - The reader chose other reactions; cancel it and nothing is shown or sent.
 * @fires {ReactedEvent} press-reacted - The endpoint has taken the reader's reactions.
 * @fires {FailedEvent} press-failed - The endpoint did not take them, or cannot be had; `retry()` tries again.
 *
 * @csspart kinds - The row of kinds.
 * @csspart kind - One kind: a button, or a number alone.
 * @csspart icon - The picture or character of a kind.
 * @csspart label - Its label.
 * @csspart count - How many readers chose it.
 * @csspart totals - The line of readers and reactions in all.
 * @csspart people - The number of readers, in words.
 * @csspart total - The number of reactions, in words, where it is not that of readers.
 * @csspart note - The words for a wish that waits or was not taken.
 * @csspart retry - The button that tries again.
 *
 * @cssproperty [--press-color=inherit] - Colour of texts.
 * @cssproperty [--press-font=inherit] - Font of all texts.
 * @cssproperty [--press-muted] - Colour of numbers and of the line below.
 * @cssproperty [--press-line] - Colour of the lines around buttons.
 * @cssproperty [--press-soft] - Background of buttons.
 * @cssproperty [--press-accent] - Colour of what the reader chose, and of the focus ring.
 * @cssproperty [--press-radius=1.25em] - Roundness of buttons.
 * @cssproperty [--press-gap=0.5em] - Space between buttons.
 * @cssproperty [--press-reactions-width=2ch] - Width that is reserved for each number.
 * @cssproperty [--press-reactions-rows=1] - Rows of buttons that are reserved before their kinds are known.
 *
 * @cssState loading - No number is known yet.
 * @cssState ready - The numbers are there.
 * @cssState empty - Nobody has reacted yet.
 * @cssState stale - What is shown waits to be sent, or could not be renewed.
 * @cssState offline - The device has no network.
 * @cssState failed - There is nothing to show, because the endpoint cannot be read.
 * @cssState denied - Consent does not cover reading.
 */
export class PressReactions extends LitElement {
  static override styles = [theme, reactionsStyles];

  static override properties = {
    endpoint: {converter: text()},
    adapter: {converter: text()},
    source: {converter: text()},
    article: {converter: text()},
    consent: {converter: text()},
    kinds: {converter: list()},
    multiple: {type: Boolean},
    layout: {converter: oneOf(['bar', 'summary'], 'bar'), reflect: true},
    min: {converter: whole(0, Number.MAX_SAFE_INTEGER, 0)},
  };

  /** Address of a feed or an API. Default: that of the source around, or of the page. */
  declare endpoint: string;

  /** Name of an adapter (`presslet`, `json-feed`); without it the endpoint's answer tells. */
  declare adapter: string;

  /** Id of a `<press-source>` elsewhere in the page. */
  declare source: string;

  /** Id, address or canonical address of the article. Default: the source's, then the page's canonical address. */
  declare article: string;

  /** `remember` (default), `count` (the choice lasts as long as the page), `display` (numbers without buttons) or `none`; of all sources around, the strictest counts. */
  declare consent: string;

  /** Kinds and their order, separated by spaces; any of the publisher's own will do. Default: the endpoint's. */
  declare kinds: readonly string[];

  /** The reader may choose several kinds. Default: one. */
  declare multiple: boolean;

  /** `bar` (default) or `summary`: all in one line, without buttons. */
  declare layout: ReactionsLayout;

  /** Smaller numbers are not shown. Default 0. */
  declare min: number;

  readonly #states = this.attachInternals().states;
  readonly #source = new SourceController(this);
  readonly #language = new LanguageController(this);
  readonly #reactions = new ReactionsController(this, this.#source, this.#language);

  constructor() {
    super();
    setUp(this);
  }

  /**
   * Chooses these kinds for the reader instead of those before; none withdraws.
   *
   * @returns Whether the wish is under way: not where the reader may not react, or a listener cancelled the request.
   */
  react(kinds: readonly string[]): Promise<boolean> {
    return this.#reactions.react(anyKinds.fromAttribute(kinds));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    narrow(this, changed);
    this.#source.look();
  }

  override render(): TemplateResult {
    const {isGone, hasForm, state, reacting} = this.#reactions;
    const isEmpty = state === 'denied' || reacting?.isAway;
    return html`<div
      class=${isGone ? 'gone' : ''}
      role="group"
      tabindex="-1"
      aria-label=${this.#language.language.say('reactionsLabel')}
      aria-busy=${reacting?.isPending ?? false}
      ?inert=${isGone}
    >
      <slot ?hidden=${!hasForm || isEmpty} @slotchange=${this.#reactions.look}></slot>
      ${isEmpty ? nothing : html`${hasForm || this.layout === 'summary' ? nothing : this.#renderKinds()}${this.#renderFoot()}`}
    </div>`;
  }

  #renderKinds(): TemplateResult {
    const {numbers, reacting} = this.#reactions;
    const {canReact, kinds = []} = reacting ?? {};
    const known = this.#language.isReady && (canReact || (canReact === false && numbers)) ? kinds : [];
    const drawn = known.map(canReact ? this.#renderButton : this.#renderItem);
    return canReact ? html`<div part="kinds">${drawn}</div>` : html`<ul role="list" part="kinds">${drawn}</ul>`;
  }

  /** The name stays as it is when the number changes, and is not read anew: the number describes it. */
  readonly #renderButton = (kind: ShownKind): TemplateResult => html`
    <button
      type="button"
      part="kind"
      value=${kind.kind}
      aria-pressed=${this.#reactions.reacting?.mine.includes(kind.kind) ?? false}
      aria-description=${this.#people(this.#countOf(kind)) || nothing}
      @click=${this.#toggle}
    >
      ${this.#renderKind(kind, true)}
    </button>
  `;

  readonly #renderItem = (kind: ShownKind): TemplateResult => html`<li part="kind">${this.#renderKind(kind)}</li>`;

  readonly #toggle = ({currentTarget}: Event): void => {
    if (currentTarget instanceof HTMLButtonElement) this.#reactions.reacting?.toggle(currentTarget.value);
  };

  /** @param isNamed - The label alone is the name of what stands around it. */
  #renderKind(kind: ShownKind, isNamed = false): TemplateResult {
    const count = this.#countOf(kind);
    const {language} = this.#language;
    return html`${renderIcon(kind)}<span part="label">${kind.label}</span
      ><span part="count" aria-hidden=${isNamed}>${count === undefined ? nothing : language.number(count)}</span>`;
  }

  #renderFoot(): TemplateResult {
    const {numbers, reacting} = this.#reactions;
    const {language, isReady} = this.#language;
    const isOnlyNumbers = this.layout === 'summary' && numbers !== undefined;
    if (!reacting?.trouble || isOnlyNumbers)
      return html`<p part="totals">${isReady ? this.#renderTotals() : nothing}</p>`;
    const {outcome} = reacting.trouble;
    return html`<p part="note">
      <span>${language.say(outcome === 'failed' ? 'failedHint' : outcome)}</span>
      <button type="button" part="retry" @click=${reacting.retry}>${language.say('retry')}</button>
    </p>`;
  }

  #renderTotals(): unknown {
    const {numbers, total, reacting} = this.#reactions;
    const people = this.#people(numbers?.people);
    const isSummary = this.layout === 'summary';
    const chosen = reacting?.kinds.filter((kind) => this.#countOf(kind)) ?? [];
    return [
      isSummary ? chosen.slice(0, 3).map(renderIcon) : nothing,
      people && html` <span part="people">${people}</span>`,
      // Where each reader chooses one kind it would only repeat the number of readers.
      total && total >= this.min && (isSummary || total !== numbers?.people)
        ? html` <span part="total">${this.#language.language.say('reactionsTotal', total)}</span>`
        : nothing,
    ];
  }

  override updated(): void {
    setStates(this.#states, this.#reactions.state);
  }

  /** Undefined where it is not known, or too small to be shown. */
  #countOf({kind}: ShownKind): number | undefined {
    const {numbers} = this.#reactions;
    const count = numbers && (numbers.kinds.get(kind) ?? 0);
    return count === undefined || count < this.min ? undefined : count;
  }

  /** In words; empty for nobody, and for fewer than are shown. */
  #people(count = 0): string {
    return count && count >= this.min ? this.#language.language.say('people', count) : '';
  }
}

/** What a page hands in, held to the rule of the attribute. */
const anyKinds = list();

const renderIcon = ({icon}: ShownKind): TemplateResult =>
  icon.includes('/')
    ? html`<img part="icon" src=${icon} alt="" />`
    : html`<span part="icon" aria-hidden="true">${icon}</span>`;

declare global {
  interface HTMLElementTagNameMap {
    'press-reactions': PressReactions;
  }
}

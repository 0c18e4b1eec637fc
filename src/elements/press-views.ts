import {css, html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {narrow, oneOf, setUp, text, whole} from '../dom/attributes.js';
import {LanguageController} from '../dom/language.js';
import {SourceController} from '../dom/source-controller.js';
import {setStates} from '../dom/states.js';
import type {CountOn} from '../dom/view-policy.js';
import {ViewsController} from '../dom/views-controller.js';
import {writtenNumber, type WrittenNumber} from '../dom/written-number.js';
import {theme} from './theme.js';

/**
 * The number of times an article was read. It counts a view only when asked to.
 *
 * A number that the page wrote inside is the first value, and is rewritten where it stands, in the page's own look;
 * with nothing inside the number stands in the shadow root, with its word for those who do not see where it stands.
 *
 * @summary A view counter for one article.
 * @tagname press-views
 *
 * @slot - A number that the page knows already: `<press-views>1 043</press-views>`.
 *
 * @fires {ViewRequestEvent} press-view-request - The article was read by the rule of `count-on`; cancel it to count the view yourself.
 * @fires {ViewedEvent} press-viewed - The endpoint has counted the view.
 * @fires {FailedEvent} press-failed - The view could not be counted; `retry()` repeats it without counting twice.
 *
 * @csspart count - The number.
 *
 * @cssproperty [--press-color=inherit] - Colour of the number.
 * @cssproperty [--press-font=inherit] - Font of the number.
 * @cssproperty [--press-views-width=3ch] - Width that is reserved for the number.
 *
 * @cssState loading - No number is known yet.
 * @cssState ready - The number is there.
 */
export class PressViews extends LitElement {
  static override styles = [
    theme,
    css`
      :host {
        display: inline-block;
        min-inline-size: var(--press-views-width, 3ch);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  static override properties = {
    endpoint: {converter: text()},
    adapter: {converter: text()},
    source: {converter: text()},
    article: {converter: text()},
    consent: {converter: text()},
    countOn: {attribute: 'count-on', converter: oneOf(['never', 'load', 'visible', 'dwell'], 'never')},
    value: {converter: whole(0, Number.MAX_SAFE_INTEGER, undefined)},
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

  /** `remember` (default), `count`, `display` or `none`; of all sources around, the strictest counts. */
  declare consent: string;

  /**
   * When a view is counted: `never` (default), `load` (the page is visible), `visible` (half of the nearest `<article>`
   * is in view, or it covers half of the viewport, for one second), `dwell` (ten seconds, visible and focused).
   * Once per article and page life.
   */
  declare countOn: CountOn | 'never';

  /** A number that is known already, say from the server. Shown until a larger one comes. */
  declare value: number | undefined;

  /** Smaller numbers are not shown. Default 0. */
  declare min: number;

  readonly #states = this.attachInternals().states;
  readonly #source = new SourceController(this);
  readonly #language = new LanguageController(this);
  readonly #views = new ViewsController(this, this.#source);
  #written: WrittenNumber | undefined;

  constructor() {
    super();
    setUp(this);
  }

  /** Counts one view, unless it was counted before or a listener cancels the request. */
  countView(): boolean {
    return this.#views.count();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    narrow(this, changed);
    this.#source.look();
    if (!this.#written) this.#read();
  }

  override render(): TemplateResult {
    const isHidden = this.#shown === undefined || this.#shown < this.min;
    return html`<slot ?hidden=${!this.#written || isHidden} @slotchange=${this.#look}></slot>${
      this.#written || isHidden ? nothing : this.#renderCount(this.#shown)
    }`;
  }

  #renderCount(views = 0): TemplateResult {
    const {language} = this.#language;
    return html`<data part="count" value=${views}
      ><span aria-hidden="true">${language.number(views)}</span
      ><span class="hidden">${language.say('views', views)}</span></data
    >`;
  }

  /** The parser, or the page, put something inside. */
  readonly #look = (): void => this.requestUpdate();

  override updated(): void {
    const views = this.#shown;
    setStates(this.#states, views === undefined ? 'loading' : 'ready');
    if (!this.#written) return;
    if (views !== undefined) this.#written.write(views, this.#language.language.number(views));
  }

  #read(): void {
    this.#written = writtenNumber(this);
    if (this.#written) this.#views.know(this.#written.value);
  }

  /** The largest number that anyone knows. */
  get #shown(): number | undefined {
    const all = [this.value, this.#written?.value, this.#views.views].filter((value) => value !== undefined);
    return all.length > 0 && !this.#views.isGone ? Math.max(...all) : undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'press-views': PressViews;
  }
}

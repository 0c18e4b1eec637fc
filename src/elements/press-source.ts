import {css, html, LitElement, type PropertyValues, type TemplateResult} from 'lit';
import {narrow, setUp, text} from '../dom/attributes.js';
import {SourceController} from '../dom/source-controller.js';
import type {Source} from '../dom/source.js';
import {offerSource, sourcesChanged, type ViewRule} from '../dom/sources.js';
import type {Provider} from '../model/provider.js';

/**
 * Names an endpoint, and the page's current article, for the widgets inside it. Without children it is the default of
 * the whole page. What it lacks it takes from the next source: `source="id"`, the nearest around it, the page's default.
 *
 * @summary Names the endpoint for the widgets inside.
 * @tagname press-source
 * @slot - The page's content.
 */
export class PressSource extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  static override properties = {
    endpoint: {converter: text()},
    adapter: {converter: text()},
    source: {converter: text()},
    article: {converter: text()},
    section: {converter: text()},
    consent: {converter: text()},
    site: {converter: text()},
    timeZone: {attribute: 'time-zone', converter: text()},
    provider: {attribute: false},
    viewRule: {attribute: false},
  };

  /** Address of a feed or an API, relative to the page. */
  declare endpoint: string;

  /** Name of an adapter (`presslet`, `json-feed`); without it the endpoint's answer tells. */
  declare adapter: string;

  /** Id of another `<press-source>` to take from what this one lacks. */
  declare source: string;

  /** Id, address or canonical address of the page's article. */
  declare article: string;

  /** Id of the section that lists show when they name none. */
  declare section: string;

  /** `remember` (default), `count`, `display` or `none`: what the reader allows. The strictest of all sources around a widget counts. */
  declare consent: string;

  /** The name of the embedding partner, for the endpoint's own statistics. */
  declare site: string;

  /** IANA name of the time zone in which dates are shown, as `Europe/Moscow`. Default: the reader's. */
  declare timeZone: string;

  /** An endpoint in script, instead of an address. */
  declare provider: Provider | undefined;

  /** Decides in script whether a view counts. Default: automated browsers do not. */
  declare viewRule: ViewRule | undefined;

  readonly #found = new SourceController(this);
  #withdraw: (() => void) | undefined;

  constructor() {
    super();
    setUp(this);
  }

  /** What widgets inside work with; undefined while no endpoint is known. */
  get held(): Source | undefined {
    return this.#found.source;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#withdraw = offerSource(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#withdraw?.();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    narrow(this, changed);
    this.#found.look();
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  override updated(): void {
    sourcesChanged();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'press-source': PressSource;
  }
}

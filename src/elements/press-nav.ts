import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {narrow, oneOf, setUp, someOf, text} from '../dom/attributes.js';
import {LanguageController} from '../dom/language.js';
import {NavController} from '../dom/nav-controller.js';
import {News} from '../dom/news.js';
import {openLink} from '../dom/openings.js';
import type {PrefetchMode} from '../dom/prefetch.js';
import {SourceController} from '../dom/source-controller.js';
import {setStates} from '../dom/states.js';
import {relOf, type Side} from '../dom/written-links.js';
import type {Article} from '../model/article.js';
import {navStyles} from './press-nav.styles.js';
import {renderState} from './teasers-states.js';
import {theme} from './theme.js';

/** What of an article a link to it may show. */
export type NavShow = 'label' | 'title' | 'image' | 'date';
const shows: readonly NavShow[] = ['label', 'title', 'image', 'date'];

/**
 * Leads to the articles before and after one.
 *
 * Links that the page wrote inside, `<a rel="prev">` and `<a rel="next">`, come first: they stay, and are rewritten only
 * where the endpoint names another article; at an end the link is hidden. A link without an address waits for its article.
 * A label inside a link stays where the title has an element of its own, the last one or that with `itemprop="headline"`.
 * With nothing inside, the navigation draws itself.
 *
 * @summary Previous and next article.
 * @tagname press-nav
 *
 * @slot - Links of the page's own, with `rel="prev"` and `rel="next"`.
 * @slot loading - Shown until the articles are known, instead of a skeleton.
 * @slot empty - Shown when there is neither, instead of our words.
 * @slot failed - Shown when they cannot be had, instead of our words. The button to try again stays.
 * @slot denied - Shown when consent does not cover reading; nothing by default.
 *
 * @fires {LoadedEvent} press-loaded - The articles before and after are known.
 * @fires {FailedEvent} press-failed - They could not be had, or not be renewed.
 * @fires {OpenRequestEvent} press-open-request - The reader is about to follow a link; cancel it to open the article your way.
 * @fires {OpenedEvent} press-opened - The reader followed a link.
 *
 * @csspart previous - Holds the link to the older article, or the words for the end.
 * @csspart next - The same for the newer article.
 * @csspart link - A link with all that stands in it.
 * @csspart arrow - The arrow inside a link.
 * @csspart image - The picture.
 * @csspart label - The words "Previous article" and "Next article".
 * @csspart title - The article's title.
 * @csspart date - The day of publication.
 * @csspart end - The words that stand where there is no further article.
 * @csspart skeleton - What is drawn until the articles are there.
 * @csspart message - The words for failed.
 * @csspart note - The line that tells of old data.
 * @csspart retry - The button that tries again.
 *
 * @cssproperty [--press-color=inherit] - Colour of titles.
 * @cssproperty [--press-font=inherit] - Font of all texts.
 * @cssproperty [--press-muted] - Colour of labels, dates and ends.
 * @cssproperty [--press-line] - Colour of the lines around and between the links.
 * @cssproperty [--press-soft] - Background of the skeleton and of buttons.
 * @cssproperty [--press-accent] - Colour of a link that is pointed at, and of the focus ring.
 * @cssproperty [--press-radius=0.5em] - Roundness of pictures and buttons.
 * @cssproperty [--press-gap=1em] - Space around and between the links.
 * @cssproperty [--press-image-width=6em] - Width of the picture.
 * @cssproperty [--press-image-ratio=3/2] - Ratio that is reserved for the picture.
 * @cssproperty [--press-title-size=1.0625em] - Size of titles.
 * @cssproperty [--press-title-font=inherit] - Font of titles.
 * @cssproperty [--press-title-weight=650] - Weight of titles.
 * @cssproperty [--press-nav-lines=2] - Lines that are reserved for a title, and after which it is cut.
 *
 * @cssState loading - Nothing is known yet.
 * @cssState ready - The articles are there.
 * @cssState empty - There is neither an older nor a newer article.
 * @cssState stale - What is shown could not be renewed.
 * @cssState offline - The device has no network.
 * @cssState failed - There is nothing to show, because the endpoint cannot be read.
 * @cssState denied - Consent does not cover reading.
 */
export class PressNav extends LitElement {
  static override styles = [theme, navStyles];

  static override properties = {
    endpoint: {converter: text()},
    adapter: {converter: text()},
    source: {converter: text()},
    article: {converter: text()},
    consent: {converter: text()},
    timeZone: {attribute: 'time-zone', converter: text()},
    loading: {converter: oneOf(['eager', 'lazy'], 'eager')},
    section: {converter: text()},
    prefetch: {converter: oneOf(['intent', 'none', 'prerender'], 'intent')},
    show: {converter: someOf(shows, ['label', 'title'] as const)},
  };

  /** Address of a feed or an API. Default: that of the source around, or of the page. */
  declare endpoint: string;

  /** Name of an adapter (`presslet`, `json-feed`); without it the endpoint's answer tells. */
  declare adapter: string;

  /** Id of a `<press-source>` elsewhere in the page. */
  declare source: string;

  /** Id, address or canonical address of the article to start from. Default: the source's, then the page's canonical address. */
  declare article: string;

  /** `remember` (default), `count`, `display` or `none`; of all sources around, the strictest counts. With `none` nothing is asked, and nothing prefetched. */
  declare consent: string;

  /** IANA name of the time zone of dates. Default: the source's, then the reader's. */
  declare timeZone: string;

  /** `eager` (default), or `lazy`: asks when less than half a screen away. */
  declare loading: 'eager' | 'lazy';

  /** Stays within this section; `current` for that of the article. Default: the source's, then the whole site. */
  declare section: string;

  /**
   * `intent` (default): what a link leads to is fetched when the reader points at it, on this origin and unless data is
   * saved; `prerender`: and drawn beforehand when it is pressed, in engines that can; `none`.
   */
  declare prefetch: PrefetchMode;

  /** What of the articles is seen: words out of `label title image date`. Label and title are always read aloud. Default: `label title`. */
  declare show: readonly NavShow[];

  readonly #states = this.attachInternals().states;
  readonly #found = new SourceController(this);
  readonly #language = new LanguageController(this);
  readonly #nav = new NavController(this, this.#found);
  readonly #news = new News(this, this.#nav);
  #isRetrying = false;

  constructor() {
    super();
    setUp(this);
    this.addEventListener('click', this.#open);
    // The middle button opens a new tab without a click.
    this.addEventListener('auxclick', this.#open);
  }

  /** Asks again for the articles before and after, at once; what is shown stays until the answer is there. */
  refresh(): void {
    this.#nav.retry();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    narrow(this, changed);
    this.#found.look();
    this.#nav.ask();
    this.#isRetrying = !!this.shadowRoot?.activeElement?.matches('[part=retry]');
  }

  override render(): TemplateResult {
    const {isWritten, state} = this.#nav;
    const isInner = isWritten && !!(this.querySelector('nav') ?? this.closest('nav'));
    return html`
      <nav
        class=${isWritten ? 'written' : 'own'}
        role=${isInner ? 'none' : nothing}
        aria-label=${isInner ? nothing : this.#language.language.say('nav')}
        aria-busy=${this.#nav.isFetching}
        ?hidden=${state === 'denied'}
      >
        <slot ?hidden=${!isWritten} @slotchange=${this.#look}></slot>
        ${isWritten ? this.#renderState() : this.#renderOwn()}
      </nav>
      ${state === 'denied' ? this.#renderState() : nothing}
    `;
  }

  override updated(): void {
    const {state, ids, query} = this.#nav;
    setStates(this.#states, ...(state === 'offline' && ids.length > 0 ? ['offline', 'stale'] : [state]));
    // It is read aloud, in the language of the page.
    if (this.#language.isReady) this.#news.failed(this.#language.language);
    if (query.data === 'ready') this.#news.loaded(ids);
    // The button is gone, and the focus must not go with it.
    if (this.#isRetrying && !this.shadowRoot?.activeElement) this.#nav.focus();
  }

  /** The parser, or the page, put something inside. */
  readonly #look = (): void => this.requestUpdate();

  #renderOwn(): TemplateResult | typeof nothing {
    const {state, ids} = this.#nav;
    if (state === 'denied') return nothing;
    const isShown = this.#language.isReady && (ids.length > 0 || state === 'empty');
    const both = html`<div part="previous">${this.#renderSide('previous')}</div>
      <div part="next">${this.#renderSide('next')}</div>`;
    return html`<div class="box ${this.show.join(' ')}">
      ${state === 'empty' && isShown ? html`<slot name="empty">${both}</slot>` : isShown ? both : nothing}
      ${isShown && (state === 'ready' || state === 'empty') ? nothing : this.#renderState()}
    </div>`;
  }

  #renderSide(side: Side): TemplateResult | typeof nothing {
    const article = this.#nav.article(side);
    if (article) return this.#renderLink(side, article);
    if (article === undefined) return nothing;
    return html`<p part="end">${this.#language.language.say(side === 'next' ? 'newest' : 'oldest')}</p>`;
  }

  #renderLink(side: Side, {url, title, image, published}: Article): TemplateResult {
    const {language} = this.#language;
    const hiddenWithout = (word: NavShow): string => (this.show.includes(word) ? '' : 'hidden');
    return html`<a part="link" rel=${relOf[side]} href=${url ?? nothing}>
      <svg part="arrow" viewBox="0 0 24 24" aria-hidden="true"><path d="M20 12H5m6-7-7 7 7 7"></path></svg>
      ${image && this.show.includes('image') ? html`<img part="image" src=${image.url} alt="" decoding="async" />` : nothing}
      <span class="words">
        <span part="label" class=${hiddenWithout('label')}>${language.say(side)}</span>
        <span part="title" class=${hiddenWithout('title')} dir="auto">${title}</span>
        ${published !== undefined && this.show.includes('date') ? this.#renderDate(published) : nothing}
      </span>
    </a>`;
  }

  #renderDate(published: number): TemplateResult {
    const timeZone = this.timeZone || this.#nav.source?.settings.timeZone;
    return html`<time part="date" datetime=${new Date(published).toISOString()}
      >${this.#language.language.date(published, 'medium', timeZone)}</time
    >`;
  }

  #renderState(): TemplateResult | typeof nothing {
    const {state, ids, isWritten, isFetching, query, source} = this.#nav;
    const rendered = renderState({
      state: this.#language.isReady || isWritten || state === 'denied' ? state : 'loading',
      hasRows: ids.length > 0 || isWritten,
      language: this.#language.language,
      receivedAt: query.receivedAt,
      timeZone: this.timeZone || source?.settings.timeZone,
      isFetching,
      retry: () => this.#nav.retry(),
    });
    return state === 'loading' ? html`<slot name="loading">${rendered}</slot>` : rendered;
  }

  readonly #open = (event: MouseEvent): void => openLink(this, event, (link) => this.#nav.placeOf(link));
}

declare global {
  interface HTMLElementTagNameMap {
    'press-nav': PressNav;
  }
}

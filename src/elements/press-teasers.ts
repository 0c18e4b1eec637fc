import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {list, narrow, oneOf, setUp, someOf, text, whole} from '../dom/attributes.js';
import {LanguageController} from '../dom/language.js';
import {News} from '../dom/news.js';
import {openLink} from '../dom/openings.js';
import {Reserve} from '../dom/reserve.js';
import {RowsController, type Look} from '../dom/rows-controller.js';
import {say} from '../dom/say.js';
import {SourceController} from '../dom/source-controller.js';
import {setStates} from '../dom/states.js';
import {TeasersController} from '../dom/teasers-controller.js';
import {queryOf} from '../dom/teasers-query.js';
import type {DateStyle} from '../i18n/language.js';
import {periods, sorts, type Period, type Sort} from '../model/provider.js';
import {iconOf} from '../rows/icons.js';
import {compact, list as listLayout} from '../rows/layouts.js';
import {shows, type Show} from '../rows/prepare.js';
import {teasersStyles} from './press-teasers.styles.js';
import {renderState} from './teasers-states.js';
import {theme} from './theme.js';

const layouts = {list: listLayout, compact} as const;
export type TeasersLayout = keyof typeof layouts;
const dateStyles: readonly DateStyle[] = ['short', 'medium', 'long', 'full', 'none'];

/**
 * A list of article teasers.
 *
 * What the page holds inside comes first: rows that are there (marked with schema.org `itemprop`) are adopted and only
 * their numbers written; a `<template>` is stamped for each article, beside it; with nothing inside the list has a rendering of its own.
 *
 * @summary A list of article teasers from a content endpoint.
 * @tagname press-teasers
 *
 * @slot - Rows or a `<template>` of the page's own.
 * @slot heading - Names the list; stands above it in every state.
 * @slot empty - Shown when there is no article, instead of our words.
 * @slot failed - Shown when the list cannot be had, instead of our words. The button to try again stays.
 * @slot denied - Shown when consent does not cover reading; nothing by default.
 * @slot footer - Stands below the list.
 *
 * @fires {LoadedEvent} press-loaded - The list, or a part of it, came.
 * @fires {FailedEvent} press-failed - The list could not be had, or not be renewed.
 * @fires {OpenRequestEvent} press-open-request - The reader is about to follow a teaser's link; cancel it to open the article your way.
 * @fires {OpenedEvent} press-opened - The reader followed a teaser's link.
 *
 * @csspart list - The list of our own rendering.
 * @csspart teaser - One row.
 * @csspart image - The picture.
 * @csspart body - What stands beside the picture.
 * @csspart section - The section's name.
 * @csspart kicker - The line above the title.
 * @csspart label - What the article is marked as: live, opinion, sponsored …
 * @csspart title - The heading.
 * @csspart link - The link inside the heading.
 * @csspart standfirst - The sentence under the title.
 * @csspart meta - The line of date, author and numbers.
 * @csspart byline - The author.
 * @csspart date - The day of publication.
 * @csspart views - The number of views.
 * @csspart comments - The number of comments.
 * @csspart reactions - Reactions of all kinds in one line.
 * @csspart skeleton - What is drawn until the articles are there.
 * @csspart message - The words for empty and failed.
 * @csspart note - The line that tells of old data.
 * @csspart retry - The button that tries again.
 * @csspart more - The button that shows more.
 *
 * @cssproperty [--press-color=inherit] - Colour of texts.
 * @cssproperty [--press-font=inherit] - Font of all texts.
 * @cssproperty [--press-muted] - Colour of standfirst, dates and numbers.
 * @cssproperty [--press-line] - Colour of the lines between rows and around buttons.
 * @cssproperty [--press-soft] - Background of the skeleton and of buttons.
 * @cssproperty [--press-accent] - Colour of a link that is pointed at, of labels and of the focus ring.
 * @cssproperty [--press-radius=0.5em] - Roundness of pictures and buttons.
 * @cssproperty [--press-gap=1em] - Space between picture and text, and above and below a row.
 * @cssproperty [--press-image-width=10em] - Width of the picture in the layout `list`.
 * @cssproperty [--press-image-ratio=3/2] - Ratio that is reserved for every picture.
 * @cssproperty [--press-title-size=1.125em] - Size of titles.
 * @cssproperty [--press-title-font=inherit] - Font of titles.
 * @cssproperty [--press-title-weight=650] - Weight of titles.
 * @cssproperty [--press-row-size] - Height that is reserved for each row, where it is not that of the layout: with a `<template>` of the page's own nothing is reserved without it.
 *
 * @cssState loading - Nothing is known yet.
 * @cssState ready - The articles are there.
 * @cssState empty - There is no article.
 * @cssState stale - Older articles are shown, because newer ones could not be had.
 * @cssState offline - The device has no network.
 * @cssState failed - There is nothing to show, because the endpoint cannot be read.
 * @cssState denied - Consent does not cover reading.
 */
export class PressTeasers extends LitElement {
  static override styles = [theme, teasersStyles];

  static override properties = {
    endpoint: {converter: text()},
    adapter: {converter: text()},
    source: {converter: text()},
    article: {converter: text()},
    consent: {converter: text()},
    timeZone: {attribute: 'time-zone', converter: text()},
    loading: {converter: oneOf(['eager', 'lazy'], 'eager')},
    limit: {converter: whole(1, 5000, 10)},
    articles: {converter: list()},
    section: {converter: text()},
    tag: {converter: text()},
    author: {converter: text()},
    query: {converter: text()},
    sort: {converter: oneOf(sorts, 'newest')},
    period: {converter: oneOf(periods, undefined)},
    exclude: {converter: list()},
    layout: {converter: oneOf(['list', 'compact'], 'list'), reflect: true},
    show: {converter: someOf(shows, undefined)},
    more: {converter: oneOf(['none', 'button'], 'none')},
    dateStyle: {attribute: 'date-style', converter: oneOf(dateStyles, undefined)},
    titleLines: {attribute: 'title-lines', converter: whole(1, 9, 2)},
    headingLevel: {attribute: 'heading-level', converter: whole(1, 6, 3)},
    target: {converter: text()},
    items: {attribute: false},
  };

  /** Address of a feed or an API. Default: that of the source around, or of the page. */
  declare endpoint: string;

  /** Name of an adapter (`presslet`, `json-feed`); without it the endpoint's answer tells. */
  declare adapter: string;

  /** Id of a `<press-source>` elsewhere in the page. */
  declare source: string;

  /** The article that `section="current"`, `sort="related"` and `exclude="current"` speak of. Default: the source's, then the page's canonical address. */
  declare article: string;

  /** `remember` (default), `count`, `display` or `none`; of all sources around, the strictest counts. With `none` nothing is asked. */
  declare consent: string;

  /** IANA name of the time zone of dates. Default: the source's, then the reader's. */
  declare timeZone: string;

  /** `eager` (default), or `lazy`: asks when less than half a screen away. */
  declare loading: 'eager' | 'lazy';

  /** How many articles are shown at first, and added by "show more"; 1 to 5,000. Default 10. */
  declare limit: number;

  /** Ids of hand-picked articles, separated by spaces; shown in this order. */
  declare articles: readonly string[];

  /** Id of a section, or `current` for that of the page's article. */
  declare section: string;

  /** Only articles with this tag. */
  declare tag: string;

  /** Only articles of this author. */
  declare author: string;

  /** Only articles that a search for these words finds. */
  declare query: string;

  /** `newest` (default), `popular`, `discussed` or `related`. */
  declare sort: Sort;

  /** Popular in the last `day`, `week`, `month` or `year`. Default: ever. */
  declare period: Period | undefined;

  /** Ids of articles to leave out, or `current`. */
  declare exclude: readonly string[];

  /** `list` (default) or `compact`; of our own rendering. */
  declare layout: TeasersLayout;

  /** What of an article is shown: words out of `image kicker title standfirst byline section date views reactions comments`. Default: all that the layout has. */
  declare show: readonly Show[] | undefined;

  /** `none` (default), or `button`: the reader may show more. */
  declare more: 'none' | 'button';

  /** `short` (21.11.2024), `medium` (default), `long`, `full` or `none`. On adopted rows dates are rewritten only where it is set. */
  declare dateStyle: DateStyle | undefined;

  /** Lines that are reserved for a title, and after which it is cut; 1 to 9. Default 2. */
  declare titleLines: number;

  /** Level of the titles' headings, 1 to 6. Default 3. */
  declare headingLevel: number;

  /** Where links open, as `_blank`. Default: here. */
  declare target: string;

  /** Items of the wire format that the page has already: they are shown, and nothing is asked. */
  declare items: readonly unknown[] | undefined;

  readonly #states = this.attachInternals().states;
  readonly #found = new SourceController(this);
  readonly #language = new LanguageController(this);
  readonly #rows = new RowsController(this, () => this.renderRoot.querySelector('ul'));
  readonly #teasers = new TeasersController(this, this.#rows);
  readonly #reserve = new Reserve(this, () => this.renderRoot.querySelector('.box'));
  readonly #news = new News(this, this.#teasers);
  /** How many articles there were when the reader asked for more. */
  #moreFrom: number | undefined;

  constructor() {
    super();
    setUp(this);
    this.addEventListener('click', this.#open);
    // The middle button opens a new tab without a click.
    this.addEventListener('auxclick', this.#open);
  }

  /** Asks again for the list, at once; what is shown stays until the answer is there. */
  refresh(): void {
    this.#teasers.retry();
  }

  /** Shows as many articles again as `limit` says, if there are more. */
  showMore(): void {
    this.#teasers.showMore();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    narrow(this, changed);
    this.#found.look();
    const {source, article} = this.#found;
    const query = queryOf(this, {article, section: source?.settings.section});
    this.#teasers.ask(source, {query, items: this.items, isLazy: this.loading === 'lazy'});
  }

  override render(): TemplateResult {
    const by = this.#rows.rendering?.by;
    return html`
      <slot name="heading"></slot>
      <div class="box ${by ?? ''}" aria-busy=${this.#teasers.isFetching}>
        <ul role="list" part="list" aria-label=${this.#name} ?hidden=${by !== 'own'}></ul>
        <slot ?hidden=${by === 'own'} @slotchange=${this.#rows.look}></slot>
        ${this.#renderState()}
      </div>
      ${this.more === 'button' ? this.#renderMore() : nothing}
      <slot name="footer"></slot>
    `;
  }

  override updated(): void {
    const {source, state, ids} = this.#teasers;
    this.#rows.use(source?.store);
    const isReserved = this.#rows.rendering?.by !== 'adopted' && state !== 'denied';
    this.#reserve.need(isReserved && state !== 'ready' && state !== 'stale' ? this.#roomFor(state) : ids.length);
    this.renderRoot.querySelector<HTMLElement>('.box')?.style.setProperty('--_title-lines', String(this.titleLines));
    setStates(this.#states, ...(state === 'offline' && ids.length > 0 ? ['offline', 'stale'] : [state]));
    this.#news.failed(this.#language.language);
    if (this.#language.isReady) void this.#draw(ids);
  }

  #roomFor(state: string): number {
    return state === 'loading' ? this.limit : 0;
  }

  #renderState(): TemplateResult | typeof nothing {
    const {state, ids, receivedAt, isFetching, source} = this.#teasers;
    return renderState({
      state: this.#language.isReady || state !== 'ready' ? state : 'loading',
      hasRows: ids.length > 0,
      language: this.#language.language,
      receivedAt,
      timeZone: this.timeZone || source?.settings.timeZone,
      isFetching,
      retry: () => this.#teasers.retry(),
    });
  }

  #renderMore(): TemplateResult {
    const {hasMore, isFetching} = this.#teasers;
    return html`<button
      type="button"
      part="more"
      class=${hasMore ? '' : 'idle'}
      aria-disabled=${isFetching}
      @click=${this.#more}
    >
      ${this.#language.language.say('more')}
    </button>`;
  }

  readonly #more = (): void => {
    this.#moreFrom = this.#teasers.ids.length;
    this.#teasers.showMore();
  };

  /** Puts every row in its place, and the focus on the first of those that the reader asked for. */
  async #draw(ids: readonly string[]): Promise<void> {
    const look = this.#look;
    if (this.#rows.rendering?.by === 'adopted') this.#rows.writeAdopted(look);
    if (!(await this.#rows.show(ids, look)) || this.#teasers.state === 'loading') return;
    this.#news.loaded(ids);
    const from = this.#moreFrom;
    const first = from === undefined ? undefined : ids[from];
    if (from === undefined || first === undefined) return;
    this.#moreFrom = undefined;
    this.#rows.focus(first);
    say(this.#language.language.say('shown', ids.length - from), this.#language.language);
  }

  readonly #open = (event: MouseEvent): void => openLink(this, event, (element) => this.#rows.placeOf(element));

  get #look(): Look {
    const {layout, show, headingLevel, target, dateStyle} = this;
    const {language, isReady} = this.#language;
    const timeZone = this.timeZone || this.#teasers.source?.settings.timeZone;
    return {
      key: JSON.stringify([layout, show, headingLevel, target, dateStyle, timeZone, language.tag, isReady]),
      layout: layouts[layout],
      show,
      headingLevel,
      target,
      words: {language, dateStyle: dateStyle ?? 'medium', timeZone, icon: iconOf},
      writesDates: dateStyle !== undefined,
    };
  }

  /** A list has the name of its heading. */
  get #name(): string {
    const heading = [...this.children].find(({slot}) => slot === 'heading')?.textContent.trim();
    return heading || this.#language.language.say('list');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'press-teasers': PressTeasers;
  }
}

/** Draws a list of teasers after each update of its element: rows, the room that they take, and what is said about them. */
import type {ReactiveController} from 'lit';
import type {DateStyle} from '../i18n/language.js';
import {iconOf} from '../rows/icons.js';
import {compact, list} from '../rows/layouts.js';
import type {Show} from '../rows/prepare.js';
import type {LanguageController} from './language.js';
import {News} from './news.js';
import {openLink} from './openings.js';
import {Reserve} from './reserve.js';
import type {Look} from './row-template.js';
import {RowsController} from './rows-controller.js';
import {say} from './say.js';
import type {SourceHost} from './source-controller.js';
import {TeasersController} from './teasers-controller.js';

const layouts = {list, compact} as const;
export type TeasersLayout = keyof typeof layouts;

/** The attributes by which rows look as they do. */
export interface DrawingHost extends SourceHost {
  readonly limit: number;
  readonly layout: TeasersLayout;
  readonly show: readonly Show[] | undefined;
  readonly dateStyle: DateStyle | undefined;
  readonly titleLines: number;
  readonly headingLevel: number;
  readonly target: string;
}

export class Drawing implements ReactiveController {
  readonly rows: RowsController;
  readonly teasers: TeasersController;
  readonly #host: DrawingHost;
  readonly #language: LanguageController;
  readonly #reserve: Reserve;
  readonly #news: News;
  /** How many articles there were when the reader asked for more. */
  #moreFrom: number | undefined;

  constructor(host: DrawingHost, language: LanguageController) {
    this.#host = host;
    this.#language = language;
    this.rows = new RowsController(host, () => this.#part('ul'));
    this.teasers = new TeasersController(host, this.rows);
    this.#reserve = new Reserve(host, () => this.#part('.box'));
    this.#news = new News(host, this.teasers);
    host.addController(this);
  }

  get timeZone(): string | undefined {
    return this.#host.timeZone || this.teasers.source?.settings.timeZone;
  }

  /** Shows more, and leads the reader who asked for it to the first that is new. */
  readonly showMore = (): void => {
    this.#moreFrom = this.teasers.ids.length;
    this.teasers.showMore();
  };

  hostConnected(): void {
    // The middle button opens a new tab without a click.
    for (const type of ['click', 'auxclick'] as const) this.#host.addEventListener(type, this.#open);
  }

  hostDisconnected(): void {
    for (const type of ['click', 'auxclick'] as const) this.#host.removeEventListener(type, this.#open);
  }

  hostUpdated(): void {
    const {source, state, ids} = this.teasers;
    this.rows.use(source?.store);
    const isSkeleton = state === 'loading' && this.rows.rendering?.by !== 'adopted';
    this.#reserve.need(isSkeleton ? this.#host.limit : ids.length);
    this.#part('.box')?.style.setProperty('--_title-lines', String(this.#host.titleLines));
    // Nothing is said in another language than the page's.
    if (!this.#language.isReady) return;
    this.#news.failed(this.#language.language);
    void this.#draw(ids);
  }

  /** Puts every row in its place, and the focus on the first of those that the reader asked for. */
  async #draw(ids: readonly string[]): Promise<void> {
    const look = this.#look;
    if (this.rows.rendering?.by === 'adopted') this.rows.writeAdopted(look);
    if (!(await this.rows.show(ids, look)) || this.teasers.state === 'loading') return;
    this.#news.loaded(ids);
    const from = this.#moreFrom;
    const first = from === undefined ? undefined : ids[from];
    if (from === undefined || first === undefined) return;
    this.#moreFrom = undefined;
    this.rows.focus(first);
    const {language} = this.#language;
    say(language.say('shown', ids.length - from), language);
  }

  get #look(): Look {
    const {layout, show, headingLevel, target, dateStyle} = this.#host;
    const {language, isReady} = this.#language;
    const {timeZone} = this;
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

  #part(selector: string): HTMLElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }

  readonly #open = (event: MouseEvent): void => openLink(this.#host, event, (element) => this.rows.placeOf(element));
}

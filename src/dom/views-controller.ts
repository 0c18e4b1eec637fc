/** What press-views does: wants its article's number, hears when it changes, and counts the view when the rule was kept. */
import type {ReactiveController} from 'lit';
import {lazy} from '../model/lazy.js';
import {ViewRequestEvent} from './events.js';
import type {SourceController, SourceHost} from './source-controller.js';
import type {Source} from './source.js';
import type {CountOn} from './view-policy.js';
import {warnOfChunk} from './warn.js';

export interface ViewsHost extends SourceHost {
  readonly countOn: CountOn | 'never';
  /** A number that the page knows. */
  readonly value: number | undefined;
}

const loadCounting = lazy(() => import('./counting.js'));

export class ViewsController implements ReactiveController {
  readonly #host: ViewsHost;
  readonly #found: SourceController;
  /** The number that the page brought. */
  #known: number | undefined;
  #source: Source | undefined;
  #article: string | undefined;
  #countOn: CountOn | 'never' = 'never';
  /** Ends what belongs to the source and article of now. */
  #life = new AbortController();

  constructor(host: ViewsHost, found: SourceController) {
    this.#host = host;
    this.#found = found;
    host.addController(this);
  }

  /** The number to show now; undefined while nobody has told one. */
  get views(): number | undefined {
    return this.#article === undefined ? undefined : this.#source?.store.table.numbersOf(this.#article)?.views?.value;
  }

  /** Whether the article was withdrawn. */
  get isGone(): boolean {
    return this.#article !== undefined && (this.#source?.store.table.isGone(this.#article) ?? false);
  }

  /** Asks the page, then the source. False where consent does not cover it, it was counted before, or a listener said no. */
  count(): boolean {
    const article = this.#article;
    const source = this.#source;
    // What is not allowed is not claimed: the reader may agree later.
    const key = source?.mayWrite && article !== undefined ? source.claimView(article) : undefined;
    if (!source || article === undefined || !key) return false;
    if (!this.#host.dispatchEvent(new ViewRequestEvent(article))) return false;
    loadCounting().then(({sendView}) => sendView(this.#host, source, article, key), warnOfChunk);
    return true;
  }

  /** Takes a number that the page wrote as one more report, of unknown age: a list that knows less shows it, too. */
  know(views: number): void {
    this.#known = views;
    this.#report();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const {source, article} = this.#found;
    const {countOn} = this.#host;
    if (source === this.#source && article === this.#article && countOn === this.#countOn) return;
    this.#source = source;
    this.#article = article;
    this.#countOn = countOn;
    this.#restart();
  }

  hostConnected(): void {
    this.#restart();
  }

  hostDisconnected(): void {
    this.#life.abort();
  }

  #restart(): void {
    this.#life.abort();
    this.#life = new AbortController();
    const {signal} = this.#life;
    const {table} = this.#source?.store ?? {};
    const article = this.#article;
    if (!this.#source || !table || article === undefined) return;
    const stop = table.subscribe((changes) => {
      if (changes.has(table.idOf(article) ?? article)) this.#host.requestUpdate();
    });
    signal.addEventListener('abort', stop);
    this.#report();
    signal.addEventListener('abort', this.#source.wantCounts([article]));
    if (this.#countOn !== 'never') void this.#watch(this.#countOn, article, signal);
  }

  #report(): void {
    const value = this.#known ?? this.#host.value;
    if (this.#article === undefined || value === undefined) return;
    this.#source?.store.table.putReports([{name: this.#article, numbers: {views: {value, order: 0}}}]);
  }

  async #watch(countOn: CountOn, article: string, signal: AbortSignal): Promise<void> {
    try {
      const {isCounted, whenViewed} = await loadCounting();
      const viewed = (): void => {
        if (isCounted(article, this.#host, this.#source?.settings.viewRule)) this.count();
      };
      whenViewed(countOn, this.#host, viewed, {signal});
    } catch (error) {
      warnOfChunk(error);
    }
  }
}

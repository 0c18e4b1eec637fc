/** What press-views does: wants its article's number, hears when it changes, and counts the view when the rule was kept. */
import type {ReactiveController} from 'lit';
import {failureOf} from '../model/failure.js';
import {FailedEvent, ViewedEvent, ViewRequestEvent} from './events.js';
import type {SourceController, SourceHost} from './source-controller.js';
import type {Source} from './source.js';
import {isCounted, whenViewed, type CountOn} from './view-policy.js';

export interface ViewsHost extends SourceHost {
  readonly countOn: CountOn | 'never';
}

export class ViewsController implements ReactiveController {
  readonly #host: ViewsHost;
  readonly #found: SourceController;
  readonly #known: () => number | undefined;
  #source: Source | undefined;
  #article: string | undefined;
  #countOn = 'never';
  /** Ends what belongs to the source and article of now. */
  #life = new AbortController();

  /** @param known - The number that the page brought. */
  constructor(host: ViewsHost, found: SourceController, known: () => number | undefined) {
    this.#host = host;
    this.#found = found;
    this.#known = known;
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
    if (!source?.mayWrite || article === undefined || !source.claimView(article)) return false;
    if (!this.#host.dispatchEvent(new ViewRequestEvent(article))) return false;
    this.#send(source, article);
    return true;
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
    const known = this.#known();
    // One more report, of unknown age: a list that knows less shows it, too.
    if (known !== undefined) table.putReports([{name: article, numbers: {views: {value: known, order: 0}}}]);
    signal.addEventListener('abort', this.#source.wantCounts([article]));
    this.#watch(article, signal);
  }

  #watch(article: string, signal: AbortSignal): void {
    const {countOn} = this.#host;
    if (countOn === 'never') return;
    whenViewed(
      countOn,
      this.#host,
      () => {
        if (isCounted(article, this.#host, this.#source?.settings.viewRule)) this.count();
      },
      {signal},
    );
  }

  #send(source: Source, article: string): void {
    source.countView(article).then(
      () => {
        this.#host.dispatchEvent(new ViewedEvent(article, source.store.table.numbersOf(article)?.views?.value));
      },
      (thrown: unknown) => {
        const {kind, message} = failureOf(thrown);
        if (kind === 'denied' || kind === 'unsupported') return;
        this.#host.dispatchEvent(
          new FailedEvent(kind, message, () => {
            this.#send(source, article);
          }),
        );
      },
    );
  }
}

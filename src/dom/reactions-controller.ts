/**
 * What press-reactions does: wants its article's numbers, hears when they change, and loads, after the first rendering,
 * what the reader needs to react.
 */
import type {ReactiveController} from 'lit';
import {lazy} from '../model/lazy.js';
import type {Reactions} from '../model/numbers.js';
import type {LanguageController} from './language.js';
import type {Reacting} from './reacting.js';
import type {ReactionsHost} from './reaction-place.js';
import type {SourceController} from './source-controller.js';
import type {Source} from './source.js';
import {warnOfChunk} from './warn.js';

export type ReactionsState = 'loading' | 'ready' | 'empty' | 'stale' | 'offline' | 'failed' | 'denied';

const loadReacting = lazy(() => import('./reacting.js'));

export class ReactionsController implements ReactiveController {
  readonly #host: ReactionsHost;
  readonly #found: SourceController;
  readonly #words: LanguageController;
  #source: Source | undefined;
  #article = '';
  #key: readonly unknown[] = [];
  /** Ends what belongs to the endpoint, the article and the consent of now. */
  #life = new AbortController();
  #loading: Promise<Reacting | undefined> | undefined;
  #reacting: Reacting | undefined;
  #form: HTMLFormElement | undefined;

  constructor(host: ReactionsHost, found: SourceController, words: LanguageController) {
    this.#host = host;
    this.#found = found;
    this.#words = words;
    host.addController(this);
  }

  /** The numbers of now, what the reader has just wished included; undefined while nobody has told any. */
  get numbers(): Reactions | undefined {
    return this.#source?.store.table.numbersOf(this.#article)?.reactions?.value;
  }

  /** Reactions of all kinds. */
  get total(): number {
    let total = 0;
    for (const count of this.numbers?.kinds.values() ?? []) total += count;
    return total;
  }

  /** Whether the article was withdrawn. */
  get isGone(): boolean {
    return this.#source?.store.table.isGone(this.#article) ?? false;
  }

  /** What the reader may do and has done; undefined while it is being loaded, or cannot be. */
  get reacting(): Reacting | undefined {
    return this.#reacting;
  }

  /** Whether the page's own form stands: not where consent, or the publisher, allows no reaction. */
  get hasForm(): boolean {
    return this.#form !== undefined && this.#reacting?.canReact !== false;
  }

  get state(): ReactionsState {
    if (this.#source?.mayRead === false) return 'denied';
    const {numbers} = this;
    const trouble = this.#reacting?.trouble;
    if (trouble) return trouble.failure?.kind === 'offline' ? 'offline' : numbers ? 'stale' : 'failed';
    return numbers ? (this.total ? 'ready' : 'empty') : 'loading';
  }

  /** Resolves to false where the reader may not react, or a listener of the page said no. */
  async react(kinds: readonly string[]): Promise<boolean> {
    return (await this.#loading)?.react(() => kinds) ?? false;
  }

  /** The page may have put a form inside, or taken it away. */
  readonly look = (): void => {
    this.#form = this.#host.querySelector('form') ?? undefined;
    this.#host.requestUpdate();
  };

  hostConnected(): void {
    this.look();
  }

  hostUpdate(): void {
    const {source, article = ''} = this.#found;
    const key = [source?.store, source?.settings.consent, article];
    this.#source = source;
    this.#article = article;
    if (this.#life.signal.aborted || key.some((part, index) => part !== this.#key[index])) this.#restart();
    this.#key = key;
    this.#reacting?.adopt(this.#form);
  }

  hostUpdated(): void {
    this.#reacting?.write();
  }

  /** An element that is only moved is back at once: its wishes live on. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#life.abort();
    });
  }

  #restart(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#loading = this.#reacting = undefined;
    const source = this.#source;
    const article = this.#article;
    if (!source?.mayRead || !article) return;
    const {signal} = this.#life;
    const {table} = source.store;
    const stop = table.subscribe((changes) => {
      if (!changes.has(table.idOf(article) ?? article)) return;
      this.#reacting?.heard();
      this.#host.requestUpdate();
    });
    signal.addEventListener('abort', stop);
    signal.addEventListener('abort', source.wantCounts([article]));
    this.#loading = this.#load(source, article, signal);
  }

  async #load(source: Source, article: string, signal: AbortSignal): Promise<Reacting | undefined> {
    await this.#host.updateComplete;
    try {
      const {Reacting} = await loadReacting();
      if (signal.aborted) return undefined;
      const place = {source, article, words: this.#words, shown: this, found: this.#found, signal};
      this.#reacting = new Reacting(this.#host, place);
    } catch (thrown) {
      warnOfChunk(thrown);
    }
    return this.#reacting;
  }
}

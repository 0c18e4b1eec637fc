/** What press-nav shows at this moment: the articles before and after its own, as the source tells or the page wrote. */
import type {ReactiveController} from 'lit';
import type {Article} from '../model/article.js';
import type {Failure} from '../model/failure.js';
import {known} from '../model/known.js';
import {lazy} from '../model/lazy.js';
import {createAdjacent, type AdjacentQuery, type AdjacentState, type AdjacentWish} from '../store/adjacent.js';
import type {Store} from '../store/store.js';
import {loadLater} from './later.js';
import type {PrefetchMode, Prefetcher} from './prefetch.js';
import type {SourceController, SourceHost} from './source-controller.js';
import type {Source} from './source.js';
import type {TeasersState} from './teasers-controller.js';
import {warnOfChunk} from './warn.js';
import {linksIn, sides, type Links, type Side} from './written-links.js';

export type NavState = TeasersState;

export interface NavHost extends SourceHost {
  readonly section: string;
  readonly loading: 'eager' | 'lazy';
  readonly prefetch: PrefetchMode;
}

const nothingYet: AdjacentState = {data: 'pending', activity: 'idle', previous: undefined, next: undefined};

/** What no first rendering needs. */
const loadParts = lazy(() => import('./nav-parts.js'));

export class NavController implements ReactiveController {
  readonly #host: NavHost;
  readonly #found: SourceController;
  #store: Store | undefined;
  #key = '';
  #query: AdjacentQuery | undefined;
  #stop: (() => void) | undefined;
  #isNear = false;
  #stopNear: (() => void) | undefined;
  #written: Links = {};
  #ids: readonly string[] = [];
  #prefetcher: Prefetcher | undefined;

  constructor(host: NavHost, found: SourceController) {
    this.#host = host;
    this.#found = found;
    host.addController(this);
  }

  get source(): Source | undefined {
    return this.#found.source;
  }

  /** The page's own links. */
  get written(): Links {
    return this.#written;
  }

  get isWritten(): boolean {
    return !!(this.#written.previous ?? this.#written.next);
  }

  get query(): AdjacentState {
    return this.#query?.state ?? nothingYet;
  }

  get state(): NavState {
    if (this.source && !this.source.mayRead) return this.isWritten ? 'ready' : 'denied';
    const {data, failure, previous, next} = this.query;
    const isKnown = data === 'ready' || this.isWritten;
    if (failure?.kind === 'offline' || failure?.kind === 'denied') return failure.kind;
    if (failure) return isKnown ? 'stale' : 'failed';
    if (this.isWritten) return 'ready';
    if (data === 'ready') return (previous ?? next) ? 'ready' : 'empty';
    return 'loading';
  }

  get failure(): Failure | undefined {
    return this.query.failure;
  }

  get isFetching(): boolean {
    return this.query.activity === 'fetching';
  }

  /** Those that there are, the older one first; the same list as long as it is the same two. */
  get ids(): readonly string[] {
    const ids = sides.flatMap((side) => this.query[side] ?? []);
    return ids.join('\n') === this.#ids.join('\n') ? this.#ids : (this.#ids = ids);
  }

  /** Null at an end; undefined where nobody knows. */
  article(side: Side): Article | null | undefined {
    const id = this.query[side];
    return typeof id === 'string' ? this.#store?.table.get(id) : id;
  }

  /** The article that a link leads to, and which of the two it is. */
  placeOf(link: Element): {readonly article: string; readonly position: number} | undefined {
    if (!(link instanceof HTMLAnchorElement)) return undefined;
    const side = /\bprev\b/.test(link.rel) ? 'previous' : /\bnext\b/.test(link.rel) ? 'next' : undefined;
    if (!side || (this.isWritten && link !== this.#written[side])) return undefined;
    const article = this.isWritten ? (this.#store?.table.idOf(link.href) ?? link.href) : this.query[side];
    return article ? {article, position: side === 'previous' ? 1 : 2} : undefined;
  }

  /** Asks again, at once: the reader's "try again". */
  retry(): void {
    this.#query?.refresh();
  }

  /** To be called in the host's `willUpdate`: takes up what is wanted now. */
  ask(): void {
    this.#written = linksIn(this.#host);
    this.#isNear ||= this.#host.loading === 'eager';
    if (!this.#isNear && !this.#stopNear) void this.#watchNear();
    const {source, article} = this.#found;
    const section = this.#host.section || source?.settings.section;
    const isWanted = source?.mayRead && article && this.#isNear;
    const wish = known({
      section: section === 'current' ? undefined : section || undefined,
      sectionOf: section === 'current' ? article : undefined,
      site: source?.settings.site || undefined,
    });
    const key = isWanted ? JSON.stringify([article, wish]) : '';
    if (source?.store === this.#store && key === this.#key) return;
    this.#close();
    this.#store = source?.store;
    this.#key = key;
    if (this.#store && article && isWanted) this.#open(this.#store, article, wish);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** An element that is only moved is back at once: what it knows lives on. */
  hostDisconnected(): void {
    this.#prefetcher?.use([], 'none');
    this.#stopNear?.();
    this.#stopNear = undefined;
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#close();
      this.#store = undefined;
      this.#key = '';
    });
  }

  hostUpdated(): void {
    if (this.isWritten || this.query.data === 'ready') void this.#finish();
  }

  #open(store: Store, article: string, wish: AdjacentWish): void {
    this.#query = createAdjacent(store.core, article, wish);
    this.#stop = this.#query.subscribe(() => {
      this.#host.requestUpdate();
    });
    this.#query.start();
  }

  #close(): void {
    this.#stop?.();
    this.#query?.close();
    this.#query = undefined;
  }

  async #watchNear(): Promise<void> {
    const near = (): void => {
      this.#isNear = true;
      this.#host.requestUpdate();
    };
    let isOver = false;
    this.#stopNear = () => {
      isOver = true;
    };
    try {
      const {whenNear} = await loadLater();
      if (!isOver) this.#stopNear = whenNear(this.#host, near);
    } catch {
      near();
    }
  }

  /** After a rendering: writes into the page's links, and prepares the way to where links lead. */
  async #finish(): Promise<void> {
    try {
      const {Prefetcher, writeLink} = await loadParts();
      if (!this.#host.isConnected) return;
      const {table} = this.#store ?? {};
      for (const side of sides) {
        const link = this.#written[side];
        if (link && table) writeLink(link, this.article(side), table);
      }
      this.#prefetcher ??= new Prefetcher();
      this.#prefetcher.use(this.#links, this.source?.mayRead ? this.#host.prefetch : 'none');
    } catch (error) {
      warnOfChunk(error);
    }
  }

  get #links(): readonly HTMLAnchorElement[] {
    if (!this.isWritten) return [...(this.#host.shadowRoot?.querySelectorAll('a') ?? [])];
    return sides.flatMap((side) => this.#written[side] ?? []);
  }
}

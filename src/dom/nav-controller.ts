/** What press-nav shows at this moment: the articles before and after its own, as the source tells or the page wrote. */
import type {ReactiveController} from 'lit';
import type {Article} from '../model/article.js';
import type {Failure} from '../model/failure.js';
import {lazy} from '../model/lazy.js';
import {createAdjacent, type AdjacentQuery, type Side} from '../store/adjacent.js';
import type {ListState} from '../store/list-query.js';
import type {Store} from '../store/store.js';
import {whenComesNear} from './later.js';
import type {PrefetchMode, Prefetcher} from './prefetch.js';
import type {SourceController, SourceHost} from './source-controller.js';
import type {Source} from './source.js';
import type {TeasersState} from './teasers-controller.js';
import {warnOfChunk} from './warn.js';
import {linksIn, relOf, sides, type Links} from './written-links.js';

export type NavState = TeasersState;

export interface NavHost extends SourceHost {
  readonly section: string;
  readonly loading: 'eager' | 'lazy';
  readonly prefetch: PrefetchMode;
}

const nothingYet: ListState = {data: 'pending', activity: 'idle', ids: [], hasMore: false};

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

  get query(): ListState {
    return this.#query?.state ?? nothingYet;
  }

  get state(): NavState {
    if (this.source && !this.source.mayRead) return this.isWritten ? 'ready' : 'denied';
    const {data, failure} = this.query;
    const isKnown = data === 'ready' || this.isWritten;
    if (failure?.kind === 'offline' || failure?.kind === 'denied') return failure.kind;
    if (failure) return isKnown ? 'stale' : 'failed';
    if (this.isWritten) return 'ready';
    if (data === 'ready') return this.ids.length > 0 ? 'ready' : 'empty';
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
    const ids = sides.flatMap((side) => this.#query?.at(side) ?? []);
    return ids.join('\n') === this.#ids.join('\n') ? this.#ids : (this.#ids = ids);
  }

  /** Null at an end; undefined where nobody knows. */
  article(side: Side): Article | null | undefined {
    const id = this.#query?.at(side);
    return typeof id === 'string' ? this.#store?.table.get(id) : id;
  }

  /** The article that a link leads to, and which of the two it is. */
  placeOf(link: Element): {readonly article: string; readonly position: number} | undefined {
    const at = sides.findIndex((side) => this.#linkOf(side) === link);
    const side = sides[at];
    const article = side && (this.#query?.at(side) ?? this.#written[side]?.href);
    return article ? {article, position: at + 1} : undefined;
  }

  /** Asks again, at once: the reader's "try again". */
  retry(): void {
    this.#query?.refresh();
  }

  focus(): void {
    (this.#linkOf('previous') ?? this.#linkOf('next'))?.focus();
  }

  /** To be called in the host's `willUpdate`: takes up what is wanted now. */
  ask(): void {
    this.#written = linksIn(this.#host);
    this.#isNear ||= this.#host.loading === 'eager';
    if (!this.#isNear) this.#stopNear ??= this.#watchNear();
    const {source, article} = this.#found;
    const section = this.#host.section || source?.settings.section;
    const site = source?.settings.site;
    const store = source?.mayRead && this.#isNear ? source.store : undefined;
    const key = JSON.stringify([article, section, site]);
    if (store === this.#store && key === this.#key) return;
    this.#close();
    this.#store = store;
    this.#key = key;
    if (!store || !article) return;
    this.#query = createAdjacent(store.core, article, {
      ...(section && (section === 'current' ? {sectionOf: article} : {section})),
      ...(site && {site}),
    });
    this.#stop = this.#query.subscribe(() => {
      this.#host.requestUpdate();
    });
    this.#query.start();
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
    });
  }

  hostUpdated(): void {
    if (this.isWritten || this.query.data === 'ready') void this.#finish();
  }

  #close(): void {
    this.#stop?.();
    this.#query?.close();
    this.#query = undefined;
  }

  #watchNear(): () => void {
    return whenComesNear(this.#host, () => {
      this.#isNear = true;
      this.#host.requestUpdate();
    });
  }

  /** After a rendering: writes into the page's links, and prepares the way to where links lead. */
  async #finish(): Promise<void> {
    try {
      const {Prefetcher, writeLink} = await loadParts();
      if (!this.#host.isConnected) return;
      for (const side of sides) {
        const link = this.#written[side];
        if (link && this.#store) writeLink(link, this.article(side), this.#store.table);
      }
      this.#prefetcher ??= new Prefetcher();
      const links = sides.flatMap((side) => this.#linkOf(side) ?? []);
      this.#prefetcher.use(links, this.source?.mayRead ? this.#host.prefetch : 'none');
    } catch (error) {
      warnOfChunk(error);
    }
  }

  /** The page's link, or ours. */
  #linkOf(side: Side): HTMLAnchorElement | undefined {
    if (this.isWritten) return this.#written[side];
    return this.#host.shadowRoot?.querySelector<HTMLAnchorElement>(`a[rel=${relOf[side]}]`) ?? undefined;
  }
}

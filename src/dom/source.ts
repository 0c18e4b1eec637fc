/**
 * What a `<press-source>` holds and a widget works with: the store of one endpoint, and what is allowed with it.
 * Everything that an element wants goes through here; the source listens to no event of the page.
 */
import {canonicalEndpoint, open} from '../adapters/registry.js';
import {Failure} from '../model/failure.js';
import type {Query} from '../model/provider.js';
import type {Tell} from '../model/tell.js';
import type {ListQuery} from '../store/list-query.js';
import type {Ports} from '../store/ports.js';
import {createStore, type Store} from '../store/store.js';
import {createStores} from '../store/stores.js';
import {mayRead, mayWrite} from './consent.js';
import {loadLater} from './later.js';
import {createPause} from './pause.js';
import type {Settings} from './sources.js';
import {warnOfChunk} from './warn.js';

/** Counts wanted before the next picture go in one request; a hidden page draws none. */
const beforeNextPicture = (callback: () => void): void => {
  if (document.visibilityState === 'hidden') setTimeout(callback);
  else requestAnimationFrame(callback);
};

/** What is wrong with an answer can wait until the reader has it. */
const tellOf =
  (name: string): Tell =>
  (path, reason) => {
    loadLater().then(({tellFor}) => tellFor(name)(path, reason), warnOfChunk);
  };

const portsFor = (name: string): Ports => ({
  now: () => Date.now(),
  random: () => Math.random(),
  frame: beforeNextPicture,
  later: (callback, delay) => {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
  pause: createPause(),
  tell: tellOf(name),
  isOnline: () => navigator.onLine,
});

const stores = createStores(
  (endpoint, adapter) =>
    createStore(() => open(endpoint, {adapter, tell: tellOf(endpoint)}), portsFor(endpoint), endpoint),
  (provider) => createStore(() => Promise.resolve(provider), portsFor('the provider'), document.baseURI),
);

/** What a page may say about a source in script; the attributes of `<press-source>`, and what no attribute can hold. */
export type SourceOptions = Partial<Settings>;

/** One endpoint, as one widget may use it. Never changes: other settings are another source. */
export class Source {
  readonly store: Store;
  readonly settings: Settings;

  constructor(settings: Settings) {
    const {endpoint, provider, adapter = ''} = settings;
    this.settings = settings;
    this.store = provider
      ? stores.ofProvider(provider)
      : stores.ofEndpoint(canonicalEndpoint(endpoint ?? '', document.baseURI) ?? '', adapter);
  }

  /** Whether anything may be asked of the endpoint. */
  get mayRead(): boolean {
    return mayRead(this.settings.consent);
  }

  /** Whether the endpoint may be told of anything. */
  get mayWrite(): boolean {
    return mayWrite(this.settings.consent);
  }

  /** A list of articles, which asks nothing before it is started. */
  list(query: Query): ListQuery {
    const {site} = this.settings;
    return this.store.list(site ? {...query, site} : query);
  }

  /** Asks for the numbers of these articles, together with whatever else the page wants now. Answers how to end that. */
  wantCounts(articles: readonly string[]): () => void {
    return this.mayRead ? this.store.wantCounts(articles) : () => undefined;
  }

  /** Answers the key of a view that nobody has counted yet in the life of the page, and never again for the same article. */
  claimView(article: string): string | undefined {
    const claimed = claims.get(this.store) ?? new Set();
    claims.set(this.store, claimed);
    const id = this.store.table.idOf(article) ?? article;
    if (claimed.has(id)) return undefined;
    claimed.add(id);
    return freshKey();
  }

  /**
   * Sends one view of an article; a repeat is sent with the same key, and so counts once.
   * Resolves when the endpoint has answered; rejects with a `Failure`.
   */
  async countView(article: string, key: string): Promise<void> {
    const {site} = this.settings;
    if (!this.mayWrite) throw new Failure('denied', 'Consent does not cover counting views.');
    await this.store.view(article, {key, ...(site && {site})});
  }
}

/** What a `<press-source>` with these attributes holds, for pages that work with an endpoint in script. */
export const createSource = (options: SourceOptions): Source => new Source({consent: 'remember', ...options});

/** The articles of which a view was counted. */
const claims = new WeakMap<Store, Set<string>>();

/** 28 characters, 128 random bits. `randomUUID` would need a secure context. */
const freshKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (bits) => bits.toString(36).padStart(7, '0')).join('');

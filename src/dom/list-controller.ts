/** Keeps one list of a source for an element: asks while the element is in the page and tells it when something changed. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Query} from '../model/provider.js';
import type {ListQuery, ListState} from '../store/list-query.js';
import type {Source} from './source.js';

const nothingYet: ListState = {data: 'pending', activity: 'idle', ids: [], hasMore: false};

export class ListController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #source: Source | undefined;
  #key = '';
  #list: ListQuery | undefined;
  #stop: (() => void) | undefined;
  /** What was shown before another question was asked of the same endpoint: it stays until there is an answer. */
  #before: ListState | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get state(): ListState {
    const now = this.#list?.state ?? nothingYet;
    return now.data === 'pending' && this.#before ? {...this.#before, activity: now.activity} : now;
  }

  /** Which list is wanted now; does nothing when it is the one that is already kept. `undefined`: none. */
  ask(source: Source | undefined, query: Query | undefined): void {
    const key = query ? JSON.stringify(query) : '';
    if (source === this.#source && key === this.#key) return;
    const before = this.#list?.state;
    const isSameStore = source?.store === this.#source?.store;
    this.#close();
    this.#before = isSameStore && query && before?.data === 'ready' ? before : undefined;
    this.#source = source;
    this.#key = key;
    if (!source || !query) return;
    this.#list = source.list(query);
    this.#stop = this.#list.subscribe(() => {
      this.#host.requestUpdate();
    });
    this.#list.start();
  }

  /** Asks again, at once: the reader's "try again". */
  refresh(): void {
    this.#list?.refresh();
  }

  showMore(): void {
    this.#list?.showMore();
  }

  hostConnected(): void {
    addEventListener('online', this.#renew);
    this.#host.requestUpdate();
  }

  /** An element that is only moved is back at once: its list lives on. */
  hostDisconnected(): void {
    removeEventListener('online', this.#renew);
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#forget();
    });
  }

  /** The network is back: what could not be had is asked for again, and numbers may have changed. */
  readonly #renew = (): void => {
    if (this.#list?.state.failure) this.refresh();
    this.#source?.store.refreshCounts();
  };

  #forget(): void {
    this.#close();
    this.#source = undefined;
    this.#key = '';
  }

  #close(): void {
    this.#stop?.();
    this.#list?.close();
    this.#list = undefined;
    this.#before = undefined;
  }
}

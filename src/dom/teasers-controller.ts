/** What a list of teasers shows at this moment, whoever drew its rows, and how that is called. */
import type {ReactiveController} from 'lit';
import type {Failure} from '../model/failure.js';
import type {Query} from '../model/provider.js';
import {whenComesNear} from './later.js';
import {ListController} from './list-controller.js';
import type {RowsController} from './rows-controller.js';
import type {SourceHost} from './source-controller.js';
import {createSource, type Source} from './source.js';

export type TeasersState = 'loading' | 'ready' | 'empty' | 'stale' | 'offline' | 'failed' | 'denied';

/** What is asked for. */
export interface TeasersAsk {
  readonly query: Query | undefined;
  /** Items of the wire format that the page has already: then nothing is asked. */
  readonly items: readonly unknown[] | undefined;
  /** Waits until the element is near the viewport. */
  readonly isLazy: boolean;
}

export class TeasersController implements ReactiveController {
  readonly #host: SourceHost;
  readonly #rows: RowsController;
  readonly #list: ListController;
  #source: Source | undefined;
  #items: {readonly given: readonly unknown[]; readonly ids: readonly string[]} | undefined;
  #isNear = false;
  #stopNear: (() => void) | undefined;
  #wantsMore = false;
  #counted: readonly string[] = [];
  #countedBy: Source | undefined;
  #stopCounts: (() => void) | undefined;

  constructor(host: SourceHost, rows: RowsController) {
    this.#host = host;
    this.#rows = rows;
    this.#list = new ListController(host);
    host.addController(this);
  }

  /** Whose articles are shown; a list of given items needs no endpoint. */
  get source(): Source | undefined {
    return this.#source;
  }

  get ids(): readonly string[] {
    const {adopted} = this.#rows;
    const {ids} = this.#list.state;
    if (this.#items) return this.#items.ids;
    return adopted.length > 0 ? [...adopted, ...ids.filter((id) => !adopted.includes(id))] : ids;
  }

  get total(): number | undefined {
    return this.#list.state.total;
  }

  get failure(): Failure | undefined {
    return this.#list.state.failure;
  }

  /** When what is shown was received, in ms since 1970 UTC. */
  get receivedAt(): number | undefined {
    return this.#list.state.receivedAt;
  }

  get isFetching(): boolean {
    return this.#list.state.activity === 'fetching';
  }

  get hasMore(): boolean {
    if (this.#items) return false;
    return this.#isAdopted && !this.#wantsMore ? true : this.#list.state.hasMore;
  }

  get state(): TeasersState {
    if (this.#source && !this.#source.mayRead && !this.#isAdopted && !this.#items) return 'denied';
    const {data, failure} = this.#list.state;
    if (failure) return this.#stateOf(failure, data === 'ready' || this.#isAdopted);
    if (this.#isAdopted) return this.#rows.adopted.length > 0 ? 'ready' : 'loading';
    if (this.#items || data === 'ready') return this.ids.length > 0 ? 'ready' : 'empty';
    return 'loading';
  }

  get #isAdopted(): boolean {
    return this.#rows.rendering?.by === 'adopted';
  }

  /** Takes up what is wanted now; does nothing where that is what was wanted before. */
  ask(source: Source | undefined, {query, items, isLazy}: TeasersAsk): void {
    this.#source = items && !source ? (this.#source ?? createSource({provider: {}})) : source;
    this.#take(items);
    this.#isNear ||= !isLazy;
    if (!this.#isNear) this.#stopNear ??= this.#watchNear();
    const isWanted = !items && this.#source?.mayRead && this.#isNear && (!this.#isAdopted || this.#wantsMore);
    this.#list.ask(this.#source, isWanted && this.#rows.rendering ? this.#widened(query) : undefined);
    this.#wantCounts();
  }

  /** The page's "refresh" and the reader's "try again". Of rows that the page wrote only the numbers are asked for. */
  retry(): void {
    if (!this.#isAdopted || this.failure) this.#list.refresh();
    else if (this.#source?.mayRead) this.#source.store.refreshCounts();
  }

  showMore(): void {
    if (this.#isAdopted && !this.#wantsMore) {
      this.#wantsMore = true;
      this.#host.requestUpdate();
    } else this.#list.showMore();
  }

  hostDisconnected(): void {
    this.#stopNear?.();
    this.#stopNear = undefined;
    this.#stopCounts?.();
    this.#stopCounts = undefined;
    this.#counted = [];
  }

  #watchNear(): () => void {
    return whenComesNear(this.#host, () => {
      this.#isNear = true;
      this.#host.requestUpdate();
    });
  }

  #stateOf({kind}: Failure, hasRows: boolean): TeasersState {
    if (kind === 'denied') return 'denied';
    if (kind === 'offline') return 'offline';
    return hasRows ? 'stale' : 'failed';
  }

  /** The first "show more" of the page's rows asks from the start for them and as many again. */
  #widened(query: Query | undefined): Query | undefined {
    if (!query || !this.#isAdopted) return query;
    return {...query, limit: this.#rows.adopted.length + (query.limit ?? 0)};
  }

  #take(items: readonly unknown[] | undefined): void {
    if (!items || !this.#source) this.#items = undefined;
    else if (items !== this.#items?.given)
      this.#items = {given: items, ids: this.#source.store.adopt(items, document.baseURI)};
  }

  /** The page's rows are not asked for again, only their numbers. */
  #wantCounts(): void {
    const {adopted} = this.#rows;
    if ((adopted === this.#counted && this.#source === this.#countedBy) || !this.#isNear) return;
    this.#stopCounts?.();
    this.#counted = adopted;
    this.#countedBy = this.#source;
    this.#stopCounts = adopted.length > 0 ? this.#source?.wantCounts(adopted) : undefined;
  }
}

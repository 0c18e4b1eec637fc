/** Which articles a list holds, how many of them it shows, and where more is to be had. */
import type {Query} from '../model/provider.js';
import type {Page} from './page.js';
import type {Table} from './table.js';

export class Pages {
  /** Where the next page is; undefined at the end. */
  cursor: string | undefined;
  readonly #query: Query;
  readonly #table: Table;
  readonly #now: () => number;
  /** Ids as they were received, withdrawn articles included. */
  #received: readonly string[] = [];
  #room: number;
  #shown: readonly string[] = [];
  readonly #usedCursors = new Set<string>();

  constructor(query: Query, table: Table, now: () => number) {
    this.#query = query;
    this.#table = table;
    this.#now = now;
    this.#room = query.limit ?? Infinity;
  }

  /** Own ids of what is to be shown; the same array as long as nothing in it changes. */
  get ids(): readonly string[] {
    const ids = this.#present().slice(0, this.#room);
    const isSame = ids.length === this.#shown.length && ids.every((id, index) => id === this.#shown[index]);
    return isSame ? this.#shown : (this.#shown = ids);
  }

  /** An endpoint that knows no `limit` sends more than is shown. */
  get hasSpare(): boolean {
    return this.#present().length > this.#room;
  }

  /** Makes room for as many again as the query's `limit`. */
  widen(): void {
    this.#room += this.#query.limit ?? 0;
  }

  /** The next page. The end is where nothing new comes, or where the endpoint leads in a circle. */
  append({articles, next}: Page): void {
    const known = new Set(this.#own(this.#received));
    const fresh = this.#own(articles.map(({id}) => id)).filter((id) => !known.has(id));
    if (this.cursor !== undefined) this.#usedCursors.add(this.cursor);
    this.#received = [...known, ...fresh];
    this.cursor = fresh.length > 0 && next !== undefined && !this.#usedCursors.has(next) ? next : undefined;
    this.widen();
  }

  /** A new beginning. A reader who went on to more keeps that, where the beginning still meets what was there. */
  replace({articles, next}: Page): void {
    const fresh = this.#picked(this.#own(articles.map(({id}) => id)));
    const old = this.#own(this.#received);
    const isFresh = new Set(fresh);
    const meeting = this.#usedCursors.size > 0 ? old.findLastIndex((id) => isFresh.has(id)) : -1;
    if (meeting >= 0) {
      this.#received = [...fresh, ...old.slice(meeting + 1)];
      return;
    }
    this.#received = fresh;
    this.#usedCursors.clear();
    this.cursor = fresh.length > 0 ? next : undefined;
  }

  /** Hand-picked articles stand in the order in which they were picked, whatever the order of the answer. */
  #picked(ids: readonly string[]): readonly string[] {
    return this.#query.ids ? this.#own(this.#query.ids).filter((id) => ids.includes(id)) : ids;
  }

  /** Each article once, though it may have come under several names. */
  #own(names: readonly string[]): readonly string[] {
    return [...new Set(names.map((name) => this.#table.idOf(name) ?? name))];
  }

  #present(): readonly string[] {
    const now = this.#now();
    return this.#own(this.#received).filter(
      (id) => (this.#table.get(id)?.expires ?? Infinity) > now && !this.#table.isGone(id),
    );
  }
}

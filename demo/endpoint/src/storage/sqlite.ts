/** The storage of a server: one file, written ahead (WAL), read while it is written. */
import type {SeedData} from '../seed.js';
import {Database, integerOf, textOf, type Row} from './database.js';
import {fillDatabase} from './fill.js';
import type {
  About,
  Adjacent,
  Article,
  Counted,
  Filter,
  ListPage,
  ListQuery,
  Place,
  Reaction,
  ReactionResult,
  Storage,
  View,
  ViewResult,
} from './port.js';
import {articleOf, countedOf, placeOf} from './records.js';
import {busiest, columns, rankCount, selectBeside, selectPage, selectTotal} from './select.js';
import {countView, putReaction} from './write.js';

export class SqliteStorage implements Storage {
  readonly #database: Database;

  /** `file` may be `:memory:`; `patience` is how long a write waits for another process, in milliseconds. */
  constructor(file: string, patience?: number) {
    this.#database = new Database(file, patience);
  }

  about(): Promise<About | undefined> {
    return soon(() => {
      const row = this.#database.get('SELECT json FROM about');
      // What fill.ts wrote, in the shape that it wrote.
      return row && (JSON.parse(textOf(row, 'json')) as About);
    });
  }

  fill(data: SeedData, at: number): Promise<boolean> {
    return soon(() => fillDatabase(this.#database, data, at));
  }

  resolve(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return soon(() => {
      const sql = 'SELECT name, article FROM names WHERE name IN (SELECT value FROM json_each(:names))';
      const rows = this.#database.all(sql, {names: JSON.stringify(names)});
      return new Map(rows.map((row) => [textOf(row, 'name'), textOf(row, 'article')]));
    });
  }

  articles(ids: readonly string[]): Promise<readonly Article[]> {
    return soon(() => this.#rows(ids).map(articleOf));
  }

  list(query: ListQuery): Promise<ListPage> {
    return soon(() => {
      const {sql, values} = selectPage(query);
      const rows = this.#database.all(sql, values);
      const page = rows.slice(0, query.limit);
      const last = page.at(-1);
      const next = last && rows.length > page.length ? placeOf(last, rankCount(query)) : undefined;
      return {articles: page.map(articleOf), total: this.#total(query), ...(next && {next})};
    });
  }

  adjacent(id: string, filter: Filter): Promise<Adjacent | undefined> {
    return soon(() => {
      const row = this.#database.get('SELECT id, date FROM articles WHERE id = :id', {id});
      if (!row) return undefined;
      const place = placeOf(row, 0);
      const previous = this.#beside(filter, 'older', place);
      const next = this.#beside(filter, 'newer', place);
      return {...(previous && {previous}), ...(next && {next})};
    });
  }

  counts(ids: readonly string[]): Promise<readonly Counted[]> {
    return soon(() =>
      this.#rows(ids)
        .filter((row) => integerOf(row, 'is_gone') === 0)
        .map(countedOf),
    );
  }

  busiest(limit: number, since: number): Promise<readonly Counted[]> {
    return soon(() => this.#database.all(busiest, {limit, since}).map(countedOf));
  }

  gone(limit: number): Promise<readonly string[]> {
    return soon(() => {
      const sql = 'SELECT id FROM articles WHERE is_gone ORDER BY date DESC, id DESC LIMIT :limit';
      return this.#database.all(sql, {limit}).map((row) => textOf(row, 'id'));
    });
  }

  view(view: View): Promise<ViewResult> {
    return soon(() => this.#database.transaction(() => countView(this.#database, view)));
  }

  react(reaction: Reaction): Promise<ReactionResult> {
    return soon(() => this.#database.transaction(() => putReaction(this.#database, reaction)));
  }

  close(): Promise<void> {
    return soon(() => {
      this.#database.close();
    });
  }

  #rows(ids: readonly string[]): readonly Row[] {
    return ids.flatMap((id) => {
      const row = this.#database.get(`SELECT ${columns} FROM articles a WHERE a.id = :id`, {id});
      return row ? [row] : [];
    });
  }

  #total(filter: Filter): number {
    const {sql, values} = selectTotal(filter);
    const row = this.#database.get(sql, values);
    return row ? integerOf(row, 'total') : 0;
  }

  #beside(filter: Filter, side: 'older' | 'newer', place: Place): Article | undefined {
    const {sql, values} = selectBeside(filter, side, place);
    const row = this.#database.get(sql, values);
    return row && articleOf(row);
  }
}

/** `node:sqlite` answers at once, or throws; the port answers and fails by a promise. */
const soon = <T>(work: () => T): Promise<T> =>
  new Promise((resolve) => {
    resolve(work());
  });

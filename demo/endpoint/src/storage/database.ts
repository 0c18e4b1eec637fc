/** A `node:sqlite` database: statements prepared once, a transaction for each write, and readable rows. */
import {DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync} from 'node:sqlite';

import {migrate} from './migrations.js';
import {StorageBusy} from './port.js';

export type Row = Readonly<Record<string, SQLOutputValue>>;
export type Values = Readonly<Record<string, SQLInputValue>>;

export class Database {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** How long a write waits for another process before it is told that the database is busy. */
  constructor(file: string, patience = 2_000) {
    this.#database = new DatabaseSync(file, {timeout: patience});
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
    migrate(this.#database);
  }

  all(sql: string, values: Values = {}): readonly Row[] {
    return guarded(() => this.#prepared(sql).all(values));
  }

  get(sql: string, values: Values = {}): Row | undefined {
    return guarded(() => this.#prepared(sql).get(values));
  }

  run(sql: string, values: Values = {}): void {
    guarded(() => this.#prepared(sql).run(values));
  }

  /** All of `work`, or nothing of it. */
  transaction<T>(work: () => T): T {
    guarded(() => {
      this.#database.exec('BEGIN IMMEDIATE');
    });
    try {
      const result = work();
      guarded(() => {
        this.#database.exec('COMMIT');
      });
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

export const textOf = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`${column} is not a text`);
  return value;
};

export const integerOf = (row: Row, column: string): number => {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`${column} is not an integer`);
  return value;
};

const guarded = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (isBusy(error)) throw new StorageBusy('The database is busy.', {cause: error});
    throw error;
  }
};

/** SQLITE_BUSY and SQLITE_LOCKED with their extended codes. https://sqlite.org/rescode.html */
const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  [5, 6].includes(error.errcode & 0xff);

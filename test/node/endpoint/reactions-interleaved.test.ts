/**
 * However wishes arrive, each reader ends in the last one, and the numbers are the sums of the rows. What the database
 * keeps of readers does not tell which rows are one person's.
 */
import {deepEqual, equal, ok} from 'node:assert/strict';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {after, before, describe, it} from 'node:test';

import fc from 'fast-check';

import {SqliteStorage} from '../../../demo/endpoint/src/storage/sqlite.js';
import {Identity} from '../../../src/store/identity.js';
import {endInTheLastWish} from './interleavings.js';
import {serve, type Serving} from './serving.js';
import {storages} from './storages.js';

/** 100 each; test/long has more. */
describe('wishes that overtake each other', () => {
  for (const [name, make] of storages) {
    it(`end in the last one, in ${name}`, async () => {
      const storage = make();
      await fc.assert(await endInTheLastWish(storage), {numRuns: 100});
      await storage.close();
    });
  }
});

/** A browser with a memory of its own. */
class Person {
  entry: unknown;
  readonly identity: Identity;

  constructor(endpoint: string) {
    const memory = {
      read: () => this.entry,
      write: (value: object) => {
        this.entry = value;
        return true;
      },
      clear: () => undefined,
    };
    const now = (): number => Date.now();
    this.identity = new Identity({endpoint, memory, consent: () => 'remember'}, now, () => undefined);
  }
}

interface Row {
  readonly article: string;
  readonly reader: string;
  readonly columns: readonly string[];
}

describe('the rows of readers', () => {
  const articles = ['article-001', 'article-002', 'article-003'] as const;
  const agent = "The reader's own browser";
  let folder: string;
  let serving: Serving;
  let people: readonly Person[];
  let rows: readonly Row[];

  /** What each person is called on each article, which only the persons know. */
  const named = new Map<string, number>();

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'endpoint-'));
    serving = await serve({storage: new SqliteStorage(join(folder, 'test.sqlite'))});
    people = Array.from({length: 40}, () => new Person(serving.endpoint));
    for (const article of articles) {
      for (const [index, {identity}] of people.entries()) {
        const seq = identity.nextSeq();
        const {name: reader} = await identity.nameFor(article);
        named.set(reader, index);
        const body = JSON.stringify({article, reader, seq, reactions: ['like']});
        const answer = await serving.ask('/reactions', {method: 'POST', body, headers: {'User-Agent': agent}});
        equal(answer.status, 200);
      }
    }
    const form = new URLSearchParams({article: articles[0], reactions: 'super'});
    await serving.ask('/reactions', {method: 'POST', body: form, headers: {'User-Agent': agent}});
    const database = new DatabaseSync(join(folder, 'test.sqlite'), {readOnly: true});
    rows = database
      .prepare('SELECT * FROM reactions')
      .all()
      .map((row) => ({article: String(row['article']), reader: String(row['reader']), columns: Object.keys(row)}));
    database.close();
  });

  after(async () => {
    await serving.stop();
    rmSync(folder, {recursive: true});
  });

  it('are one for each reader and article, and hold nothing else of a reader than that name', () => {
    equal(rows.length, people.length * articles.length + 1);
    for (const {columns} of rows) deepEqual(columns, ['article', 'reader', 'kinds', 'seq', 'day', 'site']);
  });

  it('have no name in common', () => {
    equal(new Set(rows.map(({reader}) => reader)).size, rows.length);
  });

  it('cannot be grouped by what their names look like', () => {
    const [one, other] = articles.map((id) => rows.filter(({article, reader}) => article === id && named.has(reader)));
    ok(one && other);
    const right = one.filter(({reader}) => {
      const likest = other.map((row) => ({row, likeness: likeness(reader, row.reader)}));
      const [best] = likest.toSorted((a, b) => b.likeness - a.likeness);
      return best && named.get(best.row.reader) === named.get(reader);
    });
    // By chance it is right for one of forty. Twelve or more by chance would be one run in a thousand million.
    ok(right.length < 12, `${String(right.length)} of ${String(one.length)} were recognised`);
  });

  it('come without addresses, browsers and secrets, in the files as in the log', () => {
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    ok(files.length > 1, 'also what was written ahead');
    const secrets = people.map(({entry}) => String(Reflect.get(Object(entry), 'secret')));
    for (const text of [...files, serving.lines.join('\n')]) {
      for (const private_ of ['::ffff', agent, ...secrets]) ok(!text.includes(private_), private_);
    }
    for (const file of files) ok(!file.includes('127.0.0.1'));
  });
});

/** How many signs of two names agree in their place, and how long they begin alike. */
const likeness = (one: string, other: string): number => {
  const agreeing = Array.from(one).map((sign, place) => sign === other[place]);
  return agreeing.filter(Boolean).length + Math.max(0, agreeing.indexOf(false)) * 10;
};

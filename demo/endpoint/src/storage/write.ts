/** The two writes of readers, each inside the transaction of its caller. */
import {dayOf} from '../day.js';
import {integerOf, textOf, type Database, type Row} from './database.js';
import type {Reaction, ReactionResult, Refusal, View, ViewResult} from './port.js';
import {countedOf} from './records.js';
import {columns} from './select.js';

export const countView = (database: Database, {article, key, site, at}: View): ViewResult => {
  const known = find(database, article);
  if (!known || isGone(known)) return refuse(known);
  const seen = database.get('SELECT 1 FROM views WHERE article = :article AND key = :key', {article, key});
  if (seen) return {views: integerOf(known, 'views'), asOf: integerOf(known, 'as_of')};
  database.run('INSERT INTO views (article, key, day, site) VALUES (:article, :key, :day, :site)', {
    article,
    key,
    day: dayOf(at),
    site: site ?? null,
  });
  const asOf = touch(database, known, at);
  database.run('UPDATE articles SET views = views + 1 WHERE id = :article', {article});
  return {views: integerOf(known, 'views') + 1, asOf};
};

export const putReaction = (database: Database, reaction: Reaction): ReactionResult => {
  const {article, reader, seq, kinds, at} = reaction;
  const known = find(database, article);
  if (!known || isGone(known) || integerOf(known, 'is_open') !== 1) return refuse(known);
  const row = database.get('SELECT kinds, seq FROM reactions WHERE article = :article AND reader = :reader', {
    article,
    reader,
  });
  const before = row ? kindsOf(row) : [];
  if (row && seq <= integerOf(row, 'seq')) return stateOf(known, before);
  putRow(database, reaction);
  if (String(before) === String(kinds)) return stateOf(known, kinds);
  count(database, article, before, -1);
  count(database, article, kinds, 1);
  const people = Math.sign(kinds.length) - Math.sign(before.length);
  database.run('UPDATE articles SET people = people + :people WHERE id = :article', {people, article});
  touch(database, known, at);
  return stateOf(find(database, article) ?? known, kinds);
};

const find = (database: Database, id: string): Row | undefined =>
  database.get(`SELECT ${columns} FROM articles a WHERE a.id = :id`, {id});

const isGone = (row: Row): boolean => integerOf(row, 'is_gone') === 1;

const refuse = (row: Row | undefined): Refusal => {
  if (!row) return {refused: 'unknown'};
  return {refused: isGone(row) ? 'gone' : 'closed'};
};

/** Kinds are stored as sorted words. */
const kindsOf = (row: Row): readonly string[] => textOf(row, 'kinds').split(' ').filter(Boolean);

const putRow = (database: Database, {article, reader, seq, kinds, site, at}: Reaction): void => {
  database.run(
    `INSERT INTO reactions (article, reader, kinds, seq, day, site) VALUES (:article, :reader, :kinds, :seq, :day, :site)
    ON CONFLICT DO UPDATE SET kinds = excluded.kinds, seq = excluded.seq, day = excluded.day, site = excluded.site`,
    {article, reader, seq, kinds: kinds.join(' '), day: dayOf(at), site: site ?? null},
  );
};

const count = (database: Database, article: string, kinds: readonly string[], step: 1 | -1): void => {
  for (const kind of kinds) {
    database.run(
      `INSERT INTO kinds (article, kind, seeded, readers) VALUES (:article, :kind, 0, :step)
      ON CONFLICT DO UPDATE SET readers = readers + :step`,
      {article, kind, step},
    );
  }
};

/** Grows strictly, also within one millisecond and when the clock was set back. */
const touch = (database: Database, row: Row, at: number): number => {
  const asOf = Math.max(at, integerOf(row, 'as_of') + 1);
  database.run('UPDATE articles SET as_of = :asOf WHERE id = :id', {asOf, id: textOf(row, 'id')});
  return asOf;
};

const stateOf = (row: Row, mine: readonly string[]): ReactionResult => {
  const {reactions, people, asOf} = countedOf(row);
  return {reactions, people, mine, asOf};
};

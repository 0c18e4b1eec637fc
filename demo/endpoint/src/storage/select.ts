/** The SQL of lists. Every value is bound; only fixed pieces of text are put together. */
import type {Values} from './database.js';
import type {Filter, ListQuery, Place, Sort} from './port.js';
import {weights} from './rank.js';

export interface Selection {
  readonly sql: string;
  readonly values: Values;
}

/** The columns that hold an article and its numbers. */
export const columns = `a.id, a.url, a.date, a.expires, a.is_gone, a.is_open, a.text, a.views, a.people, a.comments, a.as_of,
  (SELECT json_group_object(k.kind, k.seeded + k.readers ORDER BY k.kind) FROM kinds k
    WHERE k.article = a.id AND k.seeded + k.readers > 0) AS reactions`;

const viewsSince = `(coalesce((SELECT sum(d.views) FROM view_days d WHERE d.article = a.id AND d.day >= :since), 0)
  + (SELECT count(*) FROM views v WHERE v.article = a.id AND v.day >= :since))`;

const kinship = `(${String(weights.tag)} * (SELECT count(*) FROM tags t JOIN tags o ON o.tag = t.tag
    WHERE t.article = a.id AND o.article = :related)
  + ${String(weights.section)} * (a.section = (SELECT section FROM articles WHERE id = :related))
  + ${String(weights.author)} * (SELECT count(*) FROM authors t JOIN authors o ON o.author = t.author
    WHERE t.article = a.id AND o.article = :related))`;

/** A page, and one article more where another page follows. */
export const selectPage = (query: ListQuery): Selection => {
  const {conditions, values} = conditionsOf(query);
  const ranks = ranksOf(query);
  const rank = ranks.map((sql, index) => `${sql} AS rank${String(index)}`);
  const keys = [...ranks.map((_, index) => `rank${String(index)}`), 'date', 'id'];
  const since = query.since === undefined ? [] : [`${viewsSince} AS views_since`];
  const after = query.after && placeOf(query.after, ranks.length);
  return {
    sql: `SELECT * FROM (SELECT ${[columns, ...since, ...rank].join(', ')} FROM articles a WHERE ${conditions})
      ${after ? `WHERE (${keys.join(', ')}) < (${after.sql})` : ''}
      ORDER BY ${keys.map((key) => `${key} DESC`).join(', ')} LIMIT :limit`,
    values: {
      ...values,
      ...after?.values,
      ...(query.since !== undefined && {since: query.since}),
      limit: query.limit + 1,
    },
  };
};

export const selectTotal = (filter: Filter): Selection => {
  const {conditions, values} = conditionsOf(filter);
  return {sql: `SELECT count(*) AS total FROM articles a WHERE ${conditions}`, values};
};

/** The nearest article on one side of a place. */
export const selectBeside = (filter: Filter, side: 'older' | 'newer', place: Place): Selection => {
  const {conditions, values} = conditionsOf(filter);
  const [sign, order] = side === 'older' ? ['<', 'DESC'] : ['>', 'ASC'];
  return {
    sql: `SELECT ${columns} FROM articles a WHERE ${conditions} AND (a.date, a.id) ${sign} (:date, :id)
      ORDER BY a.date ${order}, a.id ${order} LIMIT 1`,
    values: {...values, date: place.date, id: place.id},
  };
};

export const busiest = `SELECT ${columns}, ${viewsSince} AS rank0 FROM articles a WHERE NOT a.is_gone
  ORDER BY rank0 DESC, a.views DESC, a.date DESC, a.id DESC LIMIT :limit`;

/** How many ranks a sort has. */
export const rankCount = (query: Pick<ListQuery, 'sort' | 'since'>): number => ranksOf(query).length;

const ranksOf = ({sort, since}: {readonly sort: Sort; readonly since?: number | undefined}): readonly string[] => {
  if (sort === 'newest') return [];
  if (sort === 'popular') return since === undefined ? ['a.views'] : [viewsSince, 'a.views'];
  if (sort === 'discussed') return ['coalesce(a.comments, 0)', 'a.people'];
  return [kinship];
};

const conditionsOf = (filter: Filter): {conditions: string; values: Values} => {
  const conditions = ['NOT a.is_gone', '(a.expires IS NULL OR a.expires > :now)'];
  const values: Record<string, string | number> = {now: filter.now};
  const add = (name: string, value: string | undefined, sql: string): void => {
    if (value === undefined) return;
    conditions.push(sql);
    values[name] = value;
  };
  add('section', filter.section, 'a.section = :section');
  add('tag', filter.tag, 'EXISTS (SELECT 1 FROM tags t WHERE t.tag = :tag AND t.article = a.id)');
  add('author', filter.author, 'EXISTS (SELECT 1 FROM authors t WHERE t.author = :author AND t.article = a.id)');
  add('lang', filter.lang, `(a.lang = :lang OR substr(a.lang, 1, length(:lang) + 1) = :lang || '-')`);
  add('related', filter.relatedTo, `(a.id <> :related AND ${kinship} > 0)`);
  // instr() and not LIKE: no character of the query has a meaning of its own.
  for (const [index, word] of (filter.words ?? []).entries()) {
    add(`word${String(index)}`, word, `instr(a.search, :word${String(index)}) > 0`);
  }
  return {conditions: conditions.join(' AND '), values};
};

const placeOf = (place: Place, count: number): Selection => {
  const values: Record<string, string | number> = {afterDate: place.date, afterId: place.id};
  const names = Array.from({length: count}, (_, index) => `after${String(index)}`);
  for (const [index, name] of names.entries()) values[name] = place.ranks[index] ?? 0;
  return {sql: [...names.map((name) => `:${name}`), ':afterDate', ':afterId'].join(', '), values};
};

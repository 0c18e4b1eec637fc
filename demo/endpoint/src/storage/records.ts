/** Rows of the SQLite database as the records of the port. */
import {integerOf, textOf, type Row} from './database.js';
import type {Article, Counted, Place, Text} from './port.js';

export const countedOf = (row: Row): Counted => ({
  id: textOf(row, 'id'),
  views: integerOf(row, 'views'),
  // What the query of `select.ts` made: an object of numbers.
  reactions: JSON.parse(textOf(row, 'reactions')) as Record<string, number>,
  people: integerOf(row, 'people'),
  ...(row['comments'] !== null && {comments: integerOf(row, 'comments')}),
  asOf: integerOf(row, 'as_of'),
});

export const articleOf = (row: Row): Article => ({
  ...countedOf(row),
  url: textOf(row, 'url'),
  date: integerOf(row, 'date'),
  ...(row['expires'] !== null && {expires: integerOf(row, 'expires')}),
  isGone: integerOf(row, 'is_gone') === 1,
  isOpen: integerOf(row, 'is_open') === 1,
  // What fill.ts wrote, in the shape that it wrote.
  text: JSON.parse(textOf(row, 'text')) as Text,
  ...('views_since' in row && {viewsInPeriod: integerOf(row, 'views_since')}),
});

export const placeOf = (row: Row, ranks: number): Place => ({
  ranks: Array.from({length: ranks}, (_, index) => integerOf(row, `rank${String(index)}`)),
  date: integerOf(row, 'date'),
  id: textOf(row, 'id'),
});

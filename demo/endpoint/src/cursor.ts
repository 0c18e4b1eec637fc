/**
 * Where the next page of a list begins: the place of the last article shown, not a number of articles, so that no new
 * article makes the list repeat one or leave one out. Callers take it as it is.
 */
import {decodeText, encodeText} from './base64url.js';
import {sorts, type Place, type Sort} from './storage/port.js';

export interface Cursor {
  readonly sort: Sort;
  /** The first day of the period, which stays the same when midnight falls between two pages. */
  readonly since?: number;
  readonly place: Place;
}

export const writeCursor = ({sort, since, place}: Cursor): string =>
  encodeText(JSON.stringify([sort, since ?? null, place.ranks, place.date, place.id]));

/** Undefined for anything that `writeCursor` did not write. */
export const readCursor = (encoded: string): Cursor | undefined => {
  const value = parse(decodeText(encoded));
  if (!Array.isArray(value) || value.length !== 5) return undefined;
  const [sort, since, ranks, date, id] = value as readonly unknown[]; // isArray() says any[]
  const known = sorts.find((word) => word === sort);
  if (!known || !isRanks(ranks) || !isInteger(date) || typeof id !== 'string') return undefined;
  if (since !== null && !isInteger(since)) return undefined;
  return {sort: known, ...(since !== null && {since}), place: {ranks, date, id}};
};

const parse = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};

const isInteger = (value: unknown): value is number => Number.isSafeInteger(value);

const isRanks = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.length <= 2 && value.every(isInteger);

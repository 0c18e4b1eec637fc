/** The order of lists, as the memory storage keeps it; the SQL of `select.ts` says the same. */
import type {Place} from './port.js';

/** Sorts the first place first. */
export const byPlace = (a: Place, b: Place): number => {
  for (const [index, rank] of a.ranks.entries()) {
    const difference = (b.ranks[index] ?? 0) - rank;
    if (difference !== 0) return difference;
  }
  return byDate(b, a);
};

/** Older first; among equal dates the smaller id first. */
export const byDate = (a: {date: number; id: string}, b: {date: number; id: string}): number =>
  a.date - b.date || byCodePoint(a.id, b.id);

/** SQLite compares texts as UTF-8, which is by code points; `<` in JavaScript is by UTF-16 units. */
const byCodePoint = (a: string, b: string): number => {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  // A surrogate belongs to a code point above all that one unit can hold.
  return lifted(a.charCodeAt(index)) - lifted(b.charCodeAt(index));
};

/** NaN stands for the end of a text, which comes before every character. */
const lifted = (unit: number): number => {
  if (Number.isNaN(unit)) return -1;
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
};

/** What a shared tag, section and author weigh in "related". */
export const weights = {tag: 4, section: 2, author: 1} as const;

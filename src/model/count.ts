/** Whole numbers as endpoints write them. */
import {reader} from './untrusted.js';

/** Digits, or groups of three under one separator: a blank of any width that is in use, a comma or an apostrophe. */
const written = /^(?:\d+|[1-9]\d{0,2}([ \u00a0\u2009\u202f,'\u2019])\d{3}(?:\1\d{3})*)$/;

/** `745`, `"1 043"`, `"1,043"` or a bigint. `"1.043"` is dropped: it may as well be a fraction. */
export const readCount = reader('a whole number', (value, path, tell) => {
  const number = typeof value === 'string' ? numberIn(value.trim()) : typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || !(number >= 0 && number <= Number.MAX_SAFE_INTEGER)) return undefined;
  if (number % 1) tell(path, 'a fraction: rounded down');
  // Without + 0, -0 would stay.
  return Math.floor(number) + 0;
});

const numberIn = (text: string): number => (written.test(text) ? Number(text.replace(/\D/g, '')) : NaN);

/** Whole numbers as endpoints write them. */
import type {Tell} from './tell.js';
import {isAbsent} from './untrusted.js';

/** Groups of three under one separator: a blank of any width that is in use, a comma or an apostrophe. */
const grouped = /^[1-9]\d{0,2}([ \u00a0\u2009\u202f,'\u2019])\d{3}(?:\1\d{3})*$/;

/** `745`, `"1 043"`, `"1,043"` or a bigint. `"1.043"` is dropped: it may as well be a fraction. */
export const readCount = (value: unknown, path: string, tell: Tell): number | undefined => {
  if (isAbsent(value)) return undefined;
  const number = typeof value === 'string' ? numberIn(value.trim()) : typeof value === 'bigint' ? Number(value) : value;
  if (typeof number === 'number' && number >= 0 && number <= Number.MAX_SAFE_INTEGER) {
    if (number % 1) tell(path, 'a fraction: rounded down');
    return Math.floor(number) + 0;
  }
  tell(path, 'not a whole number from 0 to 2^53 - 1: dropped');
  return undefined;
};

const numberIn = (text: string): number => {
  if (text.length > 30) return NaN;
  return /^\d+$/.test(text) ? Number(text) : grouped.test(text) ? Number(text.replace(/\D/g, '')) : NaN;
};

/** Texts as they may be shown, and the names of articles. */
import type {Tell} from './tell.js';
import {reader, type Read} from './untrusted.js';

/**
 * One line of well-formed text without control characters, at most `max` long; undefined when nothing would be seen.
 * Unbreakable blanks stay: they belong to the language's typography.
 */
export const text =
  (max: number): Read<string> =>
  (value, path, tell) => {
    const raw = readRaw(value, path, tell);
    if (raw === undefined) return raw;
    const repaired = raw.replace(/[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/g, '').toWellFormed();
    if (repaired !== raw) tell(path, 'broken characters: repaired');
    const folded = repaired.replace(/[\t-\r \x85\u2028\u2029]+/g, ' ').trim();
    if (folded.length > max) tell(path, `longer than ${max}: cut`);
    return isVisible(folded) ? shorten(folded, max) : undefined;
  };

export const readText = (value: unknown, max: number, path: string, tell: Tell): string | undefined =>
  text(max)(value, path, tell);

/** A text of at most `max`, with an ellipsis where it was cut; never half of a character. */
export const shorten = (text: string, max: number): string =>
  text.length > max ? `${text.slice(0, max - 1).replace(/\s*\p{Cs}?$/u, '')}…` : text;

/** The name of an article: a text that is never changed, because it is sent back, or a number made text. */
export const readId = reader('an id (a text up to 2048)', (value) => {
  // A number beyond 2^53 has lost digits and may be another article's.
  const id = Number.isSafeInteger(value) ? String(value) : value;
  const isRight = typeof id === 'string' && id.length <= 2048 && isVisible(id) && !/[\p{Cc}\p{Cs}]/u.test(id);
  return isRight ? id : undefined;
});

const readRaw = reader('a text', (value) => {
  const raw = Number.isFinite(value) ? String(value) : value;
  return typeof raw === 'string' ? raw : undefined;
});

/** Whether there is anything to see: not only blanks, joiners and marks of direction. */
const isVisible = (text: string): boolean => /[^\p{DI}\p{Z}]/u.test(text);

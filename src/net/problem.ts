/** What an endpoint says beside an error status: RFC 9457 problem documents and `Retry-After`. */

import {readMoment} from '../model/moment.js';
import {member} from '../model/untrusted.js';
import {jsonIn} from './json.js';

export interface Problem {
  /** The endpoint's own words, to stand behind the status; empty where it has none. */
  readonly words: string;
  /** When to ask again at the earliest. What is past is now, and a day is the most. */
  readonly retryAt: number | undefined;
}

const longest = 86_400_000;

/** @param retryAfter - The header; across origins it is seldom exposed, therefore a document may say `retry_after`, too. */
export const problemOf = (body: string, retryAfter: string | undefined, now: number): Problem => {
  // An error page in another format says nothing here.
  const document = jsonIn(body);
  const words = member(document, 'detail') ?? member(document, 'title');
  const at = momentOf(retryAfter ?? member(document, 'retry_after'), now);
  return {
    words: typeof words === 'string' ? `: ${words.slice(0, 200)}` : '',
    retryAt: at && Math.min(Math.max(at, now), now + longest),
  };
};

/** Seconds from now, or a date. A number is made text, so that none is read as seconds since 1970. */
const momentOf = (wait: unknown, now: number): number | undefined => {
  const text = typeof wait === 'number' ? String(wait) : wait;
  if (typeof text !== 'string') return undefined;
  return /^\d{1,9}$/.test(text) ? now + Number(text) * 1000 : readMoment(text, '', () => undefined);
};

/** What an endpoint says beside an error status: RFC 9457 problem documents and `Retry-After`. */

import {readMoment} from '../model/moment.js';
import {member} from '../model/untrusted.js';

/** The endpoint's own words about an error, to stand behind the status; empty where it has none. */
export const wordsOf = (body: string): string => {
  const problem = parsed(body);
  const words = member(problem, 'detail') ?? member(problem, 'title');
  return typeof words === 'string' && words ? `: ${words.slice(0, 200)}` : '';
};

/**
 * When to ask again at the earliest. The header is invisible across origins unless the endpoint exposes it,
 * therefore a problem document may say `retry_after`, in seconds, too. What is past is now, and a day is the most.
 */
export const retryAtOf = (header: string | undefined, body: string, now: number): number | undefined => {
  const said = header ?? member(parsed(body), 'retry_after');
  const text = typeof said === 'number' || typeof said === 'string' ? String(said).trim() : '';
  const at = /^\d+(\.\d+)?$/.test(text) ? now + Number(text) * 1000 : readMoment(text, '', () => undefined);
  return at === undefined ? undefined : Math.min(Math.max(at, now), now + 86_400_000);
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

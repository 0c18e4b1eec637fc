/** What an endpoint got wrong, said together in the console. */
import type {Tell} from '../model/tell.js';

const mostReasons = 5;
const longestPath = 120;

interface Reason {
  readonly path: string;
  count: number;
}

const tells = new Map<string, Tell>();

/**
 * Hears what was dropped from an endpoint's answers or repaired in them.
 * What one task brings is one warning in a later one; a reason is never named twice, and no more than five are.
 */
export const tellFor = (endpoint: string): Tell => {
  const tell = tells.get(endpoint) ?? createTell(endpoint);
  tells.set(endpoint, tell);
  return tell;
};

const createTell = (endpoint: string): Tell => {
  const named = new Set<string>();
  let fresh = new Map<string, Reason>();

  const print = (): void => {
    const lines = [...fresh].map(([reason, {path, count}]) => `\n  ${count} × ${reason} (first at ${path})`);
    console.warn(`Presslet: not all that ${endpoint} answered could be used as it is:${lines.join('')}`);
    fresh = new Map();
  };

  return (path, reason) => {
    const noted = fresh.get(reason);
    if (noted !== undefined) noted.count += 1;
    else if (named.size < mostReasons && !named.has(reason)) {
      if (fresh.size === 0) setTimeout(print);
      named.add(reason);
      fresh.set(reason, {path: path.slice(0, longestPath), count: 1});
    }
  };
};

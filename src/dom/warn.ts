/** Words for the developer in the console: each is said once, and what an endpoint got wrong is said together. */
import type {Tell} from '../model/tell.js';

/** More than this many different warnings help nobody, and a page that makes up values must not fill the memory. */
const mostWarnings = 100;
const told = new Set<string>();

/** Warns once in the life of the page for each key. */
export const warnOnce = (key: string, message: string): void => {
  if (told.has(key) || told.size >= mostWarnings) return;
  told.add(key);
  console.warn(`Presslet: ${message}`);
};

/** A part of Presslet that was to be loaded later could not be; what works without it goes on. */
export const warnOfChunk = (error: unknown): void => warnOnce('chunk', `a part could not be loaded: ${String(error)}`);

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

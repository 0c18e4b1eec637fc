/** Words for the developer in the console: each is said once. */

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

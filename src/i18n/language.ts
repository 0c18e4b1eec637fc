/** One language as the widgets use it: numbers, dates, plurals and words. */

import type {Access, Label} from '../model/article.js';
import {lazy} from '../model/lazy.js';
import {en} from './en.js';
import {formatList, formatMoment, formatNumber, knownTag, pluralOf} from './formats.js';
import type {DateStyle, Notation} from './formats.js';
import type {MessageName, WordGroup, Words} from './messages.js';

export type {DateStyle, Notation} from './formats.js';
export type {MessageName, Messages, Plural, Words} from './messages.js';

/** What a message speaks of: a number alone is its `n`. */
export type Values = number | Readonly<Record<string, number | string>>;

/** Never changes: when words arrive, `languageOf` gives another one. */
export interface Language {
  /** Whose numbers and dates are written; its words may be another's, until they are loaded or where there are none. */
  readonly tag: string;
  number(n: number, notation?: Notation): string;
  /** The day of a moment; without a time zone, the device's. */
  date(ms: number, style: DateStyle, timeZone?: string): string;
  /** Hour and minute. */
  time(ms: number, timeZone?: string): string;
  /** "A, B and C". */
  list(texts: readonly string[]): string;
  say(name: MessageName, values?: Values): string;
  /** The label of a kind of reaction; a kind that no language names is its own label. */
  kind(kind: string): string;
  label(label: Label): string;
  access(access: Access): string;
}

/** The language of a tag, from the words that are there now. Any text will do: what is no tag is English. */
export const languageOf = (tag: string): Language => {
  const known = languages.get(tag);
  if (known) return known;
  const fresh = makeLanguage(knownTag(tag), layersOf(tag));
  languages.set(tag, fresh);
  return fresh;
};

/** Whether nothing better can come for this language by `loadLanguage`. */
export const isLoaded = (tag: string): boolean => namesOf(tag).every((name) => !chunks.has(name) || shipped.has(name));

/** Fetches the words of a language. Never rejects: when they cannot be had, the console says so once and English stays. */
export const loadLanguage = async (tag: string): Promise<void> => {
  await Promise.all(namesOf(tag).map(loadWords));
};

/** Takes words as they are; `addLanguage` is the way for strangers. The page's own go before those that come with Presslet. */
export const putWords = (name: string, words: Words, into: Map<string, Words> = added): void => {
  into.set(name, {...into.get(name), ...words});
  languages.clear();
};

/** Whether Presslet itself brings the words of this language. */
export const isShipped = (tag: string): boolean => namesOf(tag).some((name) => shipped.has(name) || chunks.has(name));

interface Layer {
  /** Whose plural rules the words follow. */
  readonly tag: string;
  readonly words: Words;
}

const chunks: ReadonlyMap<string, () => Promise<Words>> = new Map([
  ['ru', lazy(() => import('./ru.js').then(({ru}) => ru))],
]);
const shipped = new Map<string, Words>([['en', en]]);
const added = new Map<string, Words>();
const languages = new Map<string, Language>();
const told = new Set<string>();

const loadWords = async (name: string): Promise<void> => {
  const load = chunks.get(name);
  if (!load || shipped.has(name)) return;
  try {
    putWords(name, await load(), shipped);
  } catch (error) {
    if (!told.has(name)) console.warn(`Presslet: no words for "${name}", English stays.`, error);
    told.add(name);
  }
};

/** `zh-Hant-TW` → `zh-Hant-TW`, `zh-Hant`, `zh`, in small letters; what is longer names nothing that has words. */
const namesOf = (tag: string): readonly string[] => {
  const parts = tag.toLowerCase().split(/[-_]/, 4);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
};

const layersOf = (tag: string): readonly Layer[] =>
  [...namesOf(tag), 'en'].flatMap((name) =>
    [added.get(name), shipped.get(name)].flatMap((words) => (words ? [{tag: knownTag(name), words}] : [])),
  );

const makeLanguage = (tag: string, layers: readonly Layer[]): Language => {
  const write = (text: string, values: Readonly<Record<string, number | string>>): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : '';
      return typeof value === 'number' ? formatNumber(tag, value, 'standard') : (value ?? '');
    });
  const word = (group: WordGroup, name: string): string => {
    for (const {words} of layers) {
      const texts: Readonly<Record<string, string>> = words[group] ?? {};
      if (Object.hasOwn(texts, name)) return texts[name] ?? name;
    }
    return name;
  };
  return {
    tag,
    number: (n, notation = 'standard') => formatNumber(tag, n, notation),
    date: (ms, style, timeZone) => formatMoment(tag, ms, style, timeZone),
    time: (ms, timeZone) => formatMoment(tag, ms, 'time', timeZone),
    list: (texts) => formatList(tag, texts),
    say: (name, values = {}) => {
      const given = typeof values === 'number' ? {n: values} : values;
      for (const {tag: spoken, words} of layers) {
        const message = words[name];
        if (typeof message === 'string') return write(message, given);
        if (message) return write(message[pluralOf(spoken, Number(given['n'] ?? 0))] ?? message.other, given);
      }
      return '';
    },
    kind: (kind) => word('kinds', kind),
    label: (label) => word('labels', label),
    access: (access) => word('accesses', access),
  };
};

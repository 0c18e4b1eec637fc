/** The way by which a page brings words of its own. What it brings is read as carefully as an endpoint's answer. */

import {isShipped, putWords} from './language.js';
import type {Messages, Plural} from './messages.js';

/**
 * Adds the words of a language, or replaces some of those that are there. What is missing is said in English,
 * and what cannot be used is left out; the console is told of both, once per language. Never throws.
 *
 * @param tag - A language tag: `de`, `pt-BR`. Words of `pt` serve `pt-BR` too.
 * @param messages - Some or all of `Messages`.
 */
export const addLanguage = (tag: string, messages: unknown): void => {
  const doubts: string[] = [];
  try {
    const [known] = Intl.getCanonicalLocales(tag);
    if (known === undefined || !isRecord(messages)) throw new TypeError('a language tag and an object are needed');
    const words = readWords(messages, doubts);
    const missing = isShipped(known) ? [] : allNames.filter((name) => !(name in words));
    putWords(known.toLowerCase(), words);
    if (missing.length) doubts.push(`said in English: ${missing.join(', ')}`);
  } catch (error) {
    doubts.push(`left out: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!doubts.length || told.has(tag)) return;
  told.add(tag);
  console.warn('Presslet: language', tag, doubts.join('; '));
};

type NameOf<T> = {[N in keyof Messages]: Messages[N] extends T ? N : never}[keyof Messages];

const pluralNames = ['views', 'people', 'comments', 'reactionsTotal', 'shown'] as const satisfies NameOf<Plural>[];
const textNames = [
  ...(['list', 'loading', 'empty', 'failed', 'failedHint', 'retry', 'stale', 'offline', 'more'] as const),
  ...(['nav', 'previous', 'next', 'newest', 'oldest'] as const),
  ...(['reactionsLabel', 'reacted', 'withdrawn', 'waiting', 'refused'] as const),
] satisfies NameOf<string>[];
const groupNames = ['kinds', 'labels', 'accesses'] as const;
const allNames: readonly string[] = [...pluralNames, ...textNames, ...groupNames];

const categories = ['zero', 'one', 'two', 'few', 'many'] as const;
/** Room for any sentence; a message is no place for an essay. */
const longest = 200;
const told = new Set<unknown>();

const readWords = (messages: Readonly<Record<string, unknown>>, doubts: string[]): Partial<Messages> => {
  const words: {-readonly [N in keyof Messages]?: Messages[N]} = {};
  for (const name of Object.keys(messages)) if (!allNames.includes(name)) doubts.push(`unknown: ${name.slice(0, 40)}`);
  const read = <T>(name: string, reader: (value: unknown) => T | undefined): T | undefined => {
    if (!Object.hasOwn(messages, name)) return undefined;
    const value = reader(messages[name]);
    if (value === undefined) doubts.push(`unreadable: ${name}`);
    return value;
  };
  for (const name of pluralNames) {
    const plural = read(name, readPlural);
    if (plural) words[name] = plural;
  }
  for (const name of textNames) {
    const text = read(name, readMessage);
    if (text !== undefined) words[name] = text;
  }
  for (const name of groupNames) {
    const group = read(name, readGroup);
    if (group) words[name] = group;
  }
  return words;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readMessage = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() && value.length <= longest && !/\p{Cs}/u.test(value) ? value : undefined;

/** A language with a single form may give the text alone. */
const readPlural = (value: unknown): Plural | undefined => {
  if (!isRecord(value)) {
    const only = readMessage(value);
    return only === undefined ? undefined : {other: only};
  }
  const other = readMessage(value['other']);
  if (other === undefined) return undefined;
  const plural: {-readonly [C in keyof Plural]: Plural[C]} = {other};
  for (const category of categories) {
    const form = Object.hasOwn(value, category) ? readMessage(value[category]) : undefined;
    if (form !== undefined) plural[category] = form;
  }
  return plural;
};

const readGroup = (value: unknown): Readonly<Record<string, string>> | undefined =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, text]) => {
          const message = readMessage(text);
          return message === undefined ? [] : [[name, message] as const];
        }),
      )
    : undefined;

/**
 * What an attribute may hold. Each rule is a Lit converter, and `narrow` holds what a page sets as a property to the same rule.
 * A value that breaks it gives the default and one warning in the console; nothing throws.
 *
 *     static override properties = {layout: {converter: oneOf(['list', 'compact'], 'list', 'press-teasers layout')}};
 *     override willUpdate(changed: PropertyValues<this>) { narrow(this, changed); }
 *
 * The last argument of every rule is the element's documented tag and the attribute: the warning begins with it.
 */
import type {PropertyDeclaration, ReactiveElement} from 'lit';
import {warnOnce} from './warn.js';

/** What an attribute, and the property of the same meaning, may hold. */
export class Rule<T> {
  readonly #otherwise: T;
  readonly #read: (value: unknown) => T;

  constructor(otherwise: T, read: (value: unknown) => T) {
    this.#otherwise = otherwise;
    this.#read = read;
  }

  /** The value where it keeps the rule, else the default; absent is the default without a word. */
  fromAttribute(value: unknown): T {
    return value === null || value === undefined ? this.#otherwise : this.#read(value);
  }
}

/** One of the given words. */
export const oneOf = <T extends string, D = T>(words: readonly T[], otherwise: D, name: string): Rule<T | D> =>
  new Rule<T | D>(otherwise, (value) => {
    const known = words.find((word) => word === value);
    if (known === undefined) refuse(name, value, `one of ${words.join(' ')}`);
    return known ?? otherwise;
  });

/** Some of the given words, separated by spaces. Unknown ones are left out; where no known one is left the default stands. */
export const someOf = <T extends string, D>(words: readonly T[], otherwise: D, name: string): Rule<readonly T[] | D> =>
  new Rule<readonly T[] | D>(otherwise, (value) => {
    const isKnown = (given: string): given is T => words.some((word) => word === given);
    const given = split(value, name);
    for (const word of given) if (!isKnown(word)) refuse(name, word, `any of ${words.join(' ')}`);
    const known = given.filter(isKnown);
    return known.length > 0 ? known : otherwise;
  });

/** Any words, separated by spaces, each once: ids, kinds. */
export const list = (name: string): Rule<readonly string[]> =>
  new Rule<readonly string[]>([], (value) => split(value, name));

/** A whole number from `least` to `most`. */
export const whole = <D>(least: number, most: number, otherwise: D, name: string): Rule<number | D> =>
  new Rule<number | D>(otherwise, (value) => {
    const number = typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
    if (isWhole(number) && number >= least && number <= most) return number;
    refuse(name, value, `a whole number from ${least} to ${most}`);
    return otherwise;
  });

/** A text, without white space around it. A number set as a property is a text, too: ids often are numbers. */
export const text = <D>(otherwise: D, name: string): Rule<string | D> =>
  new Rule<string | D>(otherwise, (value) => {
    if (isTextual(value)) return readText(value);
    refuse(name, value, 'a text');
    return otherwise;
  });

/**
 * Holds the properties that changed to the rules of their attributes; to be called first in `willUpdate`.
 * A property with `type: Boolean` becomes a boolean as JavaScript sees it.
 */
export const narrow = (host: ReactiveElement, changed: ReadonlyMap<PropertyKey, unknown>): void => {
  // `constructor` is typed as any function, but the class of an element of Lit is a class of Lit.
  const made = host.constructor as typeof ReactiveElement;
  for (const property of changed.keys()) {
    const value: unknown = Reflect.get(host, property);
    const narrowed = read(made.getPropertyOptions(property), value);
    if (!isSame(value, narrowed)) Reflect.set(host, property, narrowed);
  }
};

const read = ({converter, type}: PropertyDeclaration, value: unknown): unknown => {
  if (type === Boolean) return Boolean(value);
  return converter instanceof Rule ? converter.fromAttribute(value) : value;
};

const isSame = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((entry, index) => entry === other[index])
    : Object.is(one, other);

const isTextual = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

/** Half a character, which a script may set, would throw where an address is made of it. */
const readText = (value: string | number): string =>
  String(value)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();

const split = (value: unknown, name: string): readonly string[] => {
  const given: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(/\s+/)
      : [value];
  for (const word of given) if (!isTextual(word)) refuse(name, word, 'words separated by spaces');
  return [...new Set(given.filter(isTextual).map(readText))].filter((word) => word !== '');
};

const refuse = (name: string, value: unknown, allowed: string): void => {
  // An object is not made a text: that would run the page's code.
  const shown = isTextual(value) ? String(value).slice(0, 60) : typeof value;
  warnOnce(`${name}=${shown}`, `<${name}="${shown}"> cannot be used; it takes ${allowed}.`);
};

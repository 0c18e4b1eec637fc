/**
 * What an attribute may hold. Each rule is a Lit converter, and `narrow` holds what a page sets as a property to the same rule.
 * A value that breaks it gives the default and one warning in the console; nothing throws.
 *
 *     static override properties = {layout: {converter: oneOf(['list', 'compact'], 'list')}};
 *     constructor() { super(); setUp(this); }
 *     override willUpdate(changed: PropertyValues<this>) { narrow(this, changed); }
 */
import type {PropertyDeclaration, ReactiveElement} from 'lit';
import {warnOnce} from './warn.js';

/** Reads a value that is there; `refuse` says in the console what is allowed instead. Without an answer the default stands. */
type Read<T> = (value: unknown, refuse: (value: unknown, allowed: string) => void) => T | undefined;

/** What an attribute, and the property of the same meaning, may hold. */
export class Rule<T> {
  /** Element and attribute, for the warning. */
  name = '';
  readonly otherwise: T;
  readonly #read: Read<T>;

  constructor(otherwise: T, read: Read<T>) {
    this.otherwise = otherwise;
    this.#read = read;
  }

  /** The value where it keeps the rule, else the default; absent is the default without a word. */
  fromAttribute(value: unknown): T {
    if (value === null || value === undefined) return this.otherwise;
    return (
      this.#read(value, (refused, allowed) => {
        // An object is not made a text: that would run the page's code.
        const shown = isTextual(refused) ? String(refused).slice(0, 60) : typeof refused;
        warnOnce(`${this.name}=${shown}`, `<${this.name}="${shown}"> cannot be used; it takes ${allowed}.`);
      }) ?? this.otherwise
    );
  }
}

/** One of the given words. */
export const oneOf = <T extends string, D = T>(words: readonly T[], otherwise: D): Rule<T | D> =>
  new Rule<T | D>(otherwise, (value, refuse) => {
    const known = words.find((word) => word === value);
    if (known === undefined) refuse(value, `one of ${words.join(' ')}`);
    return known;
  });

/** Some of the given words, separated by spaces. Unknown ones are left out; where no known one is left the default stands. */
export const someOf = <T extends string, D>(words: readonly T[], otherwise: D): Rule<readonly T[] | D> =>
  new Rule<readonly T[] | D>(otherwise, (value, refuse) => {
    const known = split(value, refuse).flatMap((given) => {
      const word = words.find((each) => each === given);
      if (word === undefined) refuse(given, `any of ${words.join(' ')}`);
      return word ?? [];
    });
    return known.length > 0 ? known : undefined;
  });

/** Any words, separated by spaces, each once: ids, kinds. */
export const list = (): Rule<readonly string[]> => new Rule<readonly string[]>([], split);

/** A whole number from `least` to `most`. */
export const whole = <D>(least: number, most: number, otherwise: D): Rule<number | D> =>
  new Rule<number | D>(otherwise, (value, refuse) => {
    const number = typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
    if (isWhole(number) && number >= least && number <= most) return number;
    refuse(value, `a whole number from ${least} to ${most}`);
    return undefined;
  });

/** A text, without white space around it; empty by default. A number set as a property is a text, too: ids often are numbers. */
export const text = (): Rule<string> =>
  new Rule('', (value, refuse) => {
    if (isTextual(value)) return readText(value);
    refuse(value, 'a text');
    return undefined;
  });

/** Gives every property its default, and every rule its name; to be called in the constructor. */
export const setUp = (host: ReactiveElement): void => {
  for (const [property, options] of classOf(host).elementProperties) {
    const {converter, attribute} = options;
    if (converter instanceof Rule) {
      converter.name ||= `${host.localName} ${typeof attribute === 'string' ? attribute : String(property)}`;
      Reflect.set(host, property, converter.otherwise);
    } else Reflect.set(host, property, options.type === Boolean ? false : undefined);
  }
};

/**
 * Holds the properties that changed to the rules of their attributes; to be called first in `willUpdate`.
 * A property with `type: Boolean` becomes a boolean as JavaScript sees it.
 */
export const narrow = (host: ReactiveElement, changed: ReadonlyMap<PropertyKey, unknown>): void => {
  for (const property of changed.keys()) {
    const value: unknown = Reflect.get(host, property);
    const narrowed = read(classOf(host).getPropertyOptions(property), value);
    if (!isSame(value, narrowed)) Reflect.set(host, property, narrowed);
  }
};

/** `constructor` is typed as any function, but the class of an element of Lit is a class of Lit. */
const classOf = (host: ReactiveElement): typeof ReactiveElement => host.constructor as typeof ReactiveElement;

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
const readText = (value: string | number): string => String(value).toWellFormed().trim();

const split: (...from: Parameters<Read<unknown>>) => readonly string[] = (value, refuse) => {
  const given: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(/\s+/)
      : [value];
  for (const word of given) if (!isTextual(word)) refuse(word, 'words separated by spaces');
  return [...new Set(given.filter(isTextual).map(readText))].filter(Boolean);
};

/**
 * Looking into values from outside. Nothing here throws: not for a getter that does, not for a revoked Proxy.
 * Only own members are seen, so that neither a prototype nor whoever changed it has a say.
 */
import {within, type Tell} from './tell.js';

/** Makes a value of the model out of a value from outside. What is dropped or repaired is told under `path`. */
export type Read<T> = (value: unknown, path: string, tell: Tell) => T | undefined;

/** A reader that takes what is absent without a word, and drops what `make` can make nothing of, or what throws. */
export const reader =
  <T>(wanted: string, make: Read<T>): Read<T> =>
  (value, path, tell) => {
    if (value === undefined || value === null) return undefined;
    let made;
    try {
      made = make(value, path, tell);
    } catch {
      // As good as wrong.
    }
    if (made === undefined) tell(path, `not ${wanted}: dropped`);
    return made;
  };

/** One of these words. */
export const oneOf = <T extends string | boolean>(words: readonly T[]): Read<T> =>
  reader(words.join(' or '), (value) => words.find((word) => word === value));

export const flag = oneOf([true, false]);

/** A value from outside, opened: each member goes through its reader, and what is wrong with it is told under its name. */
export type Opened = <T>(name: string, read: Read<T>) => T | undefined;

export const opened =
  (value: unknown, tell: Tell): Opened =>
  (name, read) =>
    read(member(value, name), name, tell);

/** A record of which `make` makes something. */
export const record = <T>(wanted: string, make: (of: Opened) => T | undefined): Read<T> =>
  reader(wanted, (value, path, tell) =>
    isObject(value) && !Array.isArray(value) ? make(opened(value, within(tell, path))) : undefined,
  );

/** A record whose members are read elsewhere. */
export const open: Read<Opened> = record('an object', (of) => of);

/** What can be read of a list, at most `max` entries, each `key` once. */
export const listOf = <T>(
  max: number,
  read: Read<T>,
  key: (entry: T) => unknown = (entry) => entry,
): Read<readonly T[]> =>
  reader('a list', (value, path, tell) =>
    Array.isArray(value) ? [...gather(value, max, path, tell, read, key).values()] : undefined,
  );

/** What can be read of a record, at most `max` members, as a map. Where nothing can be, that is not the same as none. */
export const mapOf = <T>(max: number, readName: Read<string>, read: Read<T>): Read<ReadonlyMap<string, T>> =>
  reader('an object', (value, path, tell) => {
    if (!isObject(value) || Array.isArray(value)) return undefined;
    const found = gather(value, max, path, tell, read, (_, name, below) => readName(name, below, tell));
    return found.size || !Object.keys(value).length ? found : undefined;
  });

/** What a value holds under a name; undefined for whatever holds nothing. */
export const member = (value: unknown, name: string): unknown => {
  try {
    return isObject(value) && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
  } catch {
    // No reader takes a symbol, so each tells of it in its own words.
    return Symbol();
  }
};

const gather = <T, K>(
  value: object,
  max: number,
  path: string,
  tell: Tell,
  read: Read<T>,
  keyOf: (made: T, name: string, below: string) => K | undefined,
): Map<K, T> => {
  const found = new Map<K, T>();
  const names = Object.keys(value);
  if (names.length > max) tell(path, `more than ${max}: the rest dropped`);
  for (const name of names.slice(0, max)) {
    const below = `${path}.${name}`;
    const made = read(member(value, name), below, tell);
    if (made === undefined) continue;
    const key = keyOf(made, name, below);
    if (key === undefined) continue;
    if (found.has(key)) tell(below, 'twice: dropped');
    else found.set(key, made);
  }
  return found;
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

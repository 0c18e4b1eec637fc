/**
 * Looking into values from outside. Nothing here throws: not for a getter that does, not for a revoked Proxy.
 * Only own members are seen, so that neither a prototype nor whoever changed it has a say.
 */
import type {Tell} from './tell.js';

/** Makes a value of the model out of a value from outside. What is dropped or repaired is told under `path`. */
export type Read<T> = (value: unknown, path: string, tell: Tell) => T;

export const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

/** What a value holds under a name; undefined for whatever holds nothing. */
export const member = (value: unknown, name: string): unknown =>
  attempt((): unknown => (isObject(value) && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined));

/** A value from outside, opened: each member goes through its reader, and what is wrong with it is told under its name. */
export type Opened = <T>(name: string, read: Read<T>) => T;
export const opened =
  (value: unknown, tell: Tell): Opened =>
  (name, read) =>
    read(member(value, name), name, tell);

/** The entries of a list, at most `max`. An absent list is empty. */
export const entriesIn = (value: unknown, max: number, path: string, tell: Tell): readonly unknown[] => {
  if (isAbsent(value)) return [];
  if (!isList(value)) {
    tell(path, 'not a list: dropped');
    return [];
  }
  const length = member(value, 'length');
  // A Proxy may say anything about its length.
  const count = typeof length === 'number' ? length : 0;
  if (count > max) tell(path, `more than ${max}: the rest dropped`);
  return Array.from({length: Math.min(count, max)}, (_, index) => member(value, String(index)));
};

/** What can be read of a list's entries, at most `max`, each `key` once. */
export const listOf =
  <T>(max: number, read: Read<T | undefined>, key: (entry: T) => unknown = (entry) => entry): Read<readonly T[]> =>
  (value, path, tell) => {
    const found = new Map<unknown, T>();
    entriesIn(value, max, path, tell).forEach((entry, index) => {
      const below = `${path}.${index}`;
      const made = read(entry, below, tell);
      if (made === undefined) return;
      if (found.has(key(made))) tell(below, 'twice: dropped');
      else found.set(key(made), made);
    });
    return [...found.values()];
  };

/** Whether something is a record; what is neither that nor absent is told. */
export const isRecord = (value: unknown, path: string, tell: Tell): value is object => {
  if (isObject(value) && !isList(value)) return true;
  if (!isAbsent(value)) tell(path, 'not an object: dropped');
  return false;
};

/** The names in a record, at most `max`; undefined for what is no record. */
export const namesIn = (value: unknown, max: number, path: string, tell: Tell): readonly string[] | undefined =>
  isRecord(value, path, tell)
    ? entriesIn(
        attempt(() => Object.keys(value)),
        max,
        path,
        tell,
      ).map(String)
    : undefined;

/** Stands for what threw when it was looked at: no reader takes a symbol, so each tells of it in its own words. */
const unreadable = Symbol();

const attempt = (look: () => unknown): unknown => {
  try {
    return look();
  } catch {
    return unreadable;
  }
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isList = (value: unknown): value is readonly unknown[] => attempt(() => Array.isArray(value)) === true;

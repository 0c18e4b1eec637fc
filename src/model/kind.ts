/** The names of reactions, and how often each was chosen. */
import {readCount} from './count.js';
import type {Tell} from './tell.js';
import {isAbsent, member, namesIn} from './untrusted.js';

export const maxKinds = 32;

/** A reaction's name: `[a-z0-9][a-z0-9_-]{0,31}`. */
export const readKind = (value: unknown, path: string, tell: Tell): string | undefined => {
  if (isAbsent(value)) return undefined;
  const kind = typeof value === 'string' ? value.toLowerCase() : '';
  if (!/^[a-z0-9][a-z0-9_-]{0,31}$/.test(kind)) {
    tell(path, 'not a kind (a-z, 0-9, _ and -, up to 32): dropped');
    return undefined;
  }
  if (kind !== value) tell(path, 'capitals in a kind: made small');
  return kind;
};

/** Kind → number, in the endpoint's order. Undefined where nothing can be read, which is not the same as none. */
export const readKinds = (value: unknown, path: string, tell: Tell): ReadonlyMap<string, number> | undefined => {
  const names = namesIn(value, maxKinds, path, tell);
  const kinds = new Map<string, number>();
  for (const name of names ?? []) {
    const below = `${path}.${name}`;
    const kind = readKind(name, below, tell);
    const count = kind && readCount(member(value, name), below, tell);
    if (!kind || count === undefined || count === '') continue;
    if (kinds.has(kind)) tell(below, 'the same kind twice: dropped');
    else kinds.set(kind, count);
  }
  return names && (kinds.size || !names.length) ? kinds : undefined;
};

/** The names of reactions, and how often each was chosen. */
import {readCount} from './count.js';
import {mapOf, reader, type Read} from './untrusted.js';

export const maxKinds = 32;

/** A reaction's name: `[a-z0-9][a-z0-9_-]{0,31}`. */
export const readKind = reader('a kind ([a-z0-9_-])', (value, path, tell) => {
  const kind = typeof value === 'string' ? value.toLowerCase() : '';
  if (!/^[a-z0-9][a-z0-9_-]{0,31}$/.test(kind)) return undefined;
  if (kind !== value) tell(path, 'capitals in a kind: made small');
  return kind;
});

/** Kind → number, in the endpoint's order. */
export const readKinds: Read<ReadonlyMap<string, number>> = mapOf(maxKinds, readKind, readCount);

/** What a reader has chosen for one article, and what that choice does to the numbers that everybody sees. */
import {readCount} from '../model/count.js';
import {maxKinds, readKind} from '../model/kind.js';
import {known as withoutUndefined} from '../model/known.js';
import {isMoment} from '../model/moment.js';
import type {Reactions, Reported} from '../model/numbers.js';
import {listOf, reader, record, type Read} from '../model/untrusted.js';

export interface Choice {
  readonly reactions: readonly string[];
  /** Of the wish that led to it; 0 where there was none. */
  readonly seq: number;
}

export const nothingChosen: Choice = {reactions: [], seq: 0};

export const readReactions: Read<readonly string[]> = listOf(maxKinds, readKind);

/** Wishes are numbered by the clock: anything beyond it would leave no number for the wishes to come. */
export const readSeq = reader('the number of a wish', (value, path, tell) => {
  const seq = readCount(value, path, tell);
  return seq !== undefined && isMoment(seq) ? seq : undefined;
});

export const readChoice: Read<Choice> = record('a choice', (of) => {
  const reactions = of('reactions', readReactions);
  const seq = of('seq', readSeq);
  return reactions && seq !== undefined ? {reactions, seq} : undefined;
});

/** Whether two lists hold the same kinds, in whatever order. */
export const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  String([...one].sort()) === String([...other].sort());

/** The numbers as they will be when `wished` has taken the place of `chosen`. Of what is unknown nothing is made up. */
export const withWish = (
  known: Reported<Reactions> | undefined,
  chosen: readonly string[],
  wished: readonly string[],
): Reported<Reactions> | undefined => {
  if (!known) return undefined;
  const kinds = new Map(known.value.kinds);
  // Never below zero: the numbers may be older than the choice that is taken back.
  const add = (kind: string, step: number): unknown => kinds.set(kind, Math.max(0, (kinds.get(kind) ?? 0) + step));
  for (const kind of chosen) if (!wished.includes(kind)) add(kind, -1);
  for (const kind of wished) if (!chosen.includes(kind)) add(kind, 1);
  const {people} = known.value;
  const more = Math.sign(wished.length) - Math.sign(chosen.length);
  return {
    ...known,
    value: withoutUndefined({kinds, people: people === undefined ? people : Math.max(0, people + more)}),
  };
};

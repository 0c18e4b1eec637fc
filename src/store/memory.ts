/**
 * What the device keeps about its reader: one entry, for all endpoints of the site, from the first reaction on.
 * Other tabs write it, too, so that it is read anew before each change.
 */
import {within, type Tell} from '../model/tell.js';
import {mapOf, opened, reader} from '../model/untrusted.js';
import {readChoice, readSeq, type Choice} from './choice.js';

/** The one entry, wherever it is kept. Nothing here throws. */
export interface Memory {
  /** What was written last, as JSON gives it back; `undefined` where there is nothing or nothing can be read. */
  read(): unknown;
  /** @returns Whether it was kept. */
  write(value: object): boolean;
  clear(): void;
}

export interface Remembered {
  /** Made on this device and never sent. */
  readonly secret?: string | undefined;
  /** Of the last wish in any tab; 0 before the first. */
  readonly seq: number;
  /** By endpoint and article, in one text. */
  readonly mine: ReadonlyMap<string, Choice>;
}

/** Of more than these the oldest are forgotten: the entry is read by every page of the site. */
const mostChoices = 500;

/** As made by `randomName`. */
const readSecret = reader('a secret', (value) =>
  typeof value === 'string' && /^[\w-]{43}$/.test(value) ? value : undefined,
);
const readSubject = reader('an endpoint and an article', (value) => (typeof value === 'string' ? value : undefined));

export const recall = (memory: Memory, tell: Tell): Remembered => {
  const of = opened(memory.read(), within(tell, 'presslet:1'));
  return {
    secret: of('secret', readSecret),
    seq: of('seq', readSeq) ?? 0,
    mine: of('mine', mapOf(mostChoices, readSubject, readChoice)) ?? new Map<string, Choice>(),
  };
};

/** @returns Whether it was kept. */
export const remember = (memory: Memory, {secret, seq, mine}: Remembered): boolean => {
  const newest = [...mine].sort(([, one], [, other]) => other.seq - one.seq).slice(0, mostChoices);
  return memory.write({secret, seq, mine: Object.fromEntries(newest)});
};

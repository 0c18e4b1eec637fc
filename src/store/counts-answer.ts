/** Questions for counts that fit a URL, and what a provider answered to one. */
import {Failure} from '../model/failure.js';
import {readReport} from '../model/report.js';
import {inSlices} from '../model/slices.js';
import {within} from '../model/tell.js';
import {member} from '../model/untrusted.js';
import type {Ports} from './ports.js';
import type {NamedReport} from './table.js';

/** Encoded ids in one request: with the address before them, a URL stays below 2 kB. */
const mostBytes = 1800;
/** Entries read of one answer. */
const mostEntries = 10_000;

/** The ids in as few groups as URLs allow, none of them empty. */
export const inChunks = (ids: readonly string[]): readonly (readonly string[])[] => {
  const chunks: string[][] = [];
  let room = 0;
  for (const id of ids) {
    const bytes = encodedLength(id);
    if (bytes > room) {
      chunks.push([]);
      room = mostBytes;
    }
    chunks.at(-1)?.push(id);
    room -= bytes;
  }
  return chunks;
};

/** With `&id=` before it. A page's own id may be ill-formed Unicode, which cannot be encoded. */
const encodedLength = (id: string): number => {
  try {
    return encodeURIComponent(id).length + 4;
  } catch {
    return id.length * 9 + 4;
  }
};

export interface CountsRead {
  readonly reports: readonly NamedReport[];
  readonly gone: readonly string[];
}

export const readCounts = async (answer: unknown, order: number, {tell, pause}: Ports): Promise<CountsRead> => {
  const counts = member(answer, 'counts');
  const names = typeof counts === 'object' && counts ? Object.keys(counts).slice(0, mostEntries) : undefined;
  const gone = readGone(member(answer, 'gone'));
  if (!names && gone.length === 0) throw new Failure('unreadable', 'The answer holds no counts.');
  const reports: NamedReport[] = [];
  const read = (index: number): void => {
    const name = names?.[index];
    if (!name) return;
    reports.push({name, ...readReport(member(counts, name), {order, tell: within(tell, `counts.${name}`)})});
  };
  await inSlices(names?.length ?? 0, read, pause);
  return {reports, gone};
};

const readGone = (gone: unknown): readonly string[] =>
  Array.isArray(gone) ? gone.slice(0, mostEntries).filter((id) => typeof id === 'string') : [];

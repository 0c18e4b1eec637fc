/** Takes over the rows that a page or a server wrote: none is drawn again, only their numbers will change. */
import {inSlices, type Pause} from '../model/slices.js';
import {adopt} from '../rows/adopt.js';
import type {Rows} from '../rows/keyed.js';
import type {Store} from '../store/store.js';

/** Answers the own ids in the order of the page. A row without a name, or a second one of the same article, is left alone. */
export const adoptRows = async (
  elements: readonly Element[],
  rows: Rows,
  store: Store,
  pause: Pause,
  signal: AbortSignal,
): Promise<readonly string[]> => {
  const found: {readonly id: string; readonly row: Element; readonly item: unknown}[] = [];
  await inSlices(
    elements.length,
    (index) => {
      const row = elements[index];
      const {id, item} = row ? adopt(row, row.baseURI) : {};
      if (row && id !== undefined) found.push({id, row, item});
    },
    pause,
    signal,
  );
  await store.adoptInSlices(
    found.map(({item}) => item),
    document.baseURI,
    signal,
  );
  if (signal.aborted) return [];
  const ids = new Set<string>();
  for (const {id, row} of found) {
    const own = store.table.idOf(id);
    if (own === undefined || ids.has(own)) continue;
    ids.add(own);
    rows.keep(own, row);
  }
  return [...ids];
};

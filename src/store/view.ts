/** Sends one view of an article and takes the answer into the table. */
import {failureOf} from '../model/failure.js';
import {readReport} from '../model/report.js';
import type {Core} from './core.js';

export interface ViewWish {
  /** 16 to 64 of `[A-Za-z0-9_-]`, the same for every repeat of one view: whoever counts it once keeps it. */
  readonly key: string;
  /** The embedding partner. */
  readonly site?: string;
  /** Whether the page is being left, so that the request must outlive it. */
  readonly isLeaving?: boolean;
}

/** Sent once: whether a failed one was counted nobody knows, so that repeating it is for whoever holds the key. */
export const sendView = async ({ask, table, ports, nextOrder}: Core, name: string, wish: ViewWish): Promise<void> => {
  const order = nextOrder();
  const id = table.idOf(name) ?? name;
  try {
    const answer = await ask((provider, signal) => provider.view?.(id, {...wish, signal}));
    table.putReports([{name: id, ...readReport(answer, {order, tell: ports.tell, isOwn: true})}]);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.status === 410) table.remove([id]);
    throw failure;
  }
};

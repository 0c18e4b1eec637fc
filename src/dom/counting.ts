/** What only a widget needs that counts views: a chunk of its own. */
import {failureOf} from '../model/failure.js';
import {FailedEvent, ViewedEvent} from './events.js';
import type {Source} from './source.js';

export {isCounted, whenViewed} from './view-policy.js';

/** Sends a view and tells the page how it went; `retry()` of the failure repeats it with the same key. */
export const sendView = async (host: Element, source: Source, article: string, key: string): Promise<void> => {
  try {
    await source.countView(article, key);
    host.dispatchEvent(new ViewedEvent(article, source.store.table.numbersOf(article)?.views?.value));
  } catch (thrown) {
    const {kind, message} = failureOf(thrown);
    if (kind === 'denied' || kind === 'unsupported') return;
    host.dispatchEvent(new FailedEvent(kind, message, () => void sendView(host, source, article, key)));
  }
};

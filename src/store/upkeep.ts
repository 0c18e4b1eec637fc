/** What a list can do once it is there: ask again by itself after a failure, go on to more, and keep that over a refresh. */
import {Failure} from '../model/failure.js';
import type {Asked, Kept, ListContext, Tend} from './list-query.js';
import type {Page} from './page.js';
import {retryDelay} from './retry.js';

export const keepUp = (list: Kept, {table, ports, wantCounts}: ListContext): Tend => {
  const goOn = createPages(list);

  /** A list that comes without numbers asks for them. */
  const wantMissing = ({articles}: Page): void => {
    const isMissing = (id: string): boolean => Object.keys(table.numbersOf(id) ?? {}).length === 0;
    const missing = articles.map(({id}) => id).filter(isMissing);
    if (missing.length > 0) list.stops?.push(wantCounts(missing));
  };

  const retry = (failure: Failure, {query, attempt}: Asked, signal: AbortSignal): void => {
    const delay = retryDelay(failure, attempt, ports);
    if (delay === undefined) {
      list.isMoreWanted = false;
      return;
    }
    signal.addEventListener(
      'abort',
      ports.later(() => void list.run(query, attempt + 1), delay),
    );
    list.publish({activity: 'waiting'});
  };

  return (signal, asked) => {
    if (asked?.outcome instanceof Failure) {
      retry(asked.outcome, asked, signal);
      return;
    }
    if (asked) wantMissing(asked.outcome);
    if (list.isMoreWanted) goOn();
  };
};

/** @returns Shows more: at once what is here already; a page is asked for where that is not enough. */
const createPages = (list: Kept): (() => void) => {
  const begin = list.take;
  const usedCursors = new Set<string>();

  /** As many again as the query's `limit`. */
  const widen = (): void => {
    list.isMoreWanted = false;
    list.room = list.state.ids.length + list.limit;
  };

  /** The next page. The end is where nothing new comes, or where the endpoint leads in a circle. */
  const append = ({articles, next}: Page, cursor = ''): void => {
    const old = list.own(list.received);
    list.received = list.own([...old, ...articles.map(({id}) => id)]);
    usedCursors.add(cursor);
    const goesOn = list.received.length > old.length && next !== undefined && !usedCursors.has(next);
    list.cursor = goesOn ? next : undefined;
    widen();
  };

  /** A new beginning. A reader who went on to more keeps that, where the beginning still meets what was there. */
  const renew = (page: Page): void => {
    const {cursor, received} = list;
    const old = list.own(received);
    begin(page, list.query);
    const fresh = new Set(list.received);
    const meeting = usedCursors.size > 0 ? old.findLastIndex((id) => fresh.has(id)) : -1;
    if (meeting < 0) {
      usedCursors.clear();
      return;
    }
    list.received = [...fresh, ...old.slice(meeting + 1)];
    list.cursor = cursor;
  };

  list.take = (page, query) => (query === list.query ? renew(page) : append(page, query.cursor));

  return () => {
    const {cursor, limit, query, state} = list;
    if (cursor === undefined || list.present().length >= state.ids.length + limit) {
      widen();
      list.publish();
    } else if (state.activity !== 'fetching') void list.run({...query, cursor});
  };
};

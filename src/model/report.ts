/** One article's numbers as an endpoint reports them: an entry of `counts`, an item's `_presslet`, a write's answer. */
import {readCount} from './count.js';
import {readKinds} from './kind.js';
import {known} from './known.js';
import {isMoment} from './moment.js';
import type {Numbers, Reactions, Reported} from './numbers.js';
import type {Tell} from './tell.js';
import {readId} from './text.js';
import {opened, reader} from './untrusted.js';

export interface ReportContext {
  /** The number of the request that brought it. */
  readonly order: number;
  readonly tell: Tell;
  /** The answer to the reader's own write. */
  readonly isOwn?: boolean;
}

export interface Report {
  readonly numbers: Numbers;
  /** The article's own id, where the endpoint names it. */
  readonly id?: string;
}

export const readReport = (value: unknown, {order, tell, isOwn}: ReportContext): Report => {
  const of = opened(value, tell);
  const asOf = of('as_of', readAsOf);
  const reported = <T>(group: T | undefined): Reported<T> | undefined =>
    group === undefined ? undefined : {value: group, order, ...known({asOf, isOwn: isOwn || undefined})};
  return known({
    numbers: known({
      views: reported(of('views', readCount)),
      reactions: reported(reactionsOf(of('reactions', readKinds), of('people', readCount))),
      comments: reported(of('comments', readCount)),
    }),
    id: of('id', readId),
  });
};

/** People alone are worth showing, too. */
const reactionsOf = (
  kinds: ReadonlyMap<string, number> | undefined,
  people: number | undefined,
): Reactions | undefined =>
  kinds || people !== undefined ? known({kinds: kinds ?? new Map<string, number>(), people}) : undefined;

/** Milliseconds as they are: to guess at seconds would change the order of reports. */
const readAsOf = reader('in ms since 1970', (value, path, tell) => {
  const asOf = readCount(value, path, tell);
  return asOf !== undefined && isMoment(asOf) ? asOf : undefined;
});

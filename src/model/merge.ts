/** Two reports of one article's numbers become one. The three groups are merged apart. */
import {known as withoutUndefined} from './known.js';
import {numberGroups, type NumberGroup, type Numbers, type Reactions, type Reported} from './numbers.js';

export interface Merged {
  readonly numbers: Numbers;
  /** The groups whose value is another than before. */
  readonly changed: readonly NumberGroup[];
}

export const mergeNumbers = (known: Numbers, report: Numbers): Merged => {
  const numbers: Numbers = withoutUndefined({
    views: pick(known.views, report.views, isMore),
    reactions: pick(known.reactions, report.reactions, isNewer),
    comments: pick(known.comments, report.comments, isNewer),
  });
  return {numbers, changed: numberGroups.filter((group) => written(known[group]) !== written(numbers[group]))};
};

const pick = <T>(
  known: Reported<T> | undefined,
  report: Reported<T> | undefined,
  wins: (report: Reported<T>, known: Reported<T>) => boolean,
): Reported<T> | undefined => {
  if (!known || !report) return report ?? known;
  const winner = wins(report, known) ? report : known;
  const ownOrder = Math.max(ownOrderOf(known), ownOrderOf(report));
  return ownOrder < 0 || winner.ownOrder === ownOrder ? winner : {...winner, ownOrder};
};

/** Views never fall within a page life; of equal ones the newer report is kept. */
const isMore = (report: Reported<number>, known: Reported<number>): boolean =>
  report.value > known.value || (report.value === known.value && isNewer(report, known));

/**
 * The reader's own confirmed write beats what was requested before it, also when a third report has come between them.
 * Else the newer moment wins, an unknown one never beats a known one, and among equals the later request wins.
 */
const isNewer = (report: Reported<unknown>, known: Reported<unknown>): boolean => {
  if (report.order < ownOrderOf(known)) return false;
  if (known.order < ownOrderOf(report)) return true;
  const later = (report.asOf ?? -Infinity) - (known.asOf ?? -Infinity);
  return later > 0 || (!later && report.order >= known.order);
};

const ownOrderOf = ({isOwn, order, ownOrder = -1}: Reported<unknown>): number => (isOwn ? order : ownOrder);

/** A value as a text, because two Maps are never equal. */
const written = (reported: Reported<number | Reactions> | undefined): string => {
  const value = reported?.value;
  return typeof value === 'object' ? String([...value.kinds, value.people]) : String(value);
};

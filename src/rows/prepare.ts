/** A row made ready to be stamped: what stands where is found once. */
import {isOf, shows, type Placed, type Show, type Words} from './fields.js';
import {hide} from './keep.js';
import {marked, namesOf, type Marked} from './marked.js';
import {fill, ours, planOf, type Plan, type Vocabulary} from './write.js';

export {shows, type Show} from './fields.js';

export interface Template<Row extends Marked = Marked> {
  readonly row: Row;
  readonly plan: Plan;
  readonly copy: (row: Row) => Row;
}

export interface PrepareOptions {
  /** The parts to be shown; without it, all that the row has. What has no name among them always is. */
  readonly show?: readonly Show[] | undefined;
  /** For a row that is not one of our layouts: `whole`. */
  readonly vocabulary?: Vocabulary | undefined;
}

/** @param copy - Makes a deep copy of a row: `document.importNode` in the browser. */
export const prepare = <Row extends Marked>(
  source: Row,
  copy: (row: Row) => Row,
  {show = shows, vocabulary = ours}: PrepareOptions = {},
): Template<Row> => {
  const row = copy(source);
  const left = shows.filter((part) => !show.includes(part));
  for (const place of Array.from(row.querySelectorAll(marked)))
    if (namesOf(place, row).some((name) => isOf(name, left))) place.remove();
    else hide(place, false);
  return {row, plan: planOf(row, vocabulary), copy};
};

/** A new row for an article. */
export const stamp = <Row extends Marked>({row, plan, copy}: Template<Row>, article: Placed, words: Words): Row => {
  const fresh = copy(row);
  fresh.setAttribute('itemid', article.id);
  fill(fresh, plan, article, words);
  return fresh;
};

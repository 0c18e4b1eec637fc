/** A row made ready to be stamped: what stands where is found once. */
import {marked, namesOf, type Marked} from './marked.js';
import {dateFields, fieldsOf, type Placed, type Words} from './fields.js';
import {fill, planOf, type Plan} from './write.js';

export interface Template<Row extends Marked = Marked> {
  readonly row: Row;
  readonly plan: Plan;
  readonly copy: (row: Row) => Row;
}

/** The parts of a row that `show` names, each with its fields. */
const partsShown = [
  ['image', ['image', 'credit']],
  ['kicker', ['kicker']],
  ['title', ['headline']],
  ['standfirst', ['description']],
  ['byline', ['author']],
  ['section', ['articleSection']],
  ['date', dateFields],
  ['views', fieldsOf.views],
  ['reactions', fieldsOf.reactions],
  ['comments', fieldsOf.comments],
] as const;

export type Show = (typeof partsShown)[number][0];
export const shows: readonly Show[] = partsShown.map(([part]) => part);

export interface PrepareOptions {
  /** The parts to be shown; without it, all that the row has. What has no name among them always is. */
  readonly show?: readonly Show[] | undefined;
}

/** @param copy - Makes a deep copy of a row: `document.importNode` in the browser. */
export const prepare = <Row extends Marked>(
  source: Row,
  copy: (row: Row) => Row,
  {show}: PrepareOptions = {},
): Template<Row> => {
  const row = copy(source);
  const left = partsShown.flatMap(([part, names]) => (!show || show.includes(part) ? [] : names));
  for (const place of Array.from(row.querySelectorAll(marked))) {
    if (namesOf(place, row).some((name) => left.includes(name))) place.remove();
    else if (place.getAttribute('hidden') !== null) place.removeAttribute('hidden');
  }
  return {row, plan: planOf(row), copy};
};

/** A new row for an article. */
export const stamp = <Row extends Marked>({row, plan, copy}: Template<Row>, article: Placed, words: Words): Row => {
  const fresh = copy(row);
  fresh.setAttribute('itemid', article.id);
  fill(fresh, plan, article, words);
  return fresh;
};

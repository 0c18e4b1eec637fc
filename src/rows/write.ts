/** Writes an article into the marked places of a row. Nothing equal is written, nothing is removed. */
import type {Article} from '../model/article.js';
import {readCount} from '../model/count.js';
import {readMoment} from '../model/moment.js';
import {numberGroups} from '../model/numbers.js';
import {fields, kindsOf, parts, partsThatChange} from './fields.js';
import type {As, Field, Placed, Reaction, Words} from './fields.js';
import {attributeOf, hide, setAttribute, writeText} from './keep.js';
import {isScope, kindOf, marked, namesOf, reactionsBeside, type Marked} from './marked.js';

/** What is written at each place of a row, in document order; made once for a template. */
export type Plan = PlanFor<Placed>;

export const planOf = (row: Marked, only?: readonly string[]): Plan => planWith(row, puts, only);

/** Follows a plan that was made for this row, or for the one that it is a copy of. */
export const fill = (row: Marked, plan: Plan, article: Placed, words: Words, isPartial = false): void => {
  follow(row, plan, article, words, isPartial);
  setAttribute(row, 'data-as-of', asOf(article));
};

/** Writes all, or only the named fields: then a number that stands there already keeps the page's own wording. */
export const write = (row: Marked, article: Placed, words: Words, only?: readonly string[]): void =>
  fill(row, planOf(row, only), article, words, only !== undefined);

type Put<From> = (place: Marked, from: From, words: Words, isPartial: boolean) => void;
type PlanFor<From> = readonly (readonly Put<From>[])[];

/** A place shows one value; an address may go with it, as in `<a itemprop="headline url">`. */
const planWith = <From>(row: Marked, puts: ReadonlyMap<string, Put<From>>, only?: readonly string[]): PlanFor<From> =>
  Array.from(row.querySelectorAll(marked), (place) => {
    let isTaken = false;
    return namesOf(place, row).flatMap((name) => {
      const put = puts.get(name);
      if (!put || (name !== 'url' && isTaken)) return [];
      isTaken ||= name !== 'url';
      return only && !only.includes(name) ? [] : [put];
    });
  });

const follow = <From>(row: Marked, plan: PlanFor<From>, from: From, words: Words, isPartial: boolean): void => {
  const places = row.querySelectorAll(marked);
  plan.forEach((puts, index) => {
    const place = places[index];
    if (place) for (const put of puts) put(place, from, words, isPartial);
  });
};

/** The newest moment of its numbers. */
const asOf = (article: Article): string | undefined => {
  const moments = numberGroups.map((group) => article[group]?.asOf ?? 0);
  return String(Math.max(...moments) || '') || undefined;
};

const silent = (): void => undefined;

/** The value as an attribute keeps it; empty where there is none, or none that may be followed or loaded. */
const exactOf = (as: As, value: string | number | undefined): string => {
  if (value === undefined) return '';
  if (as === 'moment') return new Date(value).toISOString();
  const exact = String(value);
  // The model has checked every address; this holds should one come another way.
  const isSafe =
    as === 'address'
      ? /^https?:/i.test(exact)
      : as !== 'image' || /^(?:https?:|data:image\/(?:png|jpeg|gif|webp|avif)[;,])/i.test(exact);
  return isSafe ? exact : '';
};

const putField = <From>(
  {as, of, text, href}: Field<From>,
  place: Marked,
  from: From,
  words: Words,
  isPartial: boolean,
): void => {
  const value = of(from, words);
  const exact = exactOf(as, value);
  const name = attributeOf(place, as);
  hide(place, !exact && !(name === 'href' && holdsOther(place)));
  if (as === 'group' || isScope(place)) return;
  if (name) {
    const now = place.getAttribute(name);
    const isEqual = now === exact || (as === 'moment' && readMoment(now, '', silent) === value);
    if (!isEqual) setAttribute(place, name, exact || undefined);
    if (!/^(?:value|datetime)$/.test(name) || (isPartial && isEqual && as !== 'moment')) return;
  } else if (isPartial && as === 'count' && readCount(place.textContent, '', silent) === value) return;
  if (href && place.localName === 'a') setAttribute(place, 'href', exactOf('address', href(from)) || undefined);
  writeText(place, exact && (text ? text(from, words) : exact), as === 'count');
};

/** Whether a link is more than a way to the article: then it stays where there is no address. */
const holdsOther = (link: Marked): boolean => {
  if (link.getAttribute('itemprop') !== 'url' || link.querySelectorAll(marked).length) return true;
  let around = link.parentElement;
  while (around && !isScope(around)) {
    if (around.getAttribute('itemprop') ?? around.getAttribute('data-press')) return true;
    around = around.parentElement;
  }
  return false;
};

/** Another picture has other sizes, and none of the candidates that stood here. */
const putImage: Put<Placed> = (place, {image}) => {
  const url = exactOf('image', image?.url);
  const name = attributeOf(place, 'image');
  hide(place, !url);
  if (!name) return;
  const isOther = place.getAttribute(name) !== url;
  if (place.localName === 'img') {
    if (isOther) for (const stale of ['srcset', 'sizes']) setAttribute(place, stale, undefined);
    setAttribute(place, 'width', image?.width?.toString());
    setAttribute(place, 'height', image?.height?.toString());
    setAttribute(place, 'alt', image?.alt ?? '');
    // Candidates that are not marked belong to the article of which this row is a copy.
    if (isOther && place.parentElement?.localName === 'picture')
      for (const source of Array.from(place.parentElement.children))
        if (source.localName === 'source' && source.getAttribute('itemprop') === null) source.remove();
  }
  setAttribute(place, name, url || undefined);
};

/** One element per kind: those there keep their place, even while nobody chose them; others are copies of the last. */
const putReactions: Put<Placed> = (place, article, words, isPartial) => {
  const all = reactionsBeside(place);
  if (all[0] !== place) return;
  const left = new Map(kindsOf(article));
  const free: Marked[] = [];
  let last = place;
  for (const each of all) {
    const kind = kindOf(each);
    const count = left.get(kind);
    hide(each, count === undefined);
    if (count !== undefined) putReaction(each, {kind, count}, words, isPartial ? partsThatChange : undefined);
    else if (!kind) free.push(each);
    left.delete(kind);
    last = each;
  }
  for (const [kind, count] of left) {
    let next = free.shift();
    if (!next) {
      last.after(last.cloneNode(true));
      next = last = last.nextElementSibling ?? last;
      clearIcons(next);
    }
    next.setAttribute('data-kind', kind);
    hide(next, false);
    putReaction(next, {kind, count}, words);
  }
};

const putReaction = (place: Marked, reaction: Reaction, words: Words, only?: readonly string[]): void =>
  follow(place, planWith(place, partPuts, only), reaction, words, only !== undefined);

/** A picture in a copy belongs to another kind. */
const clearIcons = (copy: Marked): void => {
  for (const place of copy.querySelectorAll(marked))
    if (place.getAttribute('data-press') === 'icon') place.textContent = '';
};

const putsOf = <From>(table: ReadonlyMap<string, Field<From>>): [string, Put<From>][] =>
  [...table].map(([name, field]) => [name, (...to) => putField(field, ...to)]);

const partPuts: ReadonlyMap<string, Put<Reaction>> = new Map(putsOf(parts));
const puts: ReadonlyMap<string, Put<Placed>> = new Map<string, Put<Placed>>([
  ...putsOf(fields),
  ...['image', 'image.url', 'image.contentUrl'].map((name): [string, Put<Placed>] => [name, putImage]),
  ['reaction', putReactions],
]);

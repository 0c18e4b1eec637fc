/** Writes an article into the marked places of a row. Nothing equal is written, nothing is removed. */
import type {Article} from '../model/article.js';
import {numberGroups} from '../model/numbers.js';
import {fields, isOf, type Field, type Placed, type Show, type Words} from './fields.js';
import {exactOf, hide, setAttribute} from './keep.js';
import {isScope, marked, namesOf, type Marked} from './marked.js';

/** @param isPartial - What is equal keeps the wording that stands there. */
export type Put<From> = (place: Marked, from: From, words: Words, isPartial?: boolean) => void;

/** What can be written, by the names of places: `ours`, or `whole` for rows that a page has a hand in. */
export type Vocabulary<From = Placed> = ReadonlyMap<string, Put<From>>;

/** What is written at each place of a row, in document order; made once for a template. */
export type Plan<From = Placed> = readonly (readonly Put<From>[])[];

/** A place shows one value; an address may go with it, as in `<a itemprop="headline url">`. */
export const planOf = <From>(row: Marked, vocabulary: Vocabulary<From>, only?: readonly Show[]): Plan<From> =>
  Array.from(row.querySelectorAll(marked), (place) => {
    const names = namesOf(place, row).filter((name) => vocabulary.has(name));
    const value = names.find((name) => name !== 'url');
    return names
      .filter((name) => (name === 'url' || name === value) && (!only || isOf(name, only)))
      .flatMap((name) => vocabulary.get(name) ?? []);
  });

/** Follows a plan that was made for this row, or for the one that it is a copy of. */
export const follow = <From>(row: Marked, plan: Plan<From>, from: From, words: Words, isPartial?: boolean): void => {
  const places = row.querySelectorAll(marked);
  plan.forEach((puts, index) => {
    const place = places[index];
    if (place) for (const put of puts) put(place, from, words, isPartial);
  });
};

/** Follows a plan for a whole row, which then says of when its numbers are. */
export const fill = (row: Marked, plan: Plan, article: Placed, words: Words, isPartial = false): void => {
  follow(row, plan, article, words, isPartial);
  setAttribute(row, 'data-as-of', asOf(article));
};

/** Writes all, or only the named parts: then a number that stands there already keeps the page's own wording. */
export const write = (
  row: Marked,
  article: Placed,
  words: Words,
  vocabulary: Vocabulary,
  only?: readonly Show[],
): void => fill(row, planOf(row, vocabulary, only), article, words, !!only);

/** The newest moment of its numbers. */
const asOf = (article: Article): string | undefined =>
  `${Math.max(...numberGroups.map((group) => article[group]?.asOf ?? 0)) || ''}` || undefined;

/** Into the text node that is there, so that selections stay, and inside the link that a heading may hold. */
const writeText = (place: Marked, text: string): void => {
  const into = place.firstElementChild ?? place;
  const node = into.firstChild;
  if (!node) into.textContent = text;
  else if (node.nodeValue !== text) node.nodeValue = text;
};

/** The elements of our layouts that keep values, and the attributes in which they do. */
const keepers: Readonly<Record<string, string>> = {a: 'href', time: 'datetime', data: 'value'};

/** In rows of ours there is nothing but what was written here, and links are never without a title. */
const putOurs =
  ({as, of, text}: Field<Placed>): Put<Placed> =>
  (place, article, words) => {
    const exact = exactOf(as, of(article, words));
    const name = keepers[place.localName];
    if (name) setAttribute(place, name, exact || undefined);
    if (name === 'href') return;
    hide(place, !exact);
    if (!isScope(place)) writeText(place, exact && (text ? (text(article, words) ?? '') : exact));
  };

export const putPicture: Put<Placed> = (place, {image}) => {
  const src = exactOf('image', image?.url);
  hide(place, !src);
  const values = {width: image?.width, height: image?.height, alt: image?.alt ?? '', src: src || undefined};
  for (const [name, value] of Object.entries(values)) setAttribute(place, name, value?.toString());
};

/** All that our own layouts have a place for. */
export const ours: Vocabulary = new Map([
  ...[...fields].map(([name, field]): [string, Put<Placed>] => [name, putOurs(field)]),
  ['image', putPicture],
]);

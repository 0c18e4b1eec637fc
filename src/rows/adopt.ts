/** Reads a row that the page or the server wrote, as an item of the wire format that the model then checks like any other. */
import {readAddress} from '../model/address.js';
import {readCount} from '../model/count.js';
import {readMoment} from '../model/moment.js';
import {attributeOf, isClosed} from './careful.js';
import {isScope, marked, namesOf, scopeOf, type Marked} from './marked.js';
import {kindOf} from './reactions.js';
import {wholeFields} from './whole.js';

export interface Adopted {
  /** Undefined: the row cannot be named and is left alone. */
  readonly id: string | undefined;
  /** Unchecked. */
  readonly item: Readonly<Record<string, unknown>>;
}

/** @param base - What addresses in the page are relative to: `row.baseURI`. */
export const adopt = (row: Marked, base: string): Adopted => {
  const read = readPlaces(row);
  const id = row.getAttribute('itemid') || readAddress(read.values.get('url'), base, '', silent);
  return {id, item: {...itemOf(read), id}};
};

interface Read {
  readonly values: ReadonlyMap<string, string>;
  readonly authors: readonly string[];
  readonly kinds: ReadonlyMap<string, string>;
  readonly image: object;
  readonly asOf: string | null;
}

const silent = (): void => undefined;

const readPlaces = (row: Marked): Read => {
  const values = new Map<string, string>();
  const authors: string[] = [];
  const kinds = new Map<string, string>();
  let image = {};
  for (const place of row.querySelectorAll(marked)) {
    if (isScope(place) || isClosed(place) || isHidden(place, row)) continue;
    for (const name of namesOf(place, row)) {
      const value = valueOf(place, name);
      if (name === 'reaction.userInteractionCount') kinds.set(kindOf(scopeOf(place, row) ?? row), value);
      else if (/^author(?:\.name)?$/.test(name)) authors.push(value);
      else if (!values.has(name)) values.set(name, value).set(`${name} href`, place.getAttribute('href') ?? '');
      if (place.localName === 'img' && name.startsWith('image')) image = pictureOf(place);
    }
  }
  kinds.delete('');
  return {values, authors, kinds, image, asOf: row.getAttribute('data-as-of')};
};

/** What is hidden inside a row has no value. */
const isHidden = (place: Marked, row: Marked): boolean =>
  place !== row &&
  (place.getAttribute('hidden') !== null || (place.parentElement !== null && isHidden(place.parentElement, row)));

/** A text stands in for a missing `value` or `datetime`, but is no address. */
const valueOf = (place: Marked, name: string): string => {
  const attribute = attributeOf(place, wholeFields.get(name)?.as ?? 'text') ?? '';
  const value = place.getAttribute(attribute);
  return value ?? (/^(?:value|datetime|)$/.test(attribute) ? (place.textContent ?? '').trim() : '');
};

const pictureOf = (place: Marked): object =>
  Object.fromEntries(['alt', 'width', 'height'].map((name) => [name, place.getAttribute(name)]));

const itemOf = ({values, authors, kinds, image, asOf}: Read): object => {
  const of = (name: string): string | undefined => values.get(name) || undefined;
  const summary = readSummary(of('summary'));
  const people = of('people') ?? summary.people;
  const reactions = kinds.size ? [...kinds] : summary.kinds;
  const section = of('articleSection');
  const sponsor = of('sponsor');
  const isFree = of('isAccessibleForFree')?.toLowerCase();
  return {
    url: of('url'),
    title: of('headline'),
    summary: of('description'),
    date_published: of('datePublished'),
    date_modified: of('dateModified'),
    authors: authors.map((name) => ({name})),
    image: of('image') ?? of('image.url') ?? of('image.contentUrl'),
    _presslet: {
      image: {...image, credit: of('credit')},
      views: of('views.userInteractionCount'),
      comments: of('comments.userInteractionCount'),
      reactions: reactions.length ? Object.fromEntries(reactions) : undefined,
      // In words it is for readers; a number is meant for us.
      people: readCount(people, '', silent),
      as_of: asOf && /\D/.test(asOf) ? readMoment(asOf, '', silent) : asOf,
      kicker: of('kicker'),
      label: of('label'),
      access: of('access') ?? (isFree && (isFree === 'true' ? 'free' : 'subscriber')),
      section: section && {title: section, url: of('articleSection href')},
      sponsor: sponsor && {name: sponsor, url: of('sponsor href')},
      corrected: of('corrected'),
    },
  };
};

/** `3 like=3 super=1`: people, then each kind. */
const readSummary = (summary = ''): {people: string | undefined; kinds: readonly (readonly [string, string])[]} => ({
  people: /^\d+(?= |$)/.exec(summary)?.[0],
  kinds: [...summary.matchAll(/(\S+)=(\d+)/g)].map(([, kind = '', count = '']) => [kind, count]),
});

/** One table: what each place of our own rows shows. `whole.ts` has the places that only rows of a page have. */
import type {DateStyle, Language} from '../i18n/language.js';
import type {Article} from '../model/article.js';

/** What is needed to write an article down for readers. */
export interface Words {
  readonly language: Language;
  readonly dateStyle: DateStyle;
  readonly timeZone?: string | undefined;
  /** Up to a few characters that stand for a kind of reaction. */
  readonly icon: (kind: string) => string;
}

/** An article at its place in a list. */
export interface Placed extends Article {
  /** From 1. */
  readonly position?: number;
}

/** How a value is kept: which attribute may hold it, and what counts as equal. A group is only shown or hidden. */
export type As = 'text' | 'count' | 'moment' | 'address' | 'image' | 'group';

export interface Field<From> {
  readonly as: As;
  /** As machines read it. Undefined or empty: the place is hidden. */
  readonly of: (from: From, words: Words) => string | number | undefined;
  /** As people read it, where that is not the same; asked only where there is a value. */
  readonly text?: ((from: From, words: Words) => string | undefined) | undefined;
  /** Where the place leads, should it be a link. */
  readonly href?: (from: From) => string | undefined;
}

export const text = <From = Placed>(of: Field<From>['of'], text?: Field<From>['text']): Field<From> => ({
  as: 'text',
  of,
  text,
});
export const moment = (of: (article: Article) => number | undefined): Field<Placed> => ({
  as: 'moment',
  of: (article, {dateStyle}) => (dateStyle === 'none' ? undefined : of(article)),
  text: (article, {language, dateStyle, timeZone}) => language.date(of(article) ?? 0, dateStyle, timeZone),
});
export const count = <From = Placed>(of: (from: From) => number | undefined): Field<From> => ({
  as: 'count',
  of,
  text: (from, {language}) => language.number(of(from) ?? 0),
});

/** Kinds without a reader are not shown. */
export const kindsOf = ({reactions}: Article): readonly (readonly [string, number])[] =>
  [...(reactions?.value.kinds ?? [])].filter(([, count]) => count > 0);
export const total = (article: Article): number => kindsOf(article).reduce((sum, [, count]) => sum + count, 0);
export const people = ({reactions}: Article): number | undefined => reactions?.value.people;

/** "♥ 4 · 3 people in total"; for machines `3 like=3 super=1`: people, then each kind. */
const summary = text(
  (article) => [people(article), ...kindsOf(article).map((pair) => pair.join('='))].filter(Boolean).join(' '),
  (article, {icon, language}) => {
    const icons = new Set(
      kindsOf(article)
        .map(([kind]) => icon(kind))
        .slice(0, 3),
    );
    const all = total(article);
    const readers = people(article);
    return [all && `${[...icons].join('')} ${language.number(all)}`, readers && language.say('people', readers)]
      .filter(Boolean)
      .join(' · ');
  },
);

/** A number alone, and in words beside it: a compact number for the eye, the exact one for assistive technology. */
const counter = (name: 'views' | 'comments'): Readonly<Record<string, Field<Placed>>> => {
  const of = (article: Article): number | undefined => article[name]?.value;
  return {
    [name]: {as: 'group', of},
    [`${name}.userInteractionCount`]: count(of),
    [`${name}.description`]: text((article, {language}) => article[name] && language.say(name, article[name].value)),
  };
};

const author = text(({authors}, {language}) => language.list(authors));

export const fields: ReadonlyMap<string, Field<Placed>> = new Map(
  Object.entries({
    headline: text(({title}) => title),
    url: {as: 'address', of: ({url}) => url},
    description: text(({standfirst}) => standfirst),
    datePublished: moment(({published}) => published),
    author,
    'author.name': author,
    articleSection: text(({section}) => section?.title),
    kicker: text(({kicker}) => kicker),
    // News is what a reader expects; everything else is told.
    label: text(
      ({label}) => (label === 'news' ? undefined : label),
      ({label}, {language}) => label && language.label(label),
    ),
    ...counter('views'),
    ...counter('comments'),
    summary,
  }),
);

/** The parts of a row, as `show` names them, and what the names of their fields begin with. */
const parts = {
  image: /^(?:image|credit)/,
  kicker: /^kicker/,
  title: /^headline/,
  standfirst: /^description/,
  byline: /^author/,
  section: /^articleSection/,
  date: /^date/,
  views: /^views/,
  reactions: /^(?:reaction|summary|total|people)/,
  comments: /^comments/,
};
export type Show = keyof typeof parts;
// The compiler knows that objects may have more keys than their types say; this one has not.
export const shows = Object.keys(parts) as readonly Show[];

/** Whether a field belongs to one of these parts. */
export const isOf = (name: string, wanted: readonly Show[]): boolean => wanted.some((part) => parts[part].test(name));

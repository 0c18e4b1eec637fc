/** One table: what each marked place of a row shows, and which of them are numbers that change. */
import type {Article} from '../model/article.js';
import type {NumberGroup} from '../model/numbers.js';
import type {DateStyle, Language} from '../i18n/language.js';

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

/** How a value is kept: which attribute holds it, what counts as equal, and whether there is a text. */
export type As = 'text' | 'word' | 'count' | 'moment' | 'address' | 'image' | 'group';

export interface Field<From> {
  readonly as: As;
  /** As machines read it. Undefined or empty: the place is hidden. */
  readonly of: (from: From, words: Words) => string | number | undefined;
  /** As people read it, where that is not the same. */
  readonly text?: (from: From, words: Words) => string;
  /** Where the place leads, should it be a link. */
  readonly href?: (from: From) => string | undefined;
}

/** The number of one kind of reaction. */
export interface Reaction {
  readonly kind: string;
  readonly count: number;
}

/** Kinds without a reader are not shown. */
export const kindsOf = ({reactions}: Article): readonly (readonly [string, number])[] =>
  [...(reactions?.value.kinds ?? [])].filter(([, count]) => count > 0);

const total = (article: Article): number | undefined =>
  kindsOf(article).reduce((sum, [, count]) => sum + count, 0) || undefined;
const people = ({reactions}: Article): number | undefined => reactions?.value.people || undefined;

const text = <From>(of: Field<From>['of'], href?: (from: From) => string | undefined): Field<From> => ({
  as: 'text',
  of,
  ...(href && {href}),
});
const word = <From>(of: Field<From>['of'], text: (from: From, words: Words) => string): Field<From> => ({
  as: 'word',
  of,
  text,
});
const count = <From>(
  of: (from: From) => number | undefined,
  text = (n: number, {language}: Words) => language.number(n),
): Field<From> => ({
  as: 'count',
  of,
  text: (from, words) => text(of(from) ?? 0, words),
});
const moment = (of: (article: Article) => number | undefined): Field<Placed> => ({
  as: 'moment',
  of: (article, {dateStyle}) => (dateStyle === 'none' ? undefined : of(article)),
  text: (article, {language, dateStyle, timeZone}) => language.date(of(article) ?? 0, dateStyle, timeZone),
});
const group = (of: Field<Placed>['of']): Field<Placed> => ({as: 'group', of});

/** A number alone, and in words beside it: a compact number for the eye, the exact one for assistive technology. */
const counter = (name: 'views' | 'comments'): readonly [string, Field<Placed>][] => {
  const of = (article: Article): number | undefined => article[name]?.value;
  return [
    [name, group(of)],
    [`${name}.userInteractionCount`, count(of)],
    [
      `${name}.description`,
      text((article, {language}) => {
        const n = of(article);
        return n === undefined ? n : language.say(name, n);
      }),
    ],
  ];
};

/** "♥ 4 · 3 people in total"; for machines `3 like=3 super=1`: people, then each kind. */
const summary = word<Placed>(
  (article) => [...[people(article) ?? []].flat(), ...kindsOf(article).map((pair) => pair.join('='))].join(' '),
  (article, words) => {
    const all = total(article);
    const readers = people(article);
    const icons = kindsOf(article)
      .slice(0, 3)
      .map(([kind]) => words.icon(kind));
    const parts = [
      all && `${[...new Set(icons)].join('')} ${words.language.number(all)}`,
      readers && words.language.say('people', readers),
    ];
    return parts.filter(Boolean).join(' · ');
  },
);

const image: Field<Placed> = {as: 'image', of: (article) => article.image?.url};
const author = text<Placed>(({authors}, {language}) => language.list(authors));

export const fields: ReadonlyMap<string, Field<Placed>> = new Map([
  ['headline', text(({title}) => title)],
  ['url', {as: 'address', of: ({url}) => url}],
  ['image', image],
  ['image.url', image],
  ['image.contentUrl', image],
  ['description', text(({standfirst}) => standfirst)],
  ['datePublished', moment(({published}) => published)],
  ['dateModified', moment(({modified}) => modified)],
  ['author', author],
  ['author.name', author],
  [
    'articleSection',
    text(
      ({section}) => section?.title,
      ({section}) => section?.url,
    ),
  ],
  ['position', count(({position}) => position)],
  ['isAccessibleForFree', text(({access}) => access && (access === 'free' ? 'True' : 'False'))],
  ['kicker', text(({kicker}) => kicker)],
  // News is what a reader expects; everything else is told.
  [
    'label',
    word(
      ({label}) => (label === 'news' ? undefined : label),
      ({label}, {language}) => (label ? language.label(label) : ''),
    ),
  ],
  [
    'access',
    word(
      ({access}) => access,
      ({access}, {language}) => (access ? language.access(access) : ''),
    ),
  ],
  [
    'sponsor',
    text(
      ({sponsor}) => sponsor?.name,
      ({sponsor}) => sponsor?.url,
    ),
  ],
  ['credit', text(({image}) => image?.credit)],
  ['corrected', text(({corrected}) => corrected)],
  ...counter('views'),
  ...counter('comments'),
  ['reactions', group((article) => total(article) ?? people(article))],
  ['total', count(total)],
  ['people', count(people, (n, {language}) => language.say('people', n))],
  ['summary', summary],
]);

const actions = ['like', 'dislike', 'agree', 'disagree'];
const typeOf = (kind: string): string =>
  `https://schema.org/${actions.includes(kind) ? kind.charAt(0).toUpperCase() + kind.slice(1) : 'React'}Action`;

/** What stands inside a reaction. */
export const parts: ReadonlyMap<string, Field<Reaction>> = new Map([
  ['userInteractionCount', count(({count}) => count)],
  ['description', text(({count}, {language}) => language.say('people', count))],
  ['name', text(({kind}, {language}) => language.kind(kind))],
  ['icon', text(({kind}, {icon}) => icon(kind))],
  ['interactionType', {as: 'address', of: ({kind}) => typeOf(kind)}],
]);
export const partsThatChange: readonly string[] = ['userInteractionCount', 'description'];

/** Which places a group of numbers is written to. */
export const fieldsOf: Readonly<Record<NumberGroup, readonly string[]>> = {
  views: ['views', 'views.userInteractionCount', 'views.description'],
  reactions: ['reactions', 'reaction', 'total', 'people', 'summary'],
  comments: ['comments', 'comments.userInteractionCount', 'comments.description'],
};
export const dateFields: readonly string[] = ['datePublished', 'dateModified'];

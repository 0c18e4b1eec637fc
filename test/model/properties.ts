/** What holds for any value at all. For the browsers and, with more runs, for Node. */
import fc from 'fast-check';
import {accesses, labels} from '../../src/model/article.js';
import {readDescription} from '../../src/model/description.js';
import {readArticle} from '../../src/model/item.js';
import {mergeNumbers} from '../../src/model/merge.js';
import type {Numbers, Reactions, Reported} from '../../src/model/numbers.js';
import {readReport} from '../../src/model/report.js';
import {isArticle, isDescription, isReport} from './validity.js';
import {silently} from './told.js';

const base = 'https://news.example/a/feed.json';

const must = (holds: boolean, otherwise: string): void => {
  if (!holds) throw new Error(otherwise);
};

/** What endpoints send in place of what they should: near misses find more than noise does. */
const wordish = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    maxDepth: 2,
  }),
  fc.string({unit: 'binary'}),
  fc.string({unit: 'grapheme', maxLength: 30}),
  fc.webUrl({withFragments: true, withQueryParameters: true}),
  fc.constantFrom(
    'javascript:alert(1)',
    '//x',
    '/a',
    'data:image/png;base64,AAAA',
    'https://u@x.example/',
    '\u0000',
    '\ud800',
    '',
    ' ',
    'ru',
    'like',
    '👍',
  ),
  fc.constantFrom(
    '21.11.2024',
    '2024-11-21',
    '2024-11-21T09:30:00',
    '1732181400',
    '1 043',
    '1,043',
    '1.043',
    '31.02.2024',
    'Thu, 21 Nov 2024 09:30 EST',
  ),
  fc
    .date({noInvalidDate: true, min: new Date('1800-01-01T00:00:00Z'), max: new Date('2300-01-01T00:00:00Z')})
    .map((date) => date.toISOString()),
  fc.integer({min: -1, max: 3e9}),
  fc.constantFrom(true, false, null, 0, 1, -1, 1.5, NaN, Infinity, 2 ** 53, 1e21, 5n, undefined),
  fc.constantFrom(...labels, ...accesses),
);
const nested = (...names: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    {weight: 3, arbitrary: fc.record(Object.fromEntries(names.map((name) => [name, wordish])), {requiredKeys: []})},
    {weight: 1, arbitrary: wordish},
  );
const listed = (entry: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({weight: 3, arbitrary: fc.array(entry, {maxLength: 40})}, {weight: 1, arbitrary: wordish});
const mapped = (name: fc.Arbitrary<string>): fc.Arbitrary<unknown> =>
  fc.oneof(
    {weight: 3, arbitrary: fc.dictionary(fc.oneof(name, fc.string()), wordish, {maxKeys: 40})},
    {weight: 1, arbitrary: wordish},
  );
const record = (members: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  fc.record(members, {requiredKeys: []});

const kindName = fc.stringMatching(/^[a-zA-Z0-9_-]{1,4}$/);
const counts = {
  views: wordish,
  reactions: mapped(kindName),
  people: wordish,
  comments: wordish,
  as_of: wordish,
  id: wordish,
};
const own = record({
  ...counts,
  section: nested('id', 'title', 'url'),
  kicker: wordish,
  label: wordish,
  access: wordish,
  sponsor: nested('name', 'url'),
  corrected: wordish,
  expires: wordish,
  image: nested('width', 'height', 'alt', 'credit'),
  canonical: wordish,
  reactions_open: wordish,
  gone: wordish,
});
const item = record({
  id: wordish,
  url: wordish,
  title: wordish,
  summary: wordish,
  content_text: wordish,
  image: wordish,
  banner_image: wordish,
  date_published: wordish,
  date_modified: wordish,
  authors: listed(nested('name')),
  author: nested('name'),
  _presslet: fc.oneof({weight: 4, arbitrary: own}, {weight: 1, arbitrary: wordish}),
});
const description = record({
  presslet: fc.oneof({weight: 20, arbitrary: fc.constant(1)}, {weight: 1, arbitrary: wordish}),
  name: wordish,
  logo: wordish,
  licence: wordish,
  controller: wordish,
  privacy: wordish,
  capabilities: fc.oneof(
    nested('articles', 'adjacent', 'counts', 'busiest', 'views', 'reactions'),
    record({articles: fc.stringMatching(/^[/:a-z]{0,6}[{}?&*+a-z,]{0,9}$/), counts: wordish}),
  ),
  kinds: listed(
    record({
      kind: fc.oneof(kindName, wordish),
      label: fc.oneof(wordish, mapped(fc.constantFrom('ru', 'en-GB'))),
      icon: wordish,
    }),
  ),
  sections: listed(nested('id', 'title', 'url')),
  defaults: mapped(fc.stringMatching(/^[a-z-]{1,9}$/)),
  theme: mapped(fc.stringMatching(/^--press-[a-z]{1,4}$/)),
  off: wordish,
});
const anything = fc.oneof(
  {weight: 1, arbitrary: fc.jsonValue()},
  {
    weight: 1,
    arbitrary: fc.anything({
      withBigInt: true,
      withNullPrototype: true,
      withDate: true,
      withMap: true,
      withTypedArray: true,
    }),
  },
  {weight: 2, arbitrary: item},
  {weight: 1, arbitrary: description},
  {weight: 1, arbitrary: record(counts)},
);

/** Nothing is thrown, and whatever comes out may be trusted. */
export const anythingIsRead = () =>
  fc.property(anything, (value) => {
    checkReadings(value);
  });

export const checkReadings = (value: unknown): void => {
  const article = readArticle(value, {base, order: 1, tell: silently});
  if (article) isArticle(article);
  isReport(readReport(value, {order: 1, tell: silently}));
  const described = readDescription(value, base, silently);
  if (described) isDescription(described);
};

type About = Omit<Reported<unknown>, 'value'>;

const reactionsFrom = (like: number): Reactions => ({kinds: new Map([['like', like]])});
const valueIn = ({reactions}: Numbers): number | undefined => reactions?.value.kinds.get('like');

/** Reports as an endpoint may send them: requests have numbers of their own, equal moments are equal data. */
const reports = (isOwn: fc.Arbitrary<boolean>): fc.Arbitrary<readonly Numbers[]> =>
  fc
    .array(fc.record({moment: fc.option(fc.nat(9), {nil: undefined}), value: fc.nat(50), isOwn}), {
      minLength: 1,
      maxLength: 8,
    })
    .map((list) =>
      list.map(({moment, value, isOwn: own}, order): Numbers => {
        const about: About = {order, ...(moment === undefined ? {} : {asOf: moment}), ...(own ? {isOwn: true} : {})};
        const said = moment === undefined ? value : (moment * 7) % 10;
        return {
          views: {value, ...about},
          reactions: {value: reactionsFrom(said), ...about},
          comments: {value: said, ...about},
        };
      }),
    );

const mergedIn = (order: readonly Numbers[]): Numbers =>
  order.reduce((known, report) => mergeNumbers(known, report).numbers, {});
const shuffled = (isOwn: fc.Arbitrary<boolean>) =>
  reports(isOwn).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], {minLength: list.length})));

/** Without own answers the order of arrival and the grouping say nothing. */
export const mergingKnowsNoOrder = () =>
  fc.property(shuffled(fc.constant(false)), fc.nat(8), ([list, arrived], cut) => {
    const whole = JSON.stringify(plain(mergedIn(list)));
    must(JSON.stringify(plain(mergedIn(arrived))) === whole, 'another order, another result');
    const parts = [mergedIn(arrived.slice(0, cut)), mergedIn(arrived.slice(cut))];
    must(JSON.stringify(plain(mergedIn(parts))) === whole, 'other groups, another result');
    must(mergeNumbers(mergedIn(list), mergedIn(list)).changed.length === 0, 'twice the same is a change');
  });

/** In whatever order they come: views never fall, and nothing requested before an own answer shows again. */
export const mergingOnlyGoesForward = () =>
  fc.property(shuffled(fc.boolean()), ([, arrived]) => {
    let known: Numbers = {};
    let own = -1;
    for (const report of arrived) {
      const {numbers, changed} = mergeNumbers(known, report);
      if (report.comments?.isOwn) own = Math.max(own, report.comments.order);
      must((numbers.views?.value ?? 0) >= (known.views?.value ?? 0), 'views fell');
      must(
        (numbers.comments?.order ?? 0) >= own && (numbers.reactions?.order ?? 0) >= own,
        'older than the own answer',
      );
      must(
        changed.includes('views') === (numbers.views?.value !== known.views?.value),
        'views changed and it was not said',
      );
      must(
        changed.includes('reactions') === (valueIn(numbers) !== valueIn(known)),
        'reactions changed and it was not said',
      );
      known = numbers;
    }
    must(
      known.views?.value === Math.max(...arrived.map(({views}) => views?.value ?? 0)),
      'not the largest number seen',
    );
  });

/** The newest moment wins over whatever has an older one or none. */
export const newestMomentWins = () =>
  fc.property(shuffled(fc.constant(false)), ([list, arrived]) => {
    const newest = Math.max(...list.map(({comments}) => comments?.asOf ?? -1));
    must((mergedIn(arrived).comments?.asOf ?? -1) === newest, 'an older moment won');
  });

const plain = ({views, reactions, comments}: Numbers): unknown => [
  views?.value,
  reactions && [[...reactions.value.kinds], reactions.value.people, reactions.asOf, reactions.order],
  comments && [comments.value, comments.asOf, comments.order],
];

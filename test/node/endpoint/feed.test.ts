/** Every list is a JSON Feed 1.1 that any reader of feeds understands. */
import {deepEqual, equal, ok, throws} from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';

import addFormats from 'ajv-formats';
import {Ajv2020} from 'ajv/dist/2020.js';

import {readSeed} from '../../../demo/endpoint/src/read-seed.js';
import {at, listAt, query, serve, type Serving} from './serving.js';
import {oddId} from './stock.js';

const schema: unknown = JSON.parse(readFileSync(new URL('json-feed.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({allErrors: true});
addFormats(ajv);
ok(typeof schema === 'object' && schema !== null);
const isFeed = ajv.compile(schema);

const mistakes = (feed: unknown): unknown => (isFeed(feed) ? [] : isFeed.errors);

describe('a list', () => {
  let serving: Serving;

  before(async () => {
    serving = await serve();
  });

  after(() => serving.stop());

  const lists = [
    '',
    '?limit=100',
    '?section=odd',
    '?section=nowhere',
    '?sort=popular&period=day',
    '?related_to=article-001',
    query(['id', oddId], ['id', 'gone'], ['id', 'nobody']),
  ];
  for (const list of lists) {
    it(`is a JSON Feed: /articles${list}`, async () => {
      const answer = await serving.ask(`/articles${list}`);
      equal(answer.headers.get('Content-Type'), 'application/feed+json');
      const feed: unknown = await answer.json();
      deepEqual(mistakes(feed), []);
      ok(listAt(feed, 'items').every((item) => typeof at(item, 'content_text') === 'string'));
    });
  }

  it('is not taken for one where something is missing', () => {
    const item = {id: 'a', content_text: 'b'};
    const feed = {version: 'https://jsonfeed.org/version/1.1', title: 'c', items: [item]};
    deepEqual(mistakes(feed), []);
    for (const bad of [
      {...feed, version: '1.1'},
      {...feed, items: [{id: 'a'}]},
      {...feed, items: [{...item, id: 1}]},
    ]) {
      equal(isFeed(bad), false);
    }
  });

  it('gives the whole text to those who ask for the article, and the standfirst to lists', async () => {
    const [whole] = listAt(await serving.json(`/articles${query(['id', oddId])}`), 'items');
    equal(at(whole, 'content_text'), 'Первый абзац.\n\nВторой абзац.');
    const inList = listAt(await serving.json('/articles?section=odd'), 'items').find(
      (item) => at(item, 'id') === oddId,
    );
    equal(at(inList, 'content_text'), 'Подзаголовок');
  });

  it('tells everything that is known of an article, with absolute addresses', async () => {
    const [item] = listAt(await serving.json(`/articles${query(['id', oddId])}`), 'items');
    equal(at(item, 'url'), `${serving.origin}/articles/is-an-address`);
    equal(at(item, 'image'), `${serving.origin}/images/hedgehog.svg`);
    equal(at(item, 'date_published'), '2024-02-01T07:00:00.000Z');
    equal(at(item, 'date_modified'), '2024-02-02T07:00:00.000Z');
    deepEqual(at(item, '_presslet'), {
      views: 1_043,
      reactions: {like: 3, super: 1},
      people: 3,
      comments: 2,
      as_of: at(item, '_presslet', 'as_of'),
      section: {id: 'odd', title: 'Разное'},
      kicker: 'Рынок',
      label: 'sponsored',
      sponsor: {name: 'Насос и сын', url: 'https://sponsor.example/'},
      access: 'metered',
      corrected: 'Исправлена цена.',
      image: {width: 800, height: 600, alt: 'Ёж', credit: 'Анна Ёлкина'},
      canonical: 'https://partner.example/original',
    });
    const [closed] = listAt(await serving.json('/articles?id=closed'), 'items');
    equal(at(closed, '_presslet', 'reactions_open'), false);
  });

  it('tells of a withdrawn article nothing but that', async () => {
    const text = await (await serving.ask('/articles?id=gone')).text();
    equal(text.includes('A secret'), false);
    equal(at(JSON.parse(text), 'items', 0, '_presslet', 'gone'), true);
    equal((await (await serving.ask('/articles?limit=100&section=odd')).text()).includes('A secret'), false);
  });
});

describe('a seed', () => {
  const seed = {
    name: 'N',
    language: 'en',
    kinds: [{kind: 'like', label: {en: 'Like', ru: 'Нравится'}, icon: '👍'}],
    sections: [{id: 's', title: 'S'}],
    authors: [{name: 'A'}],
  };
  const article = {
    ...{id: 'a', slug: 'a', lang: 'en', title: 'T', standfirst: 'S', section: 's', authors: ['A']},
    ...{date: '2026-01-01T00:00:00Z', views: 1, reactions: {like: 2}, people: 2},
  };

  it('is read with what is optional left out', () => {
    deepEqual(readSeed({...seed, articles: [article]}).articles, [article]);
  });

  const wrong: readonly (readonly [change: object, said: RegExp])[] = [
    [{title: undefined}, /seed\.articles\[0\]\.title is not a text/u],
    [{date: '21.11.2024'}, /date is not a text that matches/u],
    [{date: '2024-13-40T00:00:00Z'}, /date is not a date that exists/u],
    [{section: 'x'}, /Article "a": the section "x" is not in sections/u],
    [{authors: ['B']}, /the author "B" is not in authors/u],
    [{reactions: {hate: 1}}, /the kind "hate" is not in kinds/u],
    [{people: 3}, /3 people cannot have made these reactions/u],
    [{people: 1}, /1 people cannot/u],
    [{views: -1}, /views is not an integer from 0/u],
    [{label: 'blog'}, /label is not one of news/u],
  ];
  for (const [change, said] of wrong) {
    it(`with ${JSON.stringify(change)} is refused, and the place is named`, () => {
      throws(() => readSeed({...seed, articles: [{...article, ...change}]}), said);
    });
  }

  it('with the same id twice is refused', () => {
    throws(() => readSeed({...seed, articles: [article, article]}), /The article "a" is there twice/u);
  });
});

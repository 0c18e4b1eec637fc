/** The small pieces that stories over HTTP do not reach from every side. */
import {deepEqual, equal, notEqual} from 'node:assert/strict';
import {describe, it} from 'node:test';

import {encodeText} from '../../../demo/endpoint/src/base64url.js';
import {readCursor, writeCursor} from '../../../demo/endpoint/src/cursor.js';
import {isKnown} from '../../../demo/endpoint/src/etag.js';
import {Nameless} from '../../../demo/endpoint/src/nameless.js';
import {absolute, stored} from '../../../demo/endpoint/src/place.js';
import {byDate} from '../../../demo/endpoint/src/storage/rank.js';
import {spread} from '../../../demo/endpoint/src/storage/spread.js';
import {start} from './stock.js';

describe('a cursor', () => {
  it('comes back as it was written, whatever the id', () => {
    for (const id of ['a', 'https://пример.рф/?a=1,2', '😀', '__proto__', '']) {
      const cursor = {sort: 'popular', since: 20_000, place: {ranks: [5, 7], date: start, id}} as const;
      deepEqual(readCursor(writeCursor(cursor)), cursor);
    }
  });

  it('that nobody wrote is no cursor', () => {
    const texts = [
      '',
      '{',
      'null',
      '[]',
      '["newest",null,[],1]',
      '["best",null,[],1,"a"]',
      '["newest",null,["x"],1,"a"]',
    ];
    const more = ['["newest",0.5,[],1,"a"]', '["newest",null,[1,2,3],1,"a"]', '["newest",null,[],1e400,"a"]'];
    for (const text of [...texts, ...more]) equal(readCursor(encodeText(text)), undefined, text);
    for (const bytes of ['%', '____', 'gICA', '=']) equal(readCursor(bytes), undefined, bytes);
  });
});

describe('a known answer', () => {
  it('is recognised in a list, by a weak tag and by *', () => {
    for (const header of ['"a"', '"b", "a"', 'W/"a"', ' * ', '"b",W/"a"']) equal(isKnown('"a"', header), true, header);
    for (const header of [undefined, '', '"b"', 'a', 'W/"b"']) equal(isKnown('"a"', header), false, header);
  });
});

describe('a reader without a name', () => {
  it('has one for an article and a day, and nothing leads back from it', async () => {
    const nameless = new Nameless((bytes) => crypto.getRandomValues(bytes));
    const visit = {article: 'a', address: '192.0.2.1', agent: 'a browser'};
    const today = await nameless.readerOf(visit, start);
    equal(await nameless.readerOf(visit, start + 1), today);
    equal(/^[\w-]{43}$/u.test(today), true);
    for (const other of [{article: 'b'}, {address: '192.0.2.2'}, {agent: 'another'}]) {
      notEqual(await nameless.readerOf({...visit, ...other}, start), today);
    }
    notEqual(await nameless.readerOf(visit, start + 86_400_000), today);
    notEqual(await nameless.readerOf(visit, start), today, 'the salt of a day is gone for ever');
  });

  it('keeps the order of two wishes of one millisecond', () => {
    const nameless = new Nameless((bytes) => bytes);
    deepEqual([nameless.seq(5), nameless.seq(5), nameless.seq(4), nameless.seq(9)], [5, 6, 7, 9]);
  });
});

describe('an address', () => {
  const place = {base: 'https://news.example/presslet', site: 'https://news.example/'};

  it('of the site is stored relative and answered absolute', () => {
    const addresses = ['articles/a', 'articles/%D0%B0?b=1', ''];
    for (const address of addresses) equal(stored(absolute(address, place), place), address);
    equal(stored('https://news.example/articles/а#part', place), 'articles/%D0%B0');
    equal(stored('HTTPS://NEWS.example:443/articles/a', place), 'articles/a');
  });

  it('of another site, and what is no address, stays', () => {
    for (const name of [
      'https://news.example.evil/a',
      'article-1',
      'javascript:alert(1)',
      'https://',
      '//news.example/a',
    ]) {
      equal(stored(name, place), name);
    }
  });
});

it('texts are ordered by code points, as the database orders them', () => {
  const texts = ['', 'a', 'aa', 'b', '\uffff', '😀', '😀a'];
  const sorted = texts.toReversed().sort((a, b) => byDate({date: 0, id: a}, {date: 0, id: b}));
  deepEqual(sorted, texts);
});

it('seeded views are spread over the days without growing, and always alike', () => {
  const days = spread('a', 10_000, 20_000, 20_700);
  const sum = [...days.values()].reduce((total, views) => total + views, 0);
  equal(sum <= 10_000, true);
  deepEqual(spread('a', 10_000, 20_000, 20_700), days);
  equal(
    [...days.keys()].every((day) => day >= 20_329 && day <= 20_700),
    true,
  );
  equal(spread('a', 10, 20_001, 20_000).size, 0, 'nobody has read what comes tomorrow');
});

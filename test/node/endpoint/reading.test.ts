/** What a page reads, over HTTP from the real server. */
import {deepEqual, equal, match, notEqual, ok} from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';

import {Database} from '../../../demo/endpoint/src/storage/database.js';
import {insertStock} from '../../../demo/endpoint/src/storage/fill.js';
import {SqliteStorage} from '../../../demo/endpoint/src/storage/sqlite.js';
import {stockOf} from '../../../demo/endpoint/src/storage/stock.js';
import {at, idsIn, jsonOf, keysOf, listAt, query, serve, type Serving} from './serving.js';
import {makeArticle, oddId, seedOfTests, start} from './stock.js';

describe('a reader of lists', () => {
  let folder: string;
  let serving: Serving;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'endpoint-'));
    serving = await serve({storage: new SqliteStorage(join(folder, 'test.sqlite'))});
  });

  after(async () => {
    await serving.stop();
    rmSync(folder, {recursive: true});
  });

  /** Follows `next_url` to the end. */
  const walk = async (path: string, between: (page: number) => void = () => undefined): Promise<unknown[]> => {
    const ids: unknown[] = [];
    let next: unknown = serving.endpoint + path;
    for (let page = 0; typeof next === 'string'; page++) {
      const feed = await jsonOf(await fetch(next));
      ids.push(...idsIn(feed));
      next = at(feed, 'next_url');
      between(page);
    }
    return ids;
  };

  it('walks through all pages without a repetition or a gap', async () => {
    for (const path of [
      '/articles?limit=7',
      '/articles?limit=9&sort=popular',
      '/articles?limit=8&sort=discussed&period=week',
    ]) {
      const ids = await walk(path);
      equal(ids.length, 123, path);
      equal(new Set(ids).size, 123, path);
    }
  });

  it('and also while new articles come in', async () => {
    const before = await walk('/articles?limit=100');
    const other = new Database(join(folder, 'test.sqlite'));
    const during = await walk('/articles?limit=7', (page) => {
      const date = new Date(start + page * 1_000).toISOString();
      const article = {...makeArticle(page), id: `new-${String(page)}`, slug: `new-${String(page)}`, date};
      insertStock(other, stockOf(article, seedOfTests(0), start), start);
    });
    other.close();
    deepEqual(during, before);
    const after = await walk('/articles?limit=50');
    equal(after.length, 123 + Math.ceil(123 / 7));
  });

  it('finds what is asked for in any case and alphabet', async () => {
    deepEqual(idsIn(await serving.json(`/articles${query(['query', 'ЁЖ НАСОСЫ'])}`)), [oddId]);
    equal(at(await serving.json(`/articles${query(['query', '50%'])}`), '_presslet', 'total'), 1);
    equal(at(await serving.json(`/articles${query(['query', '_%_'])}`), '_presslet', 'total'), 0);
  });

  it('gets the views of the period beside those in all', async () => {
    const feed = await serving.json('/articles?sort=popular&period=month&limit=100');
    const inPeriod = listAt(feed, 'items').map((item) => Number(at(item, '_presslet', 'views_in_period')));
    deepEqual(
      inPeriod,
      inPeriod.toSorted((a, b) => b - a),
    );
    ok(listAt(feed, 'items').every((item, index) => Number(at(item, '_presslet', 'views')) >= (inPeriod[index] ?? 0)));
    equal(at(await serving.json('/articles'), 'items', 0, '_presslet', 'views_in_period'), undefined);
  });

  it('gets the largest page for a larger limit', async () => {
    equal(idsIn(await serving.json('/articles?limit=5000')).length, 100);
  });

  it('gets the same section by an article of it', async () => {
    const bySection = await serving.json('/articles?section=valves&limit=20');
    const byArticle = await serving.json('/articles?section_of=article-001&limit=20');
    deepEqual(idsIn(byArticle), idsIn(bySection));
  });
});

describe('a name of an article', () => {
  let serving: Serving;

  before(async () => {
    serving = await serve({count: 30});
  });

  after(() => serving.stop());

  it('is its id, its address with or without a fragment, or its canonical address', async () => {
    const address = `${serving.origin}/articles/is-an-address`;
    const names = [oddId, address, `${address}#comments`, 'https://partner.example/original'];
    const counts = await serving.json(`/counts${query(...names.map((name) => ['id', name] as const))}`);
    deepEqual(
      names.map((name) => [at(counts, 'counts', name, 'views'), at(counts, 'counts', name, 'id')]),
      [[1_043, undefined], ...names.slice(1).map(() => [1_043, oddId])],
    );
    for (const name of names) {
      deepEqual(idsIn(await serving.json(`/articles${query(['url', name])}`)), [oddId]);
      equal((await serving.ask(`/adjacent${query(['id', name])}`)).status, 200);
      const view = await jsonOf(await serving.post('/views', {article: name, key: 'once'}));
      deepEqual([at(view, 'views'), at(view, 'id')], [1_044, name === oddId ? undefined : oddId]);
    }
  });

  it('may be anything, and is never code', async () => {
    const names = ["' OR 1=1 --", 'a\0b', '%', '__proto__', 'constructor', 'x'.repeat(3_000), '../../etc/passwd'];
    const path = `/counts?${names.map((name) => `id=${encodeURIComponent(name)}`).join('&')}&id=%ED%A0%80&id=%zz`;
    const answer = await serving.ask(path);
    equal(answer.status, 200);
    const text = await answer.text();
    match(text, /^\{"counts":\{"__proto__":\{"views":5,[^}]*\},"people":0,"as_of":\d+\}\},"gone":\[\]\}$/u);
  });

  it('that is withdrawn is neither zero nor unknown', async () => {
    const answer = await serving.json('/counts?id=gone&id=nobody&id=closed');
    deepEqual(keysOf(at(answer, 'counts')), ['closed']);
    deepEqual(at(answer, 'gone'), ['gone']);
  });
});

describe('neighbours', () => {
  let serving: Serving;

  before(async () => {
    serving = await serve({count: 30});
  });

  after(() => serving.stop());

  const beside = async (path: string): Promise<unknown[]> => {
    const answer = await serving.json(`/adjacent${path}`);
    return [at(answer, 'previous', 'id') ?? at(answer, 'previous'), at(answer, 'next', 'id') ?? at(answer, 'next')];
  };

  it('end at both ends, and have an order among equal dates', async () => {
    deepEqual(await beside('?id=article-000'), ['article-002', null]);
    deepEqual(await beside('?id=article-002'), ['article-001', 'article-000']);
    deepEqual(await beside('?id=article-001'), ['article-003', 'article-002']);
    deepEqual(await beside(query(['id', oddId])), [null, 'closed']);
    deepEqual(await beside('?id=article-004&section_of=article-004'), ['article-007', 'article-001']);
    deepEqual(await beside('?id=article-004&lang=ru'), ['article-006', 'article-002']);
  });
});

describe('an answer', () => {
  let serving: Serving;

  before(async () => {
    serving = await serve({count: 30});
  });

  after(() => serving.stop());

  it('is the same while nothing changes, and another one after a view', async () => {
    const path = '/counts?id=article-001&id=article-002';
    const first = await serving.ask(path);
    const etag = first.headers.get('ETag') ?? '';
    const body = await first.text();
    const again = await serving.ask(path, {headers: {'If-None-Match': `"other", W/${etag}`}});
    deepEqual([again.status, await again.text()], [304, '']);
    equal(again.headers.get('Cache-Control'), 'max-age=15, stale-while-revalidate=300, stale-if-error=86400');
    await serving.post('/views', {article: 'article-001', key: 'a'});
    const changed = await serving.ask(path, {headers: {'If-None-Match': etag}});
    equal(changed.status, 200);
    notEqual(await changed.text(), body);
  });

  it('is for every origin, the same for all, and without credentials', async () => {
    for (const init of [
      {},
      {method: 'POST', body: '{'},
      {method: 'DELETE'},
      {headers: {Origin: 'https://evil.example'}},
    ]) {
      const {headers} = await serving.ask('/articles', init);
      equal(headers.get('Access-Control-Allow-Origin'), '*');
      equal(headers.get('Access-Control-Allow-Credentials'), null);
      equal(headers.get('Vary'), null);
      equal(headers.get('Set-Cookie'), null);
    }
  });

  it('to another method names the right ones, to another path the right place', async () => {
    const wrong = await serving.ask('/articles', {method: 'DELETE'});
    deepEqual([wrong.status, wrong.headers.get('Allow')], [405, 'GET, HEAD, OPTIONS']);
    const read = await serving.ask('/views');
    deepEqual([read.status, read.headers.get('Allow')], [405, 'POST, OPTIONS']);
    const nothing = await serving.ask('/nothing');
    deepEqual([nothing.status, nothing.headers.get('Content-Type')], [404, 'application/problem+json']);
    match(await nothing.text(), /"detail":"The endpoint is at \/presslet/u);
    const head = await serving.ask('/articles', {method: 'HEAD'});
    deepEqual([head.status, await head.text()], [200, '']);
  });

  it('never holds a host that a request made up', async () => {
    const answer = await serving.ask('/articles?limit=1', {headers: {'X-Forwarded-Host': 'evil.example'}});
    match(
      String(at(await answer.json(), 'next_url')),
      new RegExp(`^${serving.endpoint}/articles\\?limit=1&cursor=`, 'u'),
    );
  });

  it('without ids is one body for every page: the articles read most', async () => {
    const plain = await (await serving.ask('/counts')).text();
    equal(await (await serving.ask('/counts?site=partner.example&utm=1')).text(), plain);
    equal(keysOf(at(JSON.parse(plain), 'counts')).length, 34);
    deepEqual(at(JSON.parse(plain), 'gone'), ['gone']);
  });
});

/** The OpenAPI document and the running server say the same. */
import {deepEqual, equal, ok} from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import {StorageBusy, type Storage} from '../../../demo/endpoint/src/storage/port.js';
import {SqliteStorage} from '../../../demo/endpoint/src/storage/sqlite.js';
import {checkAnswer, documented, escaped, follow, keysAt, mistakes, valueAt} from './document.js';
import {query, serve, type Serving} from './serving.js';
import {oddId} from './stock.js';

interface Case {
  readonly method: 'get' | 'post' | 'options';
  readonly path: string;
  readonly query?: string;
  readonly body?: string | URLSearchParams;
  readonly type?: string;
  readonly status: number;
  readonly database?: 'failing' | 'busy';
}

const wish = (more: object = {}): string =>
  JSON.stringify({article: 'article-001', reader: 'reader-of-sixteen', seq: 1, reactions: ['like'], ...more});
const view = (more: object = {}): string => JSON.stringify({article: 'article-001', key: 'a', ...more});
const form = (...pairs: [string, string][]): URLSearchParams => new URLSearchParams(pairs);

const get = (path: string, status: number, text = '', more: Partial<Case> = {}): Case => ({
  method: 'get',
  path,
  status,
  query: text,
  ...more,
});

const post = (path: string, status: number, body: string | URLSearchParams, more: Partial<Case> = {}): Case => ({
  method: 'post',
  path,
  status,
  body,
  ...more,
});

const tooMany = query(...Array.from({length: 101}, (_, index) => ['id', String(index)] as const));

const reads: readonly Case[] = [
  get('/', 200),
  get('/articles', 200),
  get('/articles', 200, '?limit=3&sort=popular&period=week&lang=ru&section=pumps&site=partner.example'),
  get('/articles', 200, query(['id', oddId], ['id', 'gone'], ['id', 'nobody'])),
  get('/articles', 200, '?related_to=article-001&limit=100000'),
  get('/articles', 200, query(['tag', 'TAG-1'], ['author', 'ivan petrov'], ['query', 'насос'])),
  get('/articles', 200, '?section=odd'),
  ...['limit=0', 'limit=-1', 'limit=ten', 'limit=1.5', 'limit=', 'sort=best', 'sort=related', 'period=decade'].map(
    (bad) => get('/articles', bad === 'limit=' ? 200 : 400, `?${bad}`),
  ),
  ...['cursor=x', 'cursor=bnVsbA', 'sort=newest&sort=popular', `query=${'x'.repeat(201)}`].map((bad) =>
    get('/articles', 400, `?${bad}`),
  ),
  get('/articles', 400, tooMany),
  get('/articles', 404, '?section_of=nobody'),
  get('/articles', 404, '?related_to=nobody'),
  get('/articles', 500, '', {database: 'failing'}),
  get('/articles', 503, '', {database: 'busy'}),
  get('/adjacent', 200, '?id=article-001'),
  get('/adjacent', 200, '?id=article-000&section_of=article-001&lang=ru'),
  get('/adjacent', 400),
  get('/adjacent', 400, '?id=article-001&id=article-002'),
  get('/adjacent', 404, '?id=nobody'),
  get('/adjacent', 410, '?id=gone'),
  get('/adjacent', 500, '?id=article-001', {database: 'failing'}),
  get('/adjacent', 503, '?id=article-001', {database: 'busy'}),
  get('/counts', 200),
  get(
    '/counts',
    200,
    query(['id', oddId], ['id', 'gone'], ['id', 'nobody'], ['url', 'https://partner.example/original']),
  ),
  get('/counts', 400, tooMany),
  get('/counts', 500, '?id=article-001', {database: 'failing'}),
  get('/counts', 503, '', {database: 'busy'}),
];

const large = 'x'.repeat(1_000_000);

const writes: readonly Case[] = [
  post('/views', 200, view()),
  post('/views', 200, view({article: 'https://partner.example/original', site: 'partner.example'}), {
    type: 'application/json',
  }),
  ...[
    '',
    '[]',
    'null',
    '{',
    '"text"',
    '{}',
    view({key: ''}),
    view({key: 'a b'}),
    view({article: 5}),
    view({site: {}}),
  ].map((bad) => post('/views', 400, bad)),
  post('/views', 404, view({article: 'nobody'})),
  post('/views', 410, view({article: 'gone'})),
  post('/views', 413, large),
  post('/views', 415, view(), {type: 'image/png'}),
  post('/views', 415, form(['article', 'article-001'])),
  post('/views', 500, view(), {database: 'failing'}),
  post('/views', 503, view(), {database: 'busy'}),
  post('/reactions', 200, wish()),
  post('/reactions', 200, wish({seq: 0, reactions: ['sad']}), {type: 'application/json; charset=utf-8'}),
  post('/reactions', 200, wish({seq: 2, reactions: []})),
  post('/reactions', 303, form(['article', 'article-001'], ['reactions', 'like'], ['reactions', 'sad'])),
  post('/reactions', 303, form(['article', oddId], ['reactions', ''])),
  ...[
    {reader: 'short'},
    {reader: 'x'.repeat(65)},
    {seq: -1},
    {seq: 1.5},
    {seq: '1'},
    {reactions: 'like'},
    {reactions: [1]},
  ].map((bad) => post('/reactions', 400, wish(bad))),
  post('/reactions', 400, form(['article', 'article-001'])),
  post('/reactions', 400, form(['reactions', 'like'])),
  post('/reactions', 404, wish({article: 'nobody'})),
  post('/reactions', 409, wish({article: 'closed'})),
  post('/reactions', 409, form(['article', 'closed'], ['reactions', 'like'])),
  post('/reactions', 410, wish({article: 'gone'})),
  post('/reactions', 413, large),
  post('/reactions', 415, wish(), {type: 'multipart/form-data; boundary=x'}),
  post('/reactions', 422, wish({reactions: ['hate']})),
  post('/reactions', 422, wish({reactions: ['like', 'super', 'sad', 'like', 'super', 'sad']})),
  post('/reactions', 422, form(['article', 'article-001'], ['reactions', '__proto__'])),
  post('/reactions', 500, wish(), {database: 'failing'}),
  post('/reactions', 503, wish(), {database: 'busy'}),
];

const preflights = keysAt('/paths').map((path): Case => ({method: 'options', path, status: 204}));

/** A storage that fails on demand. */
const breakable = (storage: Storage): {storage: Storage; fail: (how?: Case['database']) => void} => {
  let error: Error | undefined;
  const get = (target: Storage, name: keyof Storage): unknown => {
    const method = target[name];
    return error && name !== 'close' ? () => Promise.reject(error ?? new Error()) : method.bind(target);
  };
  return {
    storage: new Proxy(storage, {get: (target, name) => (isMethod(target, name) ? get(target, name) : undefined)}),
    fail: (how) => {
      error = how && (how === 'busy' ? new StorageBusy() : new Error('SELECT secret FROM articles'));
    },
  };
};

const isMethod = (storage: Storage, name: string | symbol): name is keyof Storage => name in storage;

describe('the OpenAPI document', () => {
  const seen = new Set<string>();
  const database = breakable(new SqliteStorage(':memory:'));
  let serving: Serving;

  before(async () => {
    serving = await serve({storage: database.storage, count: 30});
  });

  after(() => serving.stop());

  const check = async ({
    method,
    path,
    query: text = '',
    body,
    type,
    status,
    database: how,
  }: Case): Promise<Response> => {
    database.fail(how);
    const answer = await serving.ask(path + text, {
      method: method.toUpperCase(),
      ...(body !== undefined && {body}),
      ...(type !== undefined && {headers: {'Content-Type': type}}),
    });
    database.fail();
    equal(answer.status, status, `${method} ${path}${text} ${typeof body === 'string' ? body.slice(0, 200) : ''}`);
    seen.add(`${method} ${path} ${String(status)}`);
    await checkAnswer(method, path, answer.clone());
    return answer;
  };

  it('describes what reads answer, and that a known answer is not sent again', async () => {
    for (const one of reads) {
      const answer = await check(one);
      if (answer.status !== 200) continue;
      const headers = {'If-None-Match': answer.headers.get('ETag') ?? ''};
      const again = await serving.ask(one.path + (one.query ?? ''), {headers});
      equal(again.status, 304);
      await checkAnswer('get', one.path, again);
      seen.add(`get ${one.path} 304`);
    }
  });

  it('describes what writes answer', async () => {
    for (const one of writes) await check(one);
  });

  it('describes preflights', async () => {
    for (const one of preflights) await check(one);
  });

  it('says nothing that the server never does', () => {
    ok(seen.size > 40);
    deepEqual([...seen].toSorted(), documented().toSorted());
  });

  it('has examples that are as it says', () => {
    const answers = documented().map((entry) => entry.split(' '));
    for (const [method = '', path = '', status = ''] of answers) {
      const operation = `/paths/${escaped(path)}/${method}`;
      checkExamples(`${operation}/responses/${status}`);
      if (valueAt(`${operation}/requestBody`) !== undefined) checkExamples(`${operation}/requestBody`);
    }
  });

  it('tells no caller what went wrong inside', async () => {
    database.fail('failing');
    const body = await (await serving.ask('/articles')).text();
    database.fail();
    equal(body.includes('SELECT'), false);
    equal(
      serving.lines.some((line) => line.includes('SELECT secret')),
      true,
      'the log knows',
    );
  });
});

const checkExamples = (place: string): void => {
  const pointer = follow(place);
  for (const type of keysAt(`${pointer}/content`)) {
    const content = `${pointer}/content/${escaped(type)}`;
    for (const name of keysAt(`${content}/examples`)) {
      deepEqual(mistakes(`${content}/schema`, valueAt(`${content}/examples/${name}/value`)), [], content);
    }
  }
};

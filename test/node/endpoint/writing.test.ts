/** What a reader's browser sends, over HTTP to the real server: none lost, none doubled. */
import {deepEqual, equal, notEqual, ok} from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';

import {Database, integerOf} from '../../../demo/endpoint/src/storage/database.js';
import {SqliteStorage} from '../../../demo/endpoint/src/storage/sqlite.js';
import {at, serve, type Serving} from './serving.js';
import {oddId, start} from './stock.js';

let folder: string;
let serving: Serving;
let now = start;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'endpoint-'));
  serving = await serve({storage: new SqliteStorage(join(folder, 'test.sqlite')), clock: () => ++now});
});

after(async () => {
  await serving.stop();
  rmSync(folder, {recursive: true});
});

const countsOf = async (id: string): Promise<unknown> => at(await serving.json(`/counts?id=${id}`), 'counts', id);

const viewsOf = async (id: string): Promise<number> => Number(at(await countsOf(id), 'views'));

const wish = (article: string, seq: number, reactions: readonly string[], reader = 'reader-of-sixteen'): object => ({
  ...{article, reader, seq, reactions},
});

const react = async (body: object): Promise<unknown> => (await serving.post('/reactions', body)).json();

const sendForm = (article: string, reactions: string, agent = 'a browser'): Promise<Response> =>
  serving.ask('/reactions', {
    method: 'POST',
    body: new URLSearchParams({article, reactions}),
    headers: {'User-Agent': agent},
  });

describe('a view', () => {
  it('that a browser sends twice counts once', async () => {
    const before = await viewsOf('article-010');
    const wish = {article: 'article-010', key: 'the-same'};
    const first: unknown = await (await serving.post('/views', wish)).json();
    equal(at(first, 'views'), before + 1);
    deepEqual(await (await serving.post('/views', wish)).json(), first);
    equal(await viewsOf('article-010'), before + 1);
  });

  it('is counted among fifty at the same moment', async () => {
    const before = await viewsOf('article-011');
    const answers = await Promise.all(
      Array.from({length: 50}, async (_, index) => {
        const answer = await serving.post('/views', {article: 'article-011', key: `parallel-${String(index)}`});
        return answer.json() as Promise<unknown>;
      }),
    );
    equal(await viewsOf('article-011'), before + 50);
    const moments = new Set(answers.map((answer) => at(answer, 'as_of')));
    equal(moments.size, 50, 'each change has a moment of its own');
    deepEqual(
      answers.map((answer) => Number(at(answer, 'views'))).toSorted((a, b) => a - b),
      Array.from({length: 50}, (_, index) => before + index + 1),
    );
  });

  it('of a withdrawn or unknown article is refused in words', async () => {
    for (const [article, status] of [
      ['gone', 410],
      ['nobody', 404],
    ] as const) {
      const answer = await serving.post('/views', {article, key: 'a'});
      equal(answer.status, status);
      ok(String(at(await answer.json(), 'detail')).length > 20);
    }
  });
});

describe('a reaction', () => {
  it('that arrives late changes nothing, and is told what counts', async () => {
    const before = await countsOf('article-020');
    const chosen = await react(wish('article-020', 200, ['super']));
    const late = await react(wish('article-020', 100, ['sad']));
    deepEqual(late, chosen);
    deepEqual(at(late, 'mine'), ['super']);
    equal(at(late, 'people'), Number(at(before, 'people')) + 1);
  });

  it('that is sent twice counts once', async () => {
    const first = await react(wish('article-021', 1, ['sad']));
    deepEqual(await react(wish('article-021', 1, ['sad'])), first);
    equal(at(first, 'reactions', 'sad'), 1);
  });

  it('of one reader does not touch that of another', async () => {
    await react(wish('article-022', 9, ['sad'], 'reader-one-of-two'));
    await react(wish('article-022', 1, ['sad', 'super'], 'reader-two-of-two'));
    const rest = await react(wish('article-022', 10, [], 'reader-one-of-two'));
    deepEqual([at(rest, 'reactions', 'sad'), at(rest, 'reactions', 'super'), at(rest, 'mine')], [1, 1, []]);
  });

  it('is one of fifty at the same moment, and the last one counts', async () => {
    const before = await countsOf('article-023');
    const kinds = ['like', 'super', 'sad'];
    await Promise.all(
      Array.from({length: 50}, (_, seq) => react(wish('article-023', seq, [kinds[seq % 3] ?? 'like']))),
    );
    const after = await countsOf('article-023');
    equal(at(after, 'people'), Number(at(before, 'people')) + 1);
    equal(at(after, 'reactions', 'super'), 1, '49 is the newest, and 49 % 3 is 1');
    equal(at(after, 'reactions', 'sad'), undefined);
  });

  it('names the own id where it came under another name', async () => {
    const answer = await react(wish('https://partner.example/original', 1, ['like']));
    deepEqual([at(answer, 'id'), at(answer, 'reactions')], [oddId, {like: 4, super: 1}]);
  });

  it('sums are those of the rows', () => {
    const database = new Database(join(folder, 'test.sqlite'));
    const wrong = database.all(`
      SELECT a.id FROM articles a WHERE
        a.people <> a.people_seeded + (SELECT count(*) FROM reactions r WHERE r.article = a.id AND r.kinds <> '')
        OR EXISTS (SELECT 1 FROM kinds k WHERE k.article = a.id AND k.readers <>
          (SELECT count(*) FROM reactions r WHERE r.article = a.id AND ' ' || r.kinds || ' ' LIKE '% ' || k.kind || ' %'))`);
    const rows = database.get('SELECT count(*) AS rows FROM reactions');
    database.close();
    deepEqual(wrong, []);
    ok(rows && integerOf(rows, 'rows') >= 6);
  });
});

describe('a form', () => {
  it('leads back to the stored address of the article, whatever it was called', async () => {
    for (const name of [oddId, 'https://partner.example/original']) {
      const answer = await sendForm(name, 'super');
      equal(answer.status, 303);
      equal(answer.headers.get('Location'), `${serving.origin}/articles/is-an-address`);
      equal(answer.headers.get('Cache-Control'), 'no-store');
    }
  });

  it('counts once for a reader, changes and withdraws', async () => {
    const before = await countsOf('article-030');
    await sendForm('article-030', 'super');
    await sendForm('article-030', 'super');
    equal(at(await countsOf('article-030'), 'reactions', 'super'), 1);
    await sendForm('article-030', 'sad');
    equal(at(await countsOf('article-030'), 'reactions', 'super'), undefined);
    await sendForm('article-030', 'super', 'another browser');
    deepEqual(
      [at(await countsOf('article-030'), 'reactions', 'sad'), at(await countsOf('article-030'), 'reactions', 'super')],
      [1, 1],
    );
    await sendForm('article-030', '');
    await sendForm('article-030', '', 'another browser');
    deepEqual(at(await countsOf('article-030'), 'reactions'), at(before, 'reactions'));
  });

  it('of the next day is that of somebody else: yesterday is forgotten', async () => {
    await sendForm('article-031', 'super');
    now += 86_400_000;
    await sendForm('article-031', 'super');
    equal(at(await countsOf('article-031'), 'reactions', 'super'), 2);
  });
});

describe('a hostile body', () => {
  const deep = '['.repeat(8_000) + ']'.repeat(8_000);
  const bodies: readonly (readonly [name: string, body: string | Uint8Array<ArrayBuffer>, status: number])[] = [
    ['SQL', JSON.stringify({article: "'; DROP TABLE articles; --", key: 'a'}), 404],
    ['NUL', JSON.stringify({article: 'article-001\0', key: 'a'}), 404],
    ['NUL in a key', JSON.stringify({article: 'article-001', key: 'a\0'}), 400],
    ['a lone surrogate', '{"article":"\\ud800","key":"a"}', 400],
    ['bytes that are no text', new Uint8Array([123, 0xff, 0xfe, 125]), 400],
    ['deep JSON', deep, 400],
    ['JSON 20,000 deep', '['.repeat(20_000) + ']'.repeat(20_000), 413],
    ['deep JSON in a member', `{"article":"article-001","key":"a","x":${'['.repeat(7_000)}${']'.repeat(7_000)}}`, 200],
    ['__proto__', '{"__proto__":{"article":"article-001","key":"a"}}', 400],
    ['__proto__ as the article', '{"article":"__proto__","key":"a"}', 200],
    ['a megabyte', JSON.stringify({article: 'x'.repeat(1_000_000), key: 'a'}), 413],
  ];
  for (const [name, body, status] of bodies) {
    it(`(${name}) is answered by ${String(status)}`, async () => {
      const headers = {'Content-Type': 'text/plain;charset=UTF-8'};
      const answer = await serving.ask('/views', {method: 'POST', body, headers});
      equal(answer.status, status);
    });
  }

  it('has left everything as it was', async () => {
    equal(Object.hasOwn(Object.prototype, 'article'), false);
    equal(at(await serving.json('/articles'), '_presslet', 'total'), 123);
    notEqual(await viewsOf('article-001'), 0);
  });

  it('without a length is cut off as well', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        if (sent > 1_048_576) controller.close();
        else controller.enqueue(new Uint8Array(65_536).fill(120));
      },
    });
    // Streams need `duplex`, which the types of fetch do not know. https://fetch.spec.whatwg.org/#dom-requestinit-duplex
    const init: RequestInit & {duplex: 'half'} = {method: 'POST', body: endless, duplex: 'half'};
    const answer = await serving.ask('/views', {...init, headers: {'Content-Type': 'text/plain'}});
    equal(answer.status, 413);
  });
});

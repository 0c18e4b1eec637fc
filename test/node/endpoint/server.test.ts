/** The server as a process: it starts from nothing, stops without losing an answer, and remembers nobody. */
import {deepEqual, equal, match, ok, rejects, throws} from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {request, type ClientRequest, type IncomingMessage} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {createInterface} from 'node:readline';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {text} from 'node:stream/consumers';
import {fileURLToPath} from 'node:url';

import {migrate, migrations} from '../../../demo/endpoint/src/storage/migrations.js';
import {SqliteStorage} from '../../../demo/endpoint/src/storage/sqlite.js';
import {at, jsonOf, query, refusesConnections, serve} from './serving.js';
import {oddId, seedOfTests} from './stock.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Running {
  readonly child: ChildProcess;
  readonly endpoint: string;
  readonly lines: readonly string[];
}

let folder: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'endpoint-'));
  children = [];
  writeFileSync(join(folder, 'seed.json'), JSON.stringify(seedOfTests(12)));
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, {recursive: true});
});

/** `presslet-endpoint serve` in a process of its own. */
const command = (...more: readonly string[]): ChildProcess => {
  const loader = ['--conditions=presslet-source', '--import=./test/tools/typescript.mjs'];
  const child = spawn(process.execPath, [...loader, 'demo/endpoint/src/cli.ts', ...more], {cwd: root});
  children.push(child);
  return child;
};

const run = async (port = '0', ...more: readonly string[]): Promise<Running> => {
  const files = ['--database', join(folder, 'test.sqlite'), '--seed', join(folder, 'seed.json')];
  const child = command('serve', '--port', port, ...files, ...more);
  ok(child.stdout && child.stderr);
  const lines: string[] = [];
  createInterface(child.stderr).on('line', (line) => lines.push(line));
  const endpoint = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(lines.join('\n'))));
    createInterface(child.stdout ?? process.stdin).on('line', (line) => {
      lines.push(line);
      const [, address] = /^listening at (.*)$/u.exec(line) ?? [];
      if (address !== undefined) resolve(address);
    });
  });
  return {child, endpoint, lines};
};

/** Sends a signal and waits for the end; the exit code. */
const end = async ({child}: Running, signal: NodeJS.Signals = 'SIGTERM'): Promise<unknown> => {
  const closed = once(child, 'close');
  child.kill(signal);
  await closed;
  return child.exitCode;
};

const sendForm = (endpoint: string, article: string): Promise<Response> =>
  fetch(`${endpoint}/reactions`, {
    method: 'POST',
    body: new URLSearchParams({article, reactions: 'like'}),
    redirect: 'manual',
    headers: {'User-Agent': 'a very special browser'},
  });

describe('a first start', () => {
  it('makes the database, fills it, and prints the address', async () => {
    const running = await run();
    match(running.endpoint, /^http:\/\/127\.0\.0\.1:\d+\/presslet$/u);
    const description: unknown = await (await fetch(running.endpoint)).json();
    equal(at(description, 'presslet'), 1);
    equal(await end(running), 0);
  });

  it('without a seed says what is missing, and opens no port', async () => {
    const child = command('serve', '--port', '0', '--database', join(folder, 'empty.sqlite'));
    ok(child.stderr);
    const [said] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    match(said, /The database is empty: give a seed/u);
    equal(child.exitCode, 1);
  });

  it('with a mistake in the seed names it, and leaves the database empty', async () => {
    writeFileSync(join(folder, 'seed.json'), JSON.stringify({...seedOfTests(1), language: 5}));
    await rejects(run(), /seed\.language is not a text/u);
    writeFileSync(join(folder, 'seed.json'), JSON.stringify(seedOfTests(1)));
    equal(await end(await run()), 0);
  });
});

describe('a restart', () => {
  it('keeps every number, and gives the same tags for the same data', async () => {
    const first = await run();
    const view = {method: 'POST', body: JSON.stringify({article: 'article-001', key: 'a'})};
    const counted: unknown = await (await fetch(`${first.endpoint}/views`, view)).json();
    const paths = ['', '/articles', '/counts?id=article-001', `/adjacent${query(['id', oddId])}`];
    const tags = async (endpoint: string): Promise<unknown[]> =>
      Promise.all(paths.map(async (path) => (await fetch(endpoint + path)).headers.get('ETag')));
    const before = await tags(first.endpoint);
    equal(await end(first, 'SIGINT'), 0);
    const second = await run(new URL(first.endpoint).port);
    deepEqual(await tags(second.endpoint), before);
    deepEqual(await (await fetch(`${second.endpoint}/views`, view)).json(), counted, 'the same key, still once');
    await end(second);
  });
});

describe('a stop', () => {
  it('answers what is under way, refuses what is new, and closes the database', async () => {
    const running = await run();
    const {sending, answer} = await beginView(running.endpoint);
    const exit = once(running.child, 'exit');
    running.child.kill('SIGTERM');
    await refusal(running.endpoint);
    sending.end('"key":"a"}');
    const response = await answer;
    deepEqual([response.statusCode, at(JSON.parse(await text(response)), 'views')], [200, 920]);
    deepEqual(await exit, [0, null]);
    deepEqual(readdirSync(folder).toSorted(), ['seed.json', 'test.sqlite'], 'the log was written back');
  });

  it('does not wait for ever', async () => {
    const serving = await serve({count: 3, patience: 50});
    const {answer} = await beginView(serving.endpoint);
    const cut = rejects(answer);
    await serving.stop();
    await cut;
    await refusesConnections(serving.endpoint);
  });
});

/** A view of which half is sent, once the server has begun to read it. */
const beginView = async (endpoint: string): Promise<{sending: ClientRequest; answer: Promise<IncomingMessage>}> => {
  const headers = {'Content-Type': 'text/plain', Expect: '100-continue'};
  const sending = request(`${endpoint}/views`, {method: 'POST', headers});
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    sending.once('response', resolve);
    sending.once('error', reject);
  });
  const begun = once(sending, 'continue');
  sending.flushHeaders();
  await begun;
  sending.write('{"article":"article-001",');
  return {sending, answer};
};

/** Asks until nobody answers: a signal takes a moment to arrive. */
const refusal = async (endpoint: string): Promise<void> => {
  for (;;) {
    const answer = await fetch(`${endpoint}/counts?id=closed`).catch(() => undefined);
    if (!answer) return;
    await answer.text();
  }
};

describe('a reader', () => {
  it('leaves no address and no browser in the database, its log or the lines of the server', async () => {
    const running = await run('0', '--host', '127.0.0.1');
    equal((await sendForm(running.endpoint, 'article-001')).status, 303);
    const body = JSON.stringify({article: 'article-002', key: 'a-key', site: 'partner.example'});
    await (await fetch(`${running.endpoint}/views`, {method: 'POST', body})).text();
    await (await fetch(`${running.endpoint}/counts?id=article-002`)).text();
    const files = readdirSync(folder).filter((name) => name.startsWith('test.sqlite'));
    ok(files.includes('test.sqlite-wal'), 'the write-ahead log is looked into as well');
    const held = files.map((name) => readFileSync(join(folder, name), 'latin1')).join('');
    ok(held.includes('partner.example'), 'what was written is there');
    equal(held.includes('127.0.0.1'), false);
    equal(held.includes('special browser'), false);
    equal(await end(running), 0);
    const said = running.lines.filter((line) => !line.startsWith('listening')).join('\n');
    match(said, /POST \/presslet\/reactions 303 .*GET \/presslet\/counts 200 /su);
    equal(/127\.0\.0\.1|special browser|\?/u.test(said), false);
  });
});

describe('pages beside the endpoint', () => {
  it('are served by the same server, and know where the endpoint is', async () => {
    const serving = await serve({
      count: 3,
      pages:
        ({endpoint, fetch: inside}) =>
        async (asked) => {
          const feed = await jsonOf(await inside(new Request(`${endpoint}/articles?limit=1`)));
          return new Response(`${new URL(asked.url).pathname} ${String(at(feed, 'items', 0, 'id'))}`);
        },
    });
    equal(await (await fetch(`${serving.origin}/article.html`)).text(), '/article.html article-000');
    equal((await fetch(`${serving.origin}/pressletter`)).status, 200, 'only whole path segments are the endpoint');
    equal((await fetch(`${serving.origin}/presslet/nothing`)).status, 404);
    await serving.stop();
  });
});

describe('a database', () => {
  it('is brought from nothing to the newest shape, once', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database);
    migrate(database);
    equal(at(database.prepare('PRAGMA user_version').get(), 'user_version'), migrations.length);
    migrate(database, [...migrations, 'CREATE TABLE later (a)']);
    equal(at(database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'later'").get(), 'n'), 1);
  });

  it('keeps its shape where a step fails', () => {
    const database = new DatabaseSync(':memory:');
    throws(() => migrate(database, [...migrations, 'CREATE TABLE later (a); nonsense']), /nonsense/u);
    equal(at(database.prepare('PRAGMA user_version').get(), 'user_version'), migrations.length);
    equal(at(database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'later'").get(), 'n'), 0);
  });

  it('of a newer program is left alone', () => {
    const file = join(folder, 'newer.sqlite');
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    throws(() => new SqliteStorage(file), /of version 99, this program knows/u);
  });

  it('that another process holds makes a write wait, and then say when to come again', async () => {
    const file = join(folder, 'busy.sqlite');
    const serving = await serve({count: 3, storage: new SqliteStorage(file, 10)});
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const busy = await serving.post('/views', {article: 'article-001', key: 'a'});
    deepEqual([busy.status, busy.headers.get('Retry-After'), at(await busy.json(), 'retry_after')], [503, '1', 1]);
    equal((await serving.ask('/articles')).status, 200, 'reading goes on');
    other.exec('COMMIT');
    other.close();
    equal((await serving.post('/views', {article: 'article-001', key: 'a'})).status, 200);
    await serving.stop();
  });
});

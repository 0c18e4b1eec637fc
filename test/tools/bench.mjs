// `npm run bench`: the build against what a developer would write by hand, in one Chromium, as ratios beside what the
// project promises. Ends with 0 whatever the figures are; only a benchmark that broke fails.
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';
import {articles} from '../bench/articles.js';
import {openChromium} from './chromium.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
if (!existsSync(join(root, 'dist/cdn/presslet.js'))) throw new Error('There is no build: run npm run build first.');
const {renderTeasers} = await import('../../dist/server.js');

const folders = {'/bench/': 'test/bench/', '/cdn/': 'dist/cdn/'};
const types = {'.js': 'text/javascript', '.html': 'text/html; charset=utf-8', '.css': 'text/css'};

const written = (count) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Written by the server</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/cdn/presslet.css"><script type="module" src="/bench/adopt.js"></script>
<body>${renderTeasers(articles(count), {wrap: {attributes: {limit: count}}})}</body></html>`;

const answer = (path) => {
  if (path.startsWith('/written/')) return {type: types['.html'], body: written(Number(path.slice(9)))};
  const folder = Object.keys(folders).find((each) => path.startsWith(each));
  const file = folder && join(root, folders[folder], normalize(path.slice(folder.length)));
  if (!file || !file.startsWith(join(root, folders[folder])) || !existsSync(file)) return undefined;
  return {type: types[extname(file)] ?? 'text/plain', body: readFileSync(file)};
};

/** Isolated from other origins, a page has a clock of 5 µs instead of 100. */
const isolation = {'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp'};

const server = createServer(({url}, response) => {
  const found = answer(new URL(url, 'http://localhost').pathname);
  response.writeHead(found ? 200 : 404, {...isolation, 'Content-Type': found?.type ?? 'text/plain'});
  response.end(found?.body ?? '');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await openChromium('--js-flags=--expose-gc');

const open = async (path = '/bench/page.html', ready = 'bench') => {
  const page = await browser.newPage();
  page.on('pageerror', ({message}) => console.error(`In the page: ${message}`));
  await page.setViewport({width: 800, height: 800});
  await page.goto(origin + path);
  await page.waitForFunction((name) => name in globalThis, {}, ready);
  return page;
};

/** Each time in a new page, because what ran before makes the next faster. */
const inNewPage = async (work, path, ready) => {
  const page = await open(path, ready);
  try {
    return await work(page, await page.createCDPSession());
  } finally {
    await page.close();
  }
};

const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1];
const times = async (count, work) => {
  const results = [];
  for (let time = 0; time < count; time++) results.push(await work());
  return results;
};

/** Memory that belongs to the renderers alone, in bytes. Only Linux tells. */
const rendererMemory = async () => {
  const system = await browser.target().createCDPSession();
  const {processInfo} = await system.send('SystemInfo.getProcessInfo');
  await system.detach();
  return processInfo
    .filter(({type}) => type === 'renderer')
    .map(({id}) => `/proc/${id}/smaps_rollup`)
    .filter(existsSync)
    .reduce((sum, file) => sum + 1024 * Number(/Private_Dirty:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0), 0);
};

const memoryOf = (name, count) =>
  inNewPage(async (page, client) => {
    const collected = async () => {
      for (let time = 0; time < 2; time++) {
        await client.send('HeapProfiler.collectGarbage');
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      return rendererMemory();
    };
    await page.evaluate((rows) => globalThis.bench.prepare(rows), count);
    const before = await collected();
    await page.evaluate((each) => globalThis.bench.keep(each), name);
    return (await collected()) - before;
  });

const slowed = async (client) => client.send('Emulation.setCPUThrottlingRate', {rate: 4});

const tasksOf = (name, count) =>
  inNewPage(async (page, client) => {
    await slowed(client);
    return page.evaluate((each, rows) => globalThis.bench.tasks(each, rows), name, count);
  });

const lines = [];
/** @param isMet - Undefined where nothing was promised. */
const tell = (figure, value, promise = '', isMet = undefined) => {
  lines.push({figure, value, promise, met: isMet === undefined ? '' : isMet ? 'yes' : 'NO'});
  console.error(`${figure}: ${value}`);
};
const ratio = (one, other) => one / other;
const shown = (number) => number.toFixed(2);
const list = (tasks) => (tasks.length > 0 ? tasks.map((task) => `${task} ms`).join(', ') : 'none');

const speed = async () => {
  const changes = {};
  for (const [count, rounds] of [
    [10, 25],
    [100, 15],
    [1000, 9],
    [5000, 5],
  ]) {
    const {presslet, clone} = await inNewPage((page) =>
      page.evaluate((...args) => globalThis.bench.compare(...args), count, rounds),
    );
    changes[count] = presslet.change;
    for (const what of ['script', 'layout', 'ready']) {
      const value = ratio(presslet[what], clone[what]);
      const isPromised = count === 1000 && what === 'ready';
      const name = {script: 'all rows placed', layout: 'all rows placed and laid out', ready: 'ready'}[what];
      const text = `${shown(value)} × clone (${presslet[what].toFixed(1)} : ${clone[what].toFixed(1)} ms)`;
      tell(`${count} rows, ${name}`, text, ...(isPromised ? ['≤ 0.45', value <= 0.45] : []));
    }
    const text = `${presslet.change.toFixed(3)} ms, ${shown(ratio(presslet.change, clone.change))} × clone`;
    tell(`${count} rows, one number changed, with layout`, text);
  }
  const value = ratio(changes[5000], changes[10]);
  tell('one number changed, 5,000 : 10 rows', shown(value), '≤ 3', value <= 3);
};

const memory = async () => {
  const presslet = median(await times(3, () => memoryOf('presslet', 5000)));
  const clone = median(await times(3, () => memoryOf('clone', 5000)));
  if (clone <= 0) return tell('5,000 rows, memory of the renderer', 'this system does not tell', '≤ 0.5');
  const value = ratio(presslet, clone);
  const text = `${shown(value)} × clone (${(presslet / 1e6).toFixed(1)} : ${(clone / 1e6).toFixed(1)} MB)`;
  return tell('5,000 rows, memory of the renderer', text, '≤ 0.5', value <= 0.5);
};

/** Of several runs the one in the middle, by its longest task. */
const middle = (runs) => [...runs].sort((one, other) => Math.max(0, ...one) - Math.max(0, ...other))[runs.length >> 1];

const longTasks = async () => {
  for (const count of [100, 1000]) {
    for (const name of ['presslet', 'clone']) {
      const runs = await times(3, () => tasksOf(name, count));
      for (const [index, which] of ['first', 'next'].entries()) {
        const tasks = middle(runs.map((run) => run[index]));
        const promise = name === 'presslet' ? ['none', tasks.length === 0] : [];
        tell(`${count} rows, long tasks at 4 × slowdown, ${name}, ${which} list of a page`, list(tasks), ...promise);
      }
    }
  }
};

const adopting = async () => {
  for (const rate of [1, 4]) {
    const result = await inNewPage(
      async (page, client) => {
        if (rate > 1) await slowed(client);
        return page.evaluate(() => globalThis.adopt());
      },
      '/written/1000',
      'adopt',
    );
    const name = `1,000 rows of the server${rate > 1 ? ', at 4 × slowdown' : ''}`;
    tell(`${name}, elements replaced`, `${result.replaced} of ${result.elements}`, '0', result.replaced === 0);
    tell(`${name}, long tasks, the library's loading included`, list(result.tasks), 'none', result.tasks.length === 0);
    tell(`${name}, layout shift`, result.shift.toFixed(4), '0', result.shift === 0);
    tell(`${name}, ready after`, `${Math.round(result.ready)} ms`);
  }
};

const width = (name) => Math.max(name.length, ...lines.map((line) => line[name].length));
const print = () => {
  const names = ['figure', 'value', 'promise', 'met'];
  const widths = names.map(width);
  const row = (cells) => cells.map((cell, index) => cell.padEnd(widths[index])).join('  ');
  console.log(`\n${row(names)}\n${row(widths.map((each) => '─'.repeat(each)))}`);
  for (const line of lines) console.log(row(names.map((name) => line[name])));
};

try {
  console.error(`${await browser.version()}, medians; ratios compare within this run alone`);
  for (const part of [speed, memory, longTasks, adopting]) await part();
  print();
} finally {
  await browser.close();
  server.close();
}

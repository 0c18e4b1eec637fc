// What `npm test` runs: sets the browsers up, builds, then the tests in Node, in the browsers and end to end. The last
// line is `N passed, N failed`. A suite without tests is a failure, and so is a test that was switched off.
// `npm run test:long` runs test/long instead. Suites can be named: node test/tools/run.mjs node browser e2e
import {spawn} from 'node:child_process';
import {globSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import {fileURLToPath} from 'node:url';
import {setUpBrowsers} from './browsers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
process.env.PATH = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;

const children = new Set();
process.on('exit', () => children.forEach((child) => child.kill()));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

/** Runs a program with its output on ours; resolves to its exit code. */
const program = (name, args, env = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(name, args, {stdio: 'inherit', env: {...process.env, ...env}});
    children.add(child);
    child.once('error', reject);
    child.once('exit', (code) => {
      children.delete(child);
      resolve(code ?? 1);
    });
  });

const nothing = () => ({passed: 0, failed: 0, skipped: 0});

/** Tests of node:test, each file in a process of its own. */
const inNode = async (patterns, env, concurrency) => {
  const files = globSync(patterns, {exclude: ['**/node_modules/**']}).sort();
  if (files.length === 0) return nothing();
  Object.assign(process.env, env);
  const execArgv = ['--conditions=presslet-source', '--import=./test/tools/typescript.mjs', '--no-warnings'];
  const totals = nothing();
  const stream = run({files, concurrency, execArgv, timeout: 600_000});
  const counted = (kind) => (test) => {
    if (test.details.type === 'suite') return;
    if (test.skip !== undefined || test.todo !== undefined) totals.skipped++;
    else totals[kind]++;
  };
  stream.on('test:pass', counted('passed'));
  stream.on('test:fail', counted('failed'));
  const output = stream.compose(spec());
  output.pipe(process.stdout, {end: false});
  await new Promise((resolve) => output.once('end', resolve));
  return totals;
};

const inBrowsers = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'presslet-'));
  const file = join(folder, 'results.json');
  try {
    const code = await program('wtr', ['--config', 'test/tools/web-test-runner.config.mjs'], {PRESSLET_RESULTS: file});
    const results = Object.entries(JSON.parse(readFileSync(file, 'utf8')));
    if (code !== 0 && results.every(([, {failed}]) => failed === 0))
      results.push(['browser runner', {...nothing(), failed: 1}]);
    return results;
  } catch (error) {
    console.error(`The browser tests ended without results: ${error.message}`);
    return [['browsers', {...nothing(), failed: 1}]];
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
};

const stop = (message) => {
  console.error(message);
  process.exit(1);
};

const browsersOrStop = () => {
  try {
    return setUpBrowsers();
  } catch (error) {
    return stop(error.message);
  }
};

const {found} = browsersOrStop();
const environment = {CHROME_PATH: found.chromium.program};

const suites = {
  node: async () => [['node', await inNode(['test/node/**/*.test.ts', 'demo/endpoint/**/*.test.ts'], environment, 2)]],
  browser: inBrowsers,
  e2e: async () => [['end to end', await inNode(['test/e2e/**/*.test.ts'], environment, 1)]],
  long: async () => [['long', await inNode(['test/long/**/*.test.ts'], environment, 1)]],
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !Object.hasOwn(suites, name));
if (unknown.length > 0) stop(`There are the suites ${Object.keys(suites).join(', ')}; not ${unknown.join(', ')}.`);

const results = [];
const timed = async (title, work) => {
  const start = performance.now();
  console.log(`\n── ${title}`);
  await work();
  console.log(`── ${title}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
};

await timed('build', async () => {
  if ((await program('npm', ['run', 'build', '--silent'])) !== 0) results.push(['build', {...nothing(), failed: 1}]);
});
for (const name of named.length > 0 ? named : ['node', 'browser', 'e2e']) {
  await timed(name, async () => results.push(...(await suites[name]())));
}

console.log('');
let passed = 0;
let failed = 0;
for (const [name, totals] of results) {
  const isEmpty = totals.passed + totals.failed + totals.skipped === 0;
  const notes = [isEmpty && 'no tests at all', totals.skipped > 0 && `${totals.skipped} switched off`].filter(Boolean);
  console.log(`${name}: ${[`${totals.passed} passed`, `${totals.failed} failed`, ...notes].join(', ')}`);
  passed += totals.passed;
  failed += totals.failed + totals.skipped + (isEmpty ? 1 : 0);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

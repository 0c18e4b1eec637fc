// The pages of test/elements/one-number.test.ts, four hundred instead of forty-two, in a real Chromium.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {it} from 'node:test';

const root = resolve(import.meta.dirname, '../..');

/** Plays these seeds in each of the three renderings; answers what the runner counted. */
const play = async (seeds: string): Promise<unknown> => {
  const folder = mkdtempSync(join(tmpdir(), 'presslet-'));
  const results = join(folder, 'results.json');
  const files = ['--config', 'test/tools/web-test-runner.config.mjs', '--files', 'test/elements/one-number.test.ts'];
  const runner = spawn(process.execPath, [join(root, 'node_modules/@web/test-runner/dist/bin.js'), ...files], {
    cwd: root,
    env: {...process.env, BROWSERS: 'chromium', PRESSLET_SEEDS: seeds, PRESSLET_RESULTS: results},
    stdio: 'inherit',
  });
  try {
    await new Promise((ended) => runner.once('exit', ended));
    return JSON.parse(readFileSync(results, 'utf8'));
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
};

// A run has two minutes: so many pages fit into one.
for (const seeds of ['101-134', '135-168', '169-202', '203-236']) {
  it(`no article has two numbers, orders ${seeds}`, async () => {
    assert.deepEqual(await play(seeds), {chromium: {passed: 3 * 34, failed: 0, skipped: 0}});
  });
}

// What only a page's own rows and templates need is not on the way to the first rendering of ours.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {dirname, relative, resolve} from 'node:path';
import {describe, it} from 'node:test';

const src = resolve(import.meta.dirname, '../../src');

/** Modules that come with this one: not those that are imported by a call, and no mere types. */
const cameWith = (path: string, known = new Set<string>()): ReadonlySet<string> => {
  known.add(path);
  const text = readFileSync(path, 'utf8');
  for (const [, specifier = ''] of text.matchAll(/^(?:import|export)\s(?!type\s)[^;]*?'(\.[^']+)\.js';/gm)) {
    const next = resolve(dirname(path), `${specifier}.ts`);
    if (!known.has(next)) cameWith(next, known);
  }
  return known;
};

const modulesOf = (entry: string): readonly string[] =>
  [...cameWith(resolve(src, entry))].map((path) => relative(src, path)).sort();

const ours = ['fields', 'find', 'icons', 'keep', 'keyed', 'layouts', 'marked', 'prepare', 'write'];

describe('the row mechanism', () => {
  it('comes with the elements as far as our own rows need it', () => {
    const rows = modulesOf('define.ts').filter((path) => path.startsWith('rows/'));
    assert.deepEqual(
      rows,
      ours.map((name) => `rows/${name}.ts`),
    );
  });

  it('comes whole with the server, which writes the templates of pages', () => {
    const modules = modulesOf('server.ts');
    for (const name of ['whole', 'careful', 'reactions']) assert.ok(modules.includes(`rows/${name}.ts`), name);
  });
});

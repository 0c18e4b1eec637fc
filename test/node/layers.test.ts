// Where code may live: who imports whom, no cycles, nothing of a browser touched while a module loads.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {globSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {describe, it} from 'node:test';
import {promisify} from 'node:util';
import {importsOf, problemsOf} from '../tools/imports.js';
import type {Layers} from '../tools/imports.js';

/** The table of CONTRIBUTING.md: folder of src → what its modules may import besides each other. */
const layers: Layers = {
  model: [],
  net: ['model'],
  i18n: ['model'],
  rows: ['model', 'i18n'],
  adapters: ['model', 'net'],
  store: ['model'],
  dom: ['model', 'store', 'i18n', 'rows', 'adapters/registry', 'lit'],
  elements: ['model', 'dom', 'rows', 'i18n', 'lit'],
  server: ['model', 'rows', 'i18n'],
  '': ['model', 'net', 'i18n', 'rows', 'adapters', 'store', 'dom', 'elements', 'server', 'lit'],
};

const root = resolve(import.meta.dirname, '../..');
const paths = globSync('**/*.ts', {cwd: join(root, 'src')}).sort();

const sources = new Map(paths.map((path) => [path, readFileSync(join(root, 'src', path), 'utf8')]));

/** Entry points whose purpose is to register; package.json names them as having side effects. */
const registering = (): readonly string[] => {
  const {sideEffects} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {sideEffects: string[]};
  return sideEffects.filter((path) => path.startsWith('./src/')).map((path) => path.replace('./src/', ''));
};

const node = async (...args: readonly string[]): Promise<string> => {
  const options = [
    '--conditions=presslet-source',
    `--import=${join(root, 'test/tools/typescript.mjs')}`,
    '--no-warnings',
  ];
  const {stdout} = await promisify(execFile)(process.execPath, [...options, ...args], {cwd: root});
  return stdout;
};

const importProblems = async (files: readonly string[]): Promise<unknown> =>
  JSON.parse(await node(join(root, 'test/tools/import-all.mjs'), ...files));

describe('the layers of src', () => {
  it('has modules to look at', () => {
    assert.ok(paths.length > 0);
  });

  it('has no forbidden arrow and no cycle', () => {
    assert.deepEqual(problemsOf(sources, layers), []);
  });

  it('stands in CONTRIBUTING.md as it is tested here', () => {
    const written = layersOf(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'));
    const tested = new Map(Object.entries(layers).filter(([folder]) => folder !== ''));
    assert.deepEqual(
      new Map([...written].map(([folder, names]) => [folder, [...names].sort()])),
      new Map([...tested].map(([folder, names]) => [folder, [...names].sort()])),
    );
  });
});

/** The rows of the Markdown table with a column "may import": | `src/dom/` | … | `model`, `store` | */
const layersOf = (markdown: string): ReadonlyMap<string, readonly string[]> => {
  const rows = markdown.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const column = rows.find((cells) => cells.includes('may import'))?.indexOf('may import') ?? -1;
  const found = new Map<string, readonly string[]>();
  for (const cells of rows) {
    const folder = /^`src\/(\w+)\/`$/.exec(cells[1] ?? '')?.[1];
    if (folder === undefined || column < 0) continue;
    const text = (cells[column] ?? '').replaceAll('`', '');
    found.set(folder, text === 'nothing' ? [] : text.split(/,\s*/));
  }
  return found;
};

describe('the check of the layers', () => {
  const check = (files: Readonly<Record<string, string>>): readonly string[] =>
    problemsOf(new Map(Object.entries(files)), layers);

  it('lets allowed arrows pass', () => {
    const files = {
      'model/a.ts': '',
      'adapters/registry.ts': "import type {A} from '../model/a.js';",
      'dom/b.ts': "import {html} from 'lit';\nimport {open} from '../adapters/registry.js';",
      'define.ts': "import './dom/b.js';\nimport {repeat} from 'lit/directives/repeat.js';",
    };
    assert.deepEqual(check(files), []);
  });

  it('finds a forbidden arrow, however it is written', () => {
    for (const arrow of [
      "import {b} from '../store/b.js';",
      "import type {B} from '../store/b.js';",
      "export * from '../store/b.js';",
      "const load = () => import('../store/b.js');",
      "type B = import('../store/b.js').B;",
    ]) {
      const problems = check({'model/a.ts': arrow, 'store/b.ts': ''});
      assert.deepEqual(problems, ['model/a.ts must not import store/b.ts'], arrow);
    }
  });

  it('lets dom open a provider by the registry alone', () => {
    const files = {'dom/a.ts': "import {b} from '../adapters/presslet.js';", 'adapters/presslet.ts': ''};
    assert.deepEqual(check(files), ['dom/a.ts must not import adapters/presslet.ts']);
  });

  it('finds a module that imports an entry point', () => {
    const files = {'elements/a.ts': "import {b} from '../index.js';", 'index.ts': ''};
    assert.deepEqual(check(files), ['elements/a.ts must not import index.ts']);
  });

  it('finds a package, Lit below the elements included', () => {
    assert.deepEqual(check({'elements/a.ts': "import 'lit-html';"}), ['elements/a.ts must not import lit-html']);
    assert.deepEqual(check({'rows/a.ts': "import {html} from 'lit';"}), ['rows/a.ts must not import lit']);
    assert.deepEqual(check({'net/a.ts': "import fs from 'node:fs';"}), ['net/a.ts must not import node:fs']);
  });

  it('finds what it cannot follow', () => {
    assert.deepEqual(check({'net/a.ts': 'const load = (name: string) => import(name);'}), [
      'net/a.ts must not import …',
    ]);
    assert.deepEqual(check({'net/a.ts': "import './b.js';"}), ['net/a.ts: no ./b.js']);
    assert.deepEqual(check({'net/a.ts': "import './b.ts';", 'net/b.ts': ''}), ['net/a.ts: no ./b.ts']);
    assert.deepEqual(check({'other/a.ts': "import './b.js';", 'other/b.ts': ''}), [
      'other/a.ts: the folder other has no layer',
    ]);
  });

  it('finds a cycle, also of types, also within a folder', () => {
    const files = {
      'model/a.ts': "import type {B} from './b.js';",
      'model/b.ts': "export {c} from './c.js';",
      'model/c.ts': "import {a} from './a.js';",
    };
    assert.deepEqual(check(files), ['cycle: model/a.ts → model/b.ts → model/c.ts → model/a.ts']);
  });

  it('does not take a text for an import', () => {
    assert.deepEqual(importsOf('a.ts', "// import './x.js'\nconst text = `import './y.js'`;"), []);
  });
});

describe('importing src in Node', () => {
  it('touches no global of a browser', async () => {
    const quiet = paths.filter((path) => !registering().includes(path)).map((path) => join(root, 'src', path));
    assert.deepEqual(await importProblems(quiet), []);
  });

  it('lets even a registering module load without an error', async () => {
    const files = registering().map((path) => join(root, 'src', path));
    const lines = files.map((file) => `await import(${JSON.stringify(file)});`);
    assert.equal(await node('--input-type=module', '--eval', lines.join('')), '');
  });

  it('finds a module that does touch one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'presslet-layers-'));
    try {
      const file = join(folder, 'rude.mjs');
      writeFileSync(file, "export const isDark = typeof matchMedia === 'function';");
      assert.deepEqual(await importProblems([file]), [`${file}: touches matchMedia at import`]);
    } finally {
      rmSync(folder, {recursive: true});
    }
  });
});

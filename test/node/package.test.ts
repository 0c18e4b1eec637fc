// What is published is what package.json, the lock file and the README say it is. Looks at the build in dist/.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {existsSync, globSync, readFileSync} from 'node:fs';
import {basename, join, resolve} from 'node:path';
import {before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {measureSizes} from '../tools/sizes.mjs';
import type {Size} from '../tools/sizes.mjs';

const root = resolve(import.meta.dirname, '../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The part of package.json that is looked at here. */
interface Package {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, unknown>>>>;
  readonly files: readonly string[];
  readonly sideEffects: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly presslet: {readonly budgets: Readonly<Record<string, number>>};
}

const manifest = JSON.parse(text('package.json')) as Package;

/** Every address below an export, whatever its conditions. */
const targetsOf = (target: unknown): readonly string[] => {
  if (typeof target === 'string') return [target];
  return typeof target === 'object' && target !== null ? Object.values(target).flatMap(targetsOf) : [];
};

describe('package.json', () => {
  it('exports only files that are there, types first', () => {
    for (const [name, target] of Object.entries(manifest.exports)) {
      for (const path of targetsOf(target)) assert.ok(existsSync(join(root, path)), `${name}: ${path}`);
      if (typeof target !== 'string')
        assert.deepEqual(Object.keys(target), ['types', 'presslet-source', 'default'], name);
    }
  });

  it('names every entry point of src but the one for the script tag', () => {
    const exported = new Set(Object.values(manifest.exports).flatMap(targetsOf));
    for (const path of globSync('src/*.ts', {cwd: root}).filter((path) => path !== 'src/cdn.ts')) {
      assert.ok(exported.has(`./${path}`), path);
    }
  });

  it('resolves each entry point to the build, and with our condition to the source', async () => {
    const names = Object.keys(manifest.exports).map((name) => name.replace('.', 'presslet'));
    for (const [condition, folder] of [
      ['--conditions=presslet-source', 'src'],
      ['--no-warnings', 'dist'],
    ] as const) {
      const code = `console.log(JSON.stringify(${JSON.stringify(names)}.map((name) => import.meta.resolve(name))))`;
      const {stdout} = await promisify(execFile)(process.execPath, [condition, '--input-type=module', '--eval', code], {
        cwd: root,
      });
      for (const address of JSON.parse(stdout) as string[]) {
        assert.match(address, address.endsWith('.json') ? /\/dist\// : new RegExp(`/${folder}/\\w+\\.[jt]s$`));
      }
    }
  });

  it('depends on Lit alone, and pins every version', () => {
    assert.deepEqual(Object.keys(manifest.dependencies), ['lit']);
    const endpoint = JSON.parse(text('demo/endpoint/package.json')) as Package;
    const versions = Object.entries({...manifest.dependencies, ...manifest.devDependencies, ...endpoint.dependencies});
    for (const [name, version] of versions) assert.match(version, /^(npm:\S+@)?\d+\.\d+\.\d+$|^file:/, name);
  });

  it('names as having side effects only files that are there and register something', () => {
    for (const path of manifest.sideEffects.filter((path) => path.startsWith('./src/'))) {
      assert.ok(existsSync(join(root, path)), path);
      assert.match(text(path), /\bdefine\w*\b/, path);
    }
  });
});

describe('package-lock.json', () => {
  it('names no host and no address', () => {
    const lock = JSON.parse(text('package-lock.json')) as {
      packages: Record<string, {resolved?: string; link?: boolean}>;
    };
    assert.doesNotMatch(text('package-lock.json'), /https?:/);
    const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined && !entry.link);
    assert.deepEqual(resolved, []);
  });
});

/** Content blockers hide or block what carries these words (design: names). Whole words, also within camelCase. */
const blocked = /(?<![a-z])(share|social|counter|track|tracking|analytics|ads|like|ping|beacon)(?![a-z])/i;
const wordsOf = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1-$2');

describe('names', () => {
  it('keep clear of content blockers in files', () => {
    const files = globSync(['src/**/*', 'dist/**/*', 'demo/**/*'], {cwd: root, exclude: ['**/node_modules/**']});
    assert.ok(files.some((path) => path.startsWith('dist/')));
    assert.deepEqual(
      files.filter((path) => blocked.test(wordsOf(basename(path)))),
      [],
    );
  });

  it('keep clear of content blockers in exports', async () => {
    const names = await Promise.all(
      ['index', 'server', 'adapters', 'i18n'].map(async (entry) =>
        Object.keys((await import(join(root, `dist/${entry}.js`))) as object),
      ),
    );
    assert.deepEqual(
      names.flat().filter((name) => blocked.test(wordsOf(name))),
      [],
    );
  });

  it('are told apart from words that only contain one', () => {
    assert.ok(['ads.ts', 'press-counter', 'viewCounter', 'like-button'].every((name) => blocked.test(wordsOf(name))));
    assert.ok(['headless.ts', 'mapping.ts', 'loads', 'readsFeed'].every((name) => !blocked.test(wordsOf(name))));
  });
});

/** `<!-- size:NAME -->16.2 kB<!-- /size -->` in a text, name → kilobytes. */
const sizesIn = (markdown: string): ReadonlyMap<string, number> => {
  const markers = markdown.matchAll(/<!--\s*size:(.+?)\s*-->\s*([\d.]+)\s*kB\s*<!--\s*\/size\s*-->/g);
  return new Map(Array.from(markers, ([, name = '', kilobytes]) => [name, Number(kilobytes)]));
};

describe('sizes', () => {
  let sizes: readonly Size[] = [];
  before(async () => {
    sizes = await measureSizes();
  });

  it('stay within the budgets', () => {
    const {budgets} = manifest.presslet;
    for (const {name, bytes, budget} of sizes) {
      if (budget !== undefined)
        assert.ok(bytes <= (budgets[budget] ?? 0), `${name}: ${bytes} of ${budgets[budget] ?? 0}`);
    }
    const measured = new Set(sizes.map(({budget}) => budget));
    assert.deepEqual(
      Object.keys(budgets).filter((budget) => !measured.has(budget)),
      [],
    );
  });

  it('are those of the README, to a tenth of a kilobyte', () => {
    const readme = text('README.md');
    const written = sizesIn(readme);
    assert.equal(written.size, readme.split('<!-- size:').length - 1, 'a marker is not written as it should be');
    for (const name of ['source + teasers + views', 'teasers', 'views']) {
      assert.ok(written.has(name), `README.md lacks <!-- size:${name} -->… kB<!-- /size -->`);
    }
    for (const [name, kilobytes] of written) {
      const size = sizes.find((size) => size.name === name);
      assert.ok(size, `README.md tells the size of ${name}, which is not measured`);
      assert.ok(
        Math.abs(size.bytes / 1000 - kilobytes) <= 0.1,
        `README.md: ${name} ${kilobytes} kB, measured ${size.bytes}`,
      );
    }
  });

  it('are read from markers', () => {
    const markdown =
      'only <!-- size:views -->1.5 kB<!-- /size -->, <!-- size:source + teasers + views -->16 kB<!-- /size -->';
    assert.deepEqual(
      [...sizesIn(markdown)],
      [
        ['views', 1.5],
        ['source + teasers + views', 16],
      ],
    );
  });
});

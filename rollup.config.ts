// Two builds of the same sources: unbundled modules with declarations for npm (Lit stays outside), and one minified
// module with Lit inside for a script tag, with what is needed later in chunks beside it.
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import MagicString from 'magic-string';
import type {GetModuleInfo, Plugin, RollupOptions} from 'rollup';

const entries = ['index', 'define', 'teasers', 'views', 'reactions', 'nav', 'source', 'server', 'adapters', 'i18n'];

const compile = (outDir: string, declaration: boolean) =>
  typescript({
    tsconfig: 'test/tools/tsconfig.src.json',
    compilerOptions: {
      noEmit: false,
      outDir,
      rootDir: resolve('src'),
      declaration,
      declarationMap: declaration,
      sourceMap: true,
    },
  });

/** Comments and needless white space go from the style sheets, the css-tagged literals; text in quotes stays. */
const compress = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/("[^"]*"|'[^']*')|\s+/g, (_, quoted?: string) => quoted ?? ' ')
    .replace(/("[^"]*"|'[^']*')|\s?([{};,])\s?/g, (_, quoted?: string, mark?: string) => quoted ?? mark ?? '')
    .replaceAll(';}', '}');

const styles = (): Plugin => ({
  name: 'styles',
  transform(code) {
    if (!/\bcss\s*`/.test(code)) return null;
    const text = new MagicString(code);
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if (isStyle(node)) for (const {start, end} of node.quasi.quasis) replace(text, start, end);
      Object.values(node).forEach(visit);
    };
    visit(this.parse(code));
    return text.hasChanged() ? {code: text.toString(), map: text.generateMap({hires: 'boundary'})} : null;
  },
});

interface Style {
  readonly quasi: {readonly quasis: readonly {readonly start: number; readonly end: number}[]};
}

const isStyle = (node: object): node is Style =>
  'type' in node &&
  node.type === 'TaggedTemplateExpression' &&
  'tag' in node &&
  typeof node.tag === 'object' &&
  node.tag !== null &&
  'name' in node.tag &&
  node.tag.name === 'css';

const replace = (text: MagicString, start: number, end: number): void => {
  const compressed = compress(text.slice(start, end));
  if (start < end && compressed !== text.slice(start, end)) text.update(start, end, compressed);
};

/**
 * Lit makes its Trusted Types policy when it loads, under its own name and unguarded: under `trusted-types 'none'` the
 * module throws. The single file brings its own policy (src/dom/policy.ts) in its place. Exactly one expression of Lit
 * is replaced; when a version of Lit words it otherwise, the build fails here and not on a page.
 */
const ownPolicy = (): Plugin => {
  const made = /(\w+)\s*\?\s*\1\.createPolicy\("lit-html",\s*\{\s*createHTML:\s*(\w+)\s*=>\s*\2\s*\}\)\s*:\s*void 0/g;
  let replaced = 0;
  return {
    name: 'own-policy',
    buildStart() {
      replaced = 0;
    },
    transform(code, id) {
      if (!/[\\/]lit-html[\\/]lit-html\.js$/.test(id)) return null;
      const found = [...code.matchAll(made)];
      const [call] = found;
      if (found.length !== 1 || !call || code.split('createPolicy').length !== 2)
        return this.error('lit-html.js does not make its policy as expected: look at it and mend ownPolicy');
      replaced++;
      const text = new MagicString(code);
      text.update(call.index, call.index + call[0].length, 'pressletPolicy');
      text.prepend(`import {policy as pressletPolicy} from ${JSON.stringify(resolve('src/dom/policy.ts'))};`);
      return {code: text.toString(), map: text.generateMap({hires: 'boundary'})};
    },
    buildEnd(error) {
      if (!error && replaced !== 1) this.error(`Lit's policy was replaced ${replaced} times`);
    },
  };
};

/** The theme of light-DOM renderings is a plain file, for the page to link. */
const theme = (): Plugin => ({
  name: 'theme',
  writeBundle() {
    mkdirSync('dist/cdn', {recursive: true});
    writeFileSync('dist/cdn/presslet.css', compress(readFileSync('src/presslet.css', 'utf8')));
  },
});

/** Chunks carry a hash in their names: what an earlier build left would be published beside them. */
const clean = (): Plugin => ({
  name: 'clean',
  buildStart() {
    rmSync('dist', {recursive: true, force: true});
  },
});

const npm: RollupOptions = {
  input: entries.map((name) => `src/${name}.ts`),
  external: /^lit(\/|$)/,
  output: {dir: 'dist', format: 'es', sourcemap: true, preserveModules: true, preserveModulesRoot: 'src'},
  plugins: [clean(), compile('dist', true), styles()],
};

/** The modules named `later-parts`, and what nobody else imports. */
const isForLater = (id: string, getModuleInfo: GetModuleInfo): boolean => {
  if (/[\\/]later-parts\.ts$/.test(id)) return true;
  const {importers = [], dynamicImporters = []} = getModuleInfo(id) ?? {};
  const isOnlyThere = importers.length > 0 && dynamicImporters.length === 0;
  return isOnlyThere && importers.every((importer) => isForLater(importer, getModuleInfo));
};

const cdn: RollupOptions = {
  input: {presslet: 'src/cdn.ts'},
  // Chunks import from the entry itself: a facade before it would cost every page one request more, in a row.
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: 'dist/cdn',
    format: 'es',
    sourcemap: true,
    chunkFileNames: '[name]-[hash].js',
    // What lists want after their first rendering comes in one request.
    onlyExplicitManualChunks: true,
    manualChunks: (id, {getModuleInfo}) => (isForLater(id, getModuleInfo) ? 'later' : undefined),
  },
  plugins: [
    ownPolicy(),
    nodeResolve({exportConditions: ['production', 'browser', 'import']}),
    compile('dist/cdn', false),
    styles(),
    terser({ecma: 2022, module: true, compress: {passes: 3}}),
    theme(),
  ],
};

export default [npm, cdn];

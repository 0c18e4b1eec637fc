// What a reader's browser loads, in bytes after gzip -9, measured on the build in dist/. Run as a program it prints the
// table and fails where a budget of package.json ("presslet" → "budgets") is exceeded. 1 kB is 1,000 bytes.
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {rollup} from 'rollup';
import {parseAst} from 'rollup/parseAst';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const cdn = join(dist, 'cdn');

const widgets = ['teasers', 'views', 'reactions', 'nav'];
const entries = ['source', ...widgets];

const gzipped = (text) => gzipSync(text, {level: 9}).length;
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The files that a module needs before it runs: itself and what it imports statically. */
const eagerFiles = (file, seen = new Set()) => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const {type, source} of parseAst(readFileSync(file, 'utf8')).body) {
    const isStatic = type === 'ImportDeclaration' || type.startsWith('Export');
    if (isStatic && source?.value.startsWith('.')) eagerFiles(join(dirname(file), source.value), seen);
  }
  return seen;
};

/** Entries of the npm build as a bundler with Lit elsewhere would put them into a page; chunks for later left out. */
const bundled = (...names) => bundle(names, {external: /^lit(\/|$)/});

/** The same with Lit inside. */
const bundledWithLit = (...names) =>
  bundle(names, {plugins: [nodeResolve({exportConditions: ['production', 'browser', 'import']})]});

const bundle = async (names, {external = [], plugins = []}) => {
  const input = '\0entries';
  const build = await rollup({
    input,
    external,
    plugins: [
      ...plugins,
      {
        name: 'entries',
        resolveId: (id) => (id === input ? id : null),
        load: (id) => (id === input ? names.map((name) => `import '${join(dist, name)}.js';`).join('\n') : null),
      },
    ],
  });
  const {output} = await build.generate({
    format: 'es',
    plugins: [terser({ecma: 2022, module: true, compress: {passes: 3}})],
  });
  await build.close();
  const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
  const eager = (name, seen = new Set()) => {
    const chunk = chunks.get(name);
    if (!chunk || seen.has(chunk)) return seen;
    seen.add(chunk);
    for (const other of chunk.imports) eager(other, seen);
    return seen;
  };
  const entry = output.find((chunk) => chunk.isEntry);
  return sum([...eager(entry.fileName)].map(({code}) => gzipped(code)));
};

/** A chunk made of messages alone. */
const isLanguage = (file) =>
  JSON.parse(readFileSync(`${file}.map`, 'utf8')).sources.every((source) => /\bsrc\/i18n\//.test(source));

/** Rows of {name, bytes, budget?}; `budget` is a key of the budgets. */
export const measureSizes = async () => {
  const eager = eagerFiles(join(cdn, 'presslet.js'));
  const files = [...eager].map((file) => readFileSync(file));
  const rows = [
    {
      name: 'source + teasers + views',
      bytes: await bundledWithLit('source', 'teasers', 'views'),
      budget: 'source + teasers + views',
    },
    {name: 'all five', bytes: sum(files.map(gzipped)), budget: 'all five'},
  ];
  for (const name of entries) rows.push({name, bytes: await bundled(name), budget: 'single widget'});
  const teasers = rows.find(({name}) => name === 'teasers').bytes;
  for (const name of entries.filter((name) => name !== 'teasers')) {
    rows.push({
      name: `${name} beside teasers`,
      bytes: (await bundled('teasers', name)) - teasers,
      budget: 'further widget',
    });
  }
  for (const name of readdirSync(cdn)
    .filter((name) => name.endsWith('.js'))
    .sort()) {
    const file = join(cdn, name);
    if (eager.has(file)) continue;
    const row = {name: `chunk ${basename(name).replace(/-[\w-]{8}\.js$/, '')}`, bytes: gzipped(readFileSync(file))};
    rows.push(isLanguage(file) ? {...row, budget: 'language'} : row);
  }
  rows.push({name: 'presslet.css', bytes: gzipped(readFileSync(join(cdn, 'presslet.css')))});
  return rows;
};

export const budgets = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).presslet.budgets;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(2)} kB`;

const print = (rows, limits) => {
  const notes = {
    'source + teasers + views': 'npm entries, Lit inside',
    'all five': 'script tag, Lit inside',
    'single widget': 'npm entry, Lit outside',
  };
  console.log('\nSizes after gzip -9, before the first rendering:');
  for (const {name, bytes, budget} of rows) {
    const limit = budget ? `of ${kilobytes(limits[budget])}${bytes > limits[budget] ? '  TOO LARGE' : ''}` : '';
    console.log(
      `  ${name.padEnd(26)}${kilobytes(bytes).padStart(9)} ${limit.padEnd(14)} ${notes[budget] ?? ''}`.trimEnd(),
    );
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync(join(cdn, 'presslet.js'))) {
    console.error('There is no build to measure: npm run build');
    process.exit(1);
  }
  const rows = await measureSizes();
  const limits = budgets();
  print(rows, limits);
  process.exitCode = rows.every(({bytes, budget}) => !budget || bytes <= limits[budget]) ? 0 : 1;
}

// Pages under a Content-Security-Policy of their own, for test/elements/policy.test.ts, which shows them in a frame:
// /policy/<name>.html with the single file of the build, or with the modules of npm, over feeds of hostile texts.
import {existsSync, globSync, readFileSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import './typescript.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const {hostileFeed, hostileDescription, hostileCounts} = await import('../support/hostile-feed.ts');
const {wholeTemplate} = await import('../support/whole-template.ts');
const {renderTeasers} = await import('../../src/server.ts');

const strict = "script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types";

/** Name of the page → its policy and what it loads. */
const pages = {
  strict: {policy: `${strict} presslet`, scripts: ['/dist/cdn/presslet.js']},
  twice: {
    policy: `${strict} presslet 'allow-duplicates'`,
    scripts: ['/dist/cdn/presslet.js', '/dist/cdn/presslet.js?copy'],
  },
  none: {policy: `${strict} 'none'`, scripts: ['/dist/cdn/presslet.js']},
  modules: {policy: `${strict} lit-html`, scripts: ['/dist/define.js']},
  open: {policy: '', scripts: ['/dist/cdn/presslet.js']},
};

const pageOf = (scripts) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page of the publisher</title>
<link rel="icon" href="data:,">
<script src="/policy/watch.js"></script>
${scripts.map((script) => `<script type="module" src="${script}"></script>`).join('\n')}
</head><body>
<press-source id="api" endpoint="/policy/api"></press-source>
<press-teasers id="own" limit="200" show="image kicker title standfirst byline section date views comments reactions"></press-teasers>
<press-teasers id="template" limit="200"><ul><template>${wholeTemplate}</template></ul></press-teasers>
<press-teasers id="adopted">${renderTeasers(hostileFeed().items, {base: 'https://news.example/'})}</press-teasers>
<press-teasers id="feed" endpoint="/policy/feed" limit="200" layout="compact"></press-teasers>
<p>Read <press-views id="views" article="plain">1,043</press-views> times, again <press-views id="bare" article="plain"></press-views></p>
</body></html>`;

const watch = `window.seen = {violations: [], errors: []};
document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sample}) =>
  seen.violations.push([violatedDirective, blockedURI, sample].join(' ')));
addEventListener('error', ({message}) => seen.errors.push(String(message)));
addEventListener('unhandledrejection', ({reason}) => seen.errors.push(String(reason)));`;

/** Whether the build is there and made of the sources as they are. */
const build = () => {
  const file = join(root, 'dist/cdn/presslet.js');
  if (!existsSync(file)) return {fault: 'dist/cdn is not there: run npm run build'};
  const built = statSync(file).mtimeMs;
  const newer = globSync('src/**/*.ts', {cwd: root}).filter((each) => statSync(join(root, each)).mtimeMs > built);
  return newer.length > 0
    ? {fault: `dist/cdn is older than ${newer[0]} (${newer.length} files): run npm run build`}
    : {};
};

const json = (value) => ({body: JSON.stringify(value), type: 'json'});

const answers = {
  '/policy/watch.js': () => ({body: watch, type: 'js'}),
  '/policy/build': () => json(build()),
  '/policy/feed': () => json(hostileFeed()),
  '/policy/api': () => json(hostileDescription()),
  '/policy/api/articles': () => json(hostileFeed()),
  '/policy/api/counts': () => json(hostileCounts()),
};

/** The build is served as it is: the dev server would look into its imports. */
const cdn = (path) =>
  /^\/dist\/cdn\/[\w.-]+\.js$/.test(path) && existsSync(join(root, path))
    ? {body: readFileSync(join(root, path), 'utf8'), type: 'js'}
    : undefined;

export const policyPages = {
  name: 'policy-pages',
  serve({path}) {
    const page = pages[/^\/policy\/(\w+)\.html$/.exec(path)?.[1]];
    if (!page) return answers[path]?.() ?? cdn(path);
    const headers = page.policy ? {'content-security-policy': page.policy} : {};
    return {body: pageOf(page.scripts), type: 'html', headers};
  },
};

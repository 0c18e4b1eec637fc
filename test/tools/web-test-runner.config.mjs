// The browser tests: sources as they stand, in every engine of the machine (BROWSERS=chromium picks).
// One file while developing: BROWSERS=chromium npx wtr --config test/tools/web-test-runner.config.mjs --files test/…
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher} from '@web/test-runner-chrome';
import {a11ySnapshotPlugin} from '@web/test-runner-commands/plugins';
import {puppeteerLauncher} from '@web/test-runner-puppeteer';
import {webdriverLauncher} from '@web/test-runner-webdriver';
import {setUpBrowsers} from './browsers.mjs';
import {chromiumArguments} from './chromium.mjs';
import {policyPages} from './policy-pages.mjs';
import {engineReporter} from './reporter.mjs';
import {seeds} from './seeds.mjs';
import {startWebKit} from './webkit.mjs';

const rootDir = fileURLToPath(new URL('../..', import.meta.url));
const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');

/** msw's worker is served at the root, so that its scope covers the page, and need not be copied into the tree. */
const mswWorker = {
  name: 'msw-worker',
  serve: ({path}) => (path === '/mockServiceWorker.js' ? {body: readFileSync(worker, 'utf8'), type: 'js'} : undefined),
};

/** Forced colours, reduced motion and the like, which the runner's own command emulates in part. Chromium alone. */
const cdpMedia = {
  name: 'cdp-media',
  async executeCommand({command, payload, session}) {
    if (command !== 'cdp-media') return undefined;
    if (!hasCdp(session.browser)) return {isEmulated: false};
    const client = await session.browser.getPage(session.id).createCDPSession();
    await client.send('Emulation.setEmulatedMedia', payload);
    return {isEmulated: true};
  },
};

const launchers = {
  chromium: ({program}) => chromeLauncher({launchOptions: {executablePath: program, args: chromiumArguments}}),
  firefox: ({program}) =>
    puppeteerLauncher({launchOptions: {browser: 'firefox', executablePath: program, headless: true}}),
  webkit: async (browser) =>
    webdriverLauncher({
      hostname: '127.0.0.1',
      port: await startWebKit(browser),
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': {binary: browser.program, args: ['--automation']},
      },
    }),
};

const {found, chosen} = setUpBrowsers();
const browsers = await Promise.all(chosen.map((engine) => launchers[engine](found[engine])));
const hasCdp = (browser) => browser === browsers[chosen.indexOf('chromium')];

export default {
  rootDir,
  files: ['test/**/*.test.ts', '!test/node/**', '!test/e2e/**', '!test/long/**'],
  nodeResolve: {exportConditions: ['presslet-source', 'development', 'browser']},
  plugins: [
    mswWorker,
    policyPages,
    seeds,
    cdpMedia,
    a11ySnapshotPlugin(),
    esbuildPlugin({ts: true, json: true, target: 'es2022', tsconfig: `${rootDir}tsconfig.json`}),
  ],
  browsers,
  filterBrowserLogs: ({args}) => !args.some((arg) => String(arg).includes('Lit is in dev mode')),
  reporters: [engineReporter(chosen, process.env.PRESSLET_RESULTS)],
  concurrency: 1,
  concurrentBrowsers: 3,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  coverageConfig: {include: ['src/**']},
  testFramework: {config: {timeout: 20_000}},
};

// What Chromium fetches before the reader follows a link of press-nav, by speculation rules, under several policies.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {basename, join, resolve} from 'node:path';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';

import type {Browser, BrowserContext, ElementHandle, Page} from 'puppeteer-core';
import {startServer, type Fetch, type RunningServer} from '../../demo/endpoint/src/server.js';
import {SqliteStorage} from '../../demo/endpoint/src/storage/sqlite.js';
import {seedOfTests} from '../node/endpoint/stock.js';
import {openChromium} from '../tools/chromium.mjs';

const cdn = resolve(import.meta.dirname, '../../dist/cdn');

/** What a page is like: its policy, its own scripts, and the attributes of its navigation. */
interface Kind {
  readonly policy?: string;
  readonly nonce?: string;
  readonly hasInlineScript?: boolean;
  readonly attributes?: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  '/plain': {},
  '/inline': {hasInlineScript: true},
  '/prerender': {attributes: 'prefetch="prerender"'},
  '/none': {hasInlineScript: true, attributes: 'prefetch="none"'},
  '/nonce': {policy: "script-src 'nonce-b3'", nonce: 'b3'},
  '/strict': {
    policy: "script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types presslet",
  },
  '/refused': {policy: "script-src 'self'", attributes: 'prefetch="prerender"'},
};

const pageOf = ({policy, nonce, hasInlineScript, attributes = ''}: Kind): Response => {
  const by = nonce === undefined ? '' : ` nonce="${nonce}"`;
  return new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
    <script src="/watch.js"${by}></script>${hasInlineScript ? '<script>var mine = 1;</script>' : ''}
    <body><press-nav endpoint="/presslet" article="article-002" ${attributes}></press-nav>
    <p><a id="other" href="/other">Another link of the page</a></p>
    <script type="module" src="/cdn/presslet.js"${by}></script></body></html>`,
    {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        ...(policy !== undefined && {'content-security-policy': policy}),
      },
    },
  );
};

const watch = `window.violations = [];
document.addEventListener('securitypolicyviolation', ({violatedDirective}) => violations.push(violatedDirective));`;

describe('prefetch in Chromium', () => {
  let browser: Browser;
  let server: RunningServer;
  let context: BrowserContext;
  let page: Page;
  /** Path and purpose of what was fetched beforehand. */
  let early: string[];
  let wake: () => void = () => undefined;

  const pages =
    (): Fetch =>
    ({url, headers}) => {
      const {pathname} = new URL(url);
      const kind = kinds[pathname];
      const purpose = headers.get('sec-purpose');
      if (purpose !== null && !pathname.startsWith('/cdn/')) early.push(`${pathname} ${purpose}`);
      wake();
      if (kind) return pageOf(kind);
      if (pathname === '/watch.js') return new Response(watch, {headers: {'content-type': 'text/javascript'}});
      if (pathname.startsWith('/cdn/'))
        return new Response(readFileSync(join(cdn, basename(pathname))), {
          headers: {'content-type': 'text/javascript'},
        });
      return pageOf({});
    };

  /** Resolves when so much was fetched beforehand. */
  const untilEarly = (count: number): Promise<void> =>
    new Promise((done) => {
      wake = () => {
        if (early.length >= count) done();
      };
      wake();
    });

  const open = async (path: string): Promise<void> => {
    await page.goto(`${server.origin}${path}`);
    await page.waitForFunction(() => document.querySelectorAll('press-nav:state(ready)').length === 1);
  };
  const link = async (rel: string): Promise<ElementHandle<HTMLAnchorElement>> => {
    const found = await page.waitForSelector(`press-nav >>> a[rel=${rel}]`);
    assert.ok(found);
    return found.toElement('a');
  };
  const rules = (): Promise<string[]> =>
    page.$$eval('script[type=speculationrules]', (all) => all.map(({textContent}) => textContent));
  const untilRules = (): Promise<unknown> => page.waitForSelector('script[type=speculationrules]');
  const violations = (): Promise<unknown> => page.evaluate('violations');

  before(async () => {
    browser = await openChromium();
  });
  after(() => browser.close());

  beforeEach(async () => {
    early = [];
    const storage = new SqliteStorage(':memory:');
    await storage.fill(seedOfTests(12), Date.now());
    server = await startServer({storage, log: () => undefined, pages, patience: 500});
    context = await browser.createBrowserContext();
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    await server.stop();
  });

  it('follows the pointer, for our own links alone', {timeout: 60_000}, async () => {
    await open('/inline');
    await untilRules();
    await page.hover('#other');
    await (await link('next')).hover();
    await untilEarly(1);
    const [only, ...others] = early;
    assert.match(only ?? '', /^\/articles\/\S+ prefetch$/);
    assert.deepEqual(others, []);
    const [text = ''] = await rules();
    const urls = await Promise.all(['prev', 'next'].map(async (rel) => (await link(rel)).evaluate(({href}) => href)));
    assert.deepEqual(JSON.parse(text), {prefetch: [{urls, eagerness: 'moderate'}]});
  });

  it('is under the nonce of the page where it has one', {timeout: 60_000}, async () => {
    await open('/nonce');
    await untilRules();
    await (await link('prev')).hover();
    await untilEarly(1);
    assert.deepEqual(await violations(), []);
  });

  it('draws beforehand what is pressed, where the page wants that', {timeout: 60_000}, async () => {
    await open('/prerender');
    await untilRules();
    await (await link('next')).hover();
    await page.mouse.down();
    while (!early.some((each) => each.endsWith('prerender'))) await untilEarly(early.length + 1);
    await page.mouse.move(0, 0);
  });

  it('tries no rules that a policy may forbid, and goes the other way', {timeout: 60_000}, async () => {
    for (const path of ['/strict', '/plain']) {
      early = [];
      await open(path);
      await (await link('next')).hover();
      await untilEarly(1);
      await page.waitForSelector('link[rel=prefetch]');
      assert.deepEqual(await rules(), []);
      assert.deepEqual(await violations(), [], path);
    }
  });

  it('goes the other way when a policy refuses the rules', {timeout: 60_000}, async () => {
    await open('/refused');
    await page.waitForFunction('violations.length === 1');
    await (await link('next')).hover();
    await page.waitForSelector('link[rel=prefetch]');
    assert.deepEqual(await rules(), []);
  });

  it('is not there where the page wants none, nor when the navigation is gone', {timeout: 60_000}, async () => {
    await open('/none');
    await (await link('next')).hover();
    await page.evaluate(() => document.querySelector('press-nav')?.setAttribute('prefetch', 'intent'));
    await untilRules();
    assert.deepEqual(early, []);
    await page.evaluate(() => document.querySelector('press-nav')?.remove());
    assert.deepEqual(await rules(), []);
  });
});

// A page that Chromium only prerenders, by speculation rules, and what is counted once a reader opens it.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {basename, join, resolve} from 'node:path';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';

import type {Browser, BrowserContext, Page} from 'puppeteer-core';
import {startServer, type Fetch, type RunningServer} from '../../demo/endpoint/src/server.js';
import {SqliteStorage} from '../../demo/endpoint/src/storage/sqlite.js';
import {seedOfTests} from '../node/endpoint/stock.js';
import {openChromium} from '../tools/chromium.mjs';

const cdn = resolve(import.meta.dirname, '../../dist/cdn');
const article = 'article-000';

/** What a test hears of: requests to the endpoint, and the marks that a page sets. */
class Diary {
  readonly lines: string[] = [];
  readonly #waiting = new Set<() => void>();

  readonly note = (line: string): void => {
    this.lines.push(line);
    for (const look of [...this.#waiting]) look();
  };

  count(part: string): number {
    return this.lines.filter((line) => line.includes(part)).length;
  }

  /** Resolves when this was noted so many times. */
  heard(part: string, times = 1): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.count(part) < times) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }
}

const html = (body: string): Response =>
  new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body>${body}</body></html>`,
    {
      headers: {'content-type': 'text/html; charset=utf-8'},
    },
  );

const startPage = (): Response =>
  html(`<script type="speculationrules">{"prerender": [{"urls": ["/load", "/visible"], "eagerness": "immediate"}]}</script>
  <a id="load" href="/load">Read</a> <a id="visible" href="/visible">Read</a>`);

/** Says by marks how far it is. After the number is there it lets the rule of `visible` pass twice. */
const articlePage = (countOn: string): Response =>
  html(`<press-source id="source" endpoint="/presslet" article="${article}">
    <article><h1>An article</h1><press-views count-on="${countOn}"></press-views></article></press-source>
  <a id="away" href="/away">Away</a>
  <script type="module">
    import '/cdn/presslet.js';
    const mark = (name) => fetch('/mark/${countOn}-' + name, {cache: 'no-store'});
    document.querySelector('#source').viewRule = () => true;
    addEventListener('pageshow', ({persisted}) => persisted && setTimeout(() => mark('restored'), 2000));
    document.addEventListener('press-viewed', () => setTimeout(() => mark('viewed-a-while-ago'), 2000));
    await mark(document.prerendering ? 'prerendering' : 'opened');
    document.addEventListener('prerenderingchange', () => mark('activated'));
    const views = document.querySelector('press-views');
    while (!views.shadowRoot.querySelector('[part=count]')) await new Promise((resolve) => setTimeout(resolve, 20));
    setTimeout(() => mark(document.prerendering ? 'still-prerendering' : 'was-open'), 2000);
  </script>`);

const pages =
  (diary: Diary) =>
  (): Fetch =>
  ({url}) => {
    const {pathname} = new URL(url);
    if (pathname === '/') return startPage();
    if (pathname === '/load' || pathname === '/visible') return articlePage(pathname.slice(1));
    if (pathname.startsWith('/mark/')) diary.note(pathname);
    if (pathname.startsWith('/cdn/'))
      return new Response(readFileSync(join(cdn, basename(pathname))), {headers: {'content-type': 'text/javascript'}});
    return html('Elsewhere.');
  };

describe('a prerendered page', () => {
  let browser: Browser;
  let server: RunningServer;
  let context: BrowserContext;
  let page: Page;
  let diary: Diary;

  const views = async (): Promise<number> => {
    const counts: unknown = await (await server.fetch(new Request(`${server.endpoint}/counts?id=${article}`))).json();
    const {[article]: own} = (counts as {counts: Record<string, {views: number}>}).counts; // The endpoint's own format.
    return own?.views ?? Number.NaN;
  };
  const posts = (): number => diary.count('POST /presslet/views');

  before(async () => {
    browser = await openChromium();
  });
  after(() => browser.close());

  beforeEach(async () => {
    diary = new Diary();
    const storage = new SqliteStorage(':memory:');
    await storage.fill(seedOfTests(12), Date.now());
    server = await startServer({storage, log: diary.note, pages: pages(diary), patience: 500});
    context = await browser.createBrowserContext();
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    await server.stop();
  });

  it('writes nothing until a reader opens it', {timeout: 60_000}, async () => {
    const before = await views();
    await page.goto(server.origin);
    await Promise.all(['load', 'visible'].map((each) => diary.heard(`/mark/${each}-still-prerendering`)));
    assert.equal(posts(), 0);
    assert.equal(await views(), before);
    await page.close();
    assert.equal(posts(), 0, 'nor when it is thrown away');
  });

  for (const countOn of ['load', 'visible']) {
    it(`counts one view on ${countOn} when it is opened, and none when it comes back`, {timeout: 60_000}, async () => {
      const before = await views();
      await page.goto(server.origin);
      await diary.heard(`/mark/${countOn}-still-prerendering`);
      await page.click(`#${countOn}`);
      await diary.heard(`/mark/${countOn}-activated`);
      assert.equal(
        diary.count(`/mark/${countOn}-opened`),
        0,
        'the page that was prerendered is the one that is opened',
      );
      await diary.heard(`/mark/${countOn}-viewed-a-while-ago`);
      assert.equal(posts(), 1);
      assert.equal(await views(), before + 1);

      await Promise.all([page.waitForNavigation(), page.click('#away')]);
      await page.evaluate(() => history.back());
      await diary.heard(`/mark/${countOn}-restored`);
      assert.equal(posts(), 1);
      assert.equal(await views(), before + 1);
    });
  }
});

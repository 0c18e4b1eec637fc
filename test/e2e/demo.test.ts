// The demo in a real Chromium against the real endpoint and a new database: what its readers see.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';

import type {Page} from 'puppeteer-core';
import {leadPath} from '../../demo/pages.js';
import {allReady, openStage, twoFrames, viewsOf, type Reader, type Stage} from './stage.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let stage: Stage;

before(async () => {
  stage = await openStage();
});
after(() => stage.close());
beforeEach(() => stage.enter());
afterEach(() => stage.leave());

const open = (path: string, reader?: Reader): Promise<Page> => stage.open(path, reader);

/** What the endpoint says at this moment. */
const viewsAtEndpoint = async (id: string): Promise<number> => {
  const answer = await fetch(`${stage.demo.origin}/presslet/counts?id=${id}`);
  return Number(/"views":(\d+)/.exec(await answer.text())?.[1]);
};

const pages = [leadPath, '/', '/sections/news', '/en/', '/foreign.html', '/articles/odno-derevo-mnogo-yazykov'];
const article = '2537';

describe('the demo for everyone', () => {
  for (const path of pages) {
    it(`has no axe violation at ${path}, on a phone and a desk, light and dark`, async () => {
      const page = await open(path);
      await page.evaluate(axe);
      for (const width of [320, 1280])
        for (const scheme of ['light', 'dark']) {
          await page.setViewport({width, height: 900});
          await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
          await twoFrames(page);
          const found: unknown = await page.evaluate(
            'axe.run().then(({violations}) => violations.map(({id, nodes}) => [id, ...nodes.map(({html}) => html)]))',
          );
          assert.deepEqual(found, [], `${width} px, ${scheme}`);
        }
      assert.deepEqual(stage.complaints, []);
    });

    it(`fits into 320 px at ${path}`, async () => {
      const page = await open(path, {width: 320});
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    });
  }
});

describe('the article page without JavaScript', () => {
  it('can be read: the article, its number of views, the news and their links', async () => {
    const page = await open(leadPath, {hasScript: false});
    const read = await page.evaluate(() => ({
      title: document.querySelector('h1')?.innerText,
      paragraphs: document.querySelectorAll('.text p').length,
      views: document.querySelector('press-views')?.innerText,
      news: [...document.querySelectorAll<HTMLElement>('press-teasers li h3')].filter(
        (row) => row.innerText.length > 10,
      ).length,
      meta: document.querySelector('press-teasers li:nth-of-type(4) [part=meta]')?.textContent,
    }));
    assert.match(read.title ?? '', /^Староборский комбинат/);
    assert.equal(read.paragraphs, 7);
    assert.equal(read.views, '1\u00a0043');
    assert.equal(read.news, 6);
    assert.match(read.meta ?? '', /Всего 3 человека/);
    assert.ok(!stage.asked.some((request) => request.includes('/presslet/')));
  });

  it('has no dead link, and no row of the page leads elsewhere than to an article', async () => {
    const page = await open(leadPath, {hasScript: false});
    const links = await page.evaluate(() => [...document.querySelectorAll('a')].map(({href}) => href));
    assert.ok(links.length > 20);
    for (const link of new Set(links)) assert.equal((await fetch(link)).status, 200, link);
  });

  it('leaves no hole where a script would draw', async () => {
    const page = await open(leadPath, {hasScript: false});
    const holes = await page.evaluate(() =>
      [...document.querySelectorAll('.below press-teasers')].map((list) => list.getBoundingClientRect().height),
    );
    assert.ok(holes.length === 2 && holes.every((height) => height < 160), String(holes));
  });
});

describe('the article page with its widgets', () => {
  it('adopts the rows of the server: none is replaced, and their counts are asked for once', async () => {
    const page = await open(leadPath, {
      holds: (path) => path.endsWith('/presslet.js'),
      until: async (page) => {
        await page.waitForSelector('.imprint');
        await page.evaluate(watchRows);
      },
    });
    await twoFrames(page);
    assert.deepEqual(await page.evaluate(() => document.body.dataset['report']), undefined);
    const [before, now] = await page.evaluate(() => {
      const rows = [...document.querySelectorAll('press-teasers:not(.products) li *')];
      return [document.body.dataset['elements'], String(rows.filter((each) => each.hasAttribute('data-seen')).length)];
    });
    assert.equal(now, before);
    assert.ok(Number(now) > 50);
    assert.equal(stage.asked.filter((request) => request === 'GET /presslet/counts').length, 1);
    assert.deepEqual(stage.complaints, []);
  });

  it('shows one article with one number, in both news lists and above the article', async () => {
    const page = await open(leadPath);
    const shown = await viewsOf(page, article);
    assert.ok(shown.length >= 5, String(shown));
    assert.deepEqual([...new Set(shown)], [String(await viewsAtEndpoint(article))]);
  });

  it('counts a view after it was seen, shows it everywhere, and still knows it in a second tab and after a reload', async () => {
    const known = await viewsAtEndpoint(article);
    const page = await open(leadPath, {isPerson: true});
    await page.bringToFront();
    await page.waitForFunction(
      (before) => document.querySelector('press-views')?.textContent.replace(/\D/g, '') !== before,
      {},
      String(known),
    );
    assert.deepEqual([...new Set(await viewsOf(page, article))], [String(known + 1)]);
    assert.equal(await viewsAtEndpoint(article), known + 1);

    const second = await open(leadPath);
    assert.deepEqual([...new Set(await viewsOf(second, article))], [String(known + 1)]);
    await second.reload();
    await allReady(second);
    assert.deepEqual([...new Set(await viewsOf(second, article))], [String(known + 1)]);
    assert.equal(stage.asked.filter((request) => request === 'POST /presslet/views').length, 1);
    assert.deepEqual(stage.complaints, []);
  });

  it('leaves the article itself out of what else there is in its section', async () => {
    const page = await open(leadPath);
    const ids = await page.evaluate(() =>
      [...(document.querySelector('.below press-teasers')?.shadowRoot?.querySelectorAll('li') ?? [])].map((row) =>
        row.getAttribute('itemid'),
      ),
    );
    assert.equal(ids.length, 4);
    assert.ok(!ids.includes(article));
  });
});

/** Marks what is there, and reports every node that comes or goes inside the rows. */
const watchRows = (): void => {
  const rows = [...document.querySelectorAll('press-teasers:not(.products) li')];
  const all = rows.flatMap((row) => [...row.querySelectorAll('*')]);
  for (const each of all) each.setAttribute('data-seen', '');
  document.body.dataset['elements'] = String(all.length);
  const observer = new MutationObserver((records) => {
    for (const {target} of records) document.body.dataset['report'] = target instanceof Element ? target.outerHTML : '';
  });
  for (const row of rows) observer.observe(row.parentElement ?? row, {subtree: true, childList: true});
};

describe('the demo while it loads', () => {
  for (const [path, width] of [
    [leadPath, 320],
    [leadPath, 1280],
    ['/', 320],
    ['/', 1280],
    ['/foreign.html', 768],
  ] as const) {
    it(`moves nothing at ${path}, ${width} px wide, when the endpoint is slow`, async () => {
      const page = await open(path, {
        width,
        height: 4500,
        holds: (name) => /\/(?:articles|feed\.json)$/.test(name),
        until: async (page) => {
          await page.waitForFunction(() =>
            [...document.querySelectorAll('press-teasers')].some((list) => list.matches(':state(loading)')),
          );
          await twoFrames(page);
        },
      });
      await twoFrames(page);
      const shifts = await page.evaluate(
        () =>
          new Promise<readonly string[]>((done) => {
            const found: string[] = [];
            const observer = new PerformanceObserver((list) => {
              const entries = list.getEntries();
              for (const entry of entries) if (entry.entryType !== 'mark') found.push(JSON.stringify(entry));
              if (entries.some(({name}) => name === 'end')) done(found);
            });
            observer.observe({type: 'layout-shift', buffered: true});
            observer.observe({type: 'mark'});
            performance.mark('end');
          }),
      );
      assert.deepEqual(shifts, []);
    });
  }
});

describe('the server of the demo', () => {
  it('gives no file from outside of its folders', async () => {
    for (const path of [
      '/demo/.data/magazine.sqlite',
      '/demo/../package.json',
      '/demo/%2e%2e/package.json',
      '/dist/..%2fpackage.json',
      '/demo/start.ts',
      '/package.json',
    ])
      assert.equal((await fetch(stage.demo.origin + path)).status, 404, path);
  });

  it('serves the recorded feed unchanged, from another origin', async () => {
    const answer = await fetch(stage.demo.feed);
    assert.notEqual(new URL(stage.demo.feed).origin, stage.demo.origin);
    assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(await answer.text(), readFileSync(new URL('../../demo/data/jsonfeed.json', import.meta.url), 'utf8'));
  });

  it('allows no inline script and no inline style', async () => {
    for (const path of pages) {
      const answer = await fetch(stage.demo.origin + path);
      const policy = answer.headers.get('Content-Security-Policy') ?? '';
      for (const rule of [
        "script-src 'self'",
        "style-src 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types presslet',
      ])
        assert.ok(policy.split('; ').includes(rule), rule);
      assert.doesNotMatch(await answer.text(), /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
    }
  });
});

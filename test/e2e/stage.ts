/** Where the tests of the demo play: the demo itself on free ports, and a browser that sees it. */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import type {Browser, BrowserContext, HTTPRequest, Page} from 'puppeteer-core';
import {startDemo, type Demo} from '../../demo/site.js';
import {openChromium} from '../tools/chromium.mjs';

export interface Reader {
  readonly width?: number;
  readonly height?: number;
  readonly hasScript?: boolean;
  /** As a person's browser, whose views count. */
  readonly isPerson?: boolean;
  /** Requests that wait until this is done; the page goes on beside them. */
  readonly holds?: (path: string) => boolean;
  readonly until?: (page: Page) => Promise<unknown>;
}

/** A running demo with a database of its own, and a Chromium with a fresh context for each test. */
export class Stage {
  readonly demo: Demo;
  /** What policy, console and exceptions complained of since the test began. */
  complaints: string[] = [];
  /** Method and path of each request since the test began. */
  asked: string[] = [];
  readonly #browser: Browser;
  readonly #folder: string;
  #context: BrowserContext | undefined;

  constructor(demo: Demo, browser: Browser, folder: string) {
    this.demo = demo;
    this.#browser = browser;
    this.#folder = folder;
  }

  async enter(): Promise<void> {
    this.#context = await this.#browser.createBrowserContext();
    this.complaints = [];
    this.asked = [];
  }

  async leave(): Promise<void> {
    await this.#context?.close();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.demo.stop();
    rmSync(this.#folder, {recursive: true, force: true});
  }

  async open(path: string, reader: Reader = {}): Promise<Page> {
    const {width = 1280, height = 900, hasScript = true, isPerson = false} = reader;
    const page = await (this.#context ?? this.#browser).newPage();
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    await page.setViewport({width, height});
    await page.setJavaScriptEnabled(hasScript);
    await page.evaluateOnNewDocument(atStart, isPerson);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      this.asked.push(`${request.method()} ${new URL(request.url()).pathname}`);
      void answer(request, page, reader);
    });
    await page.goto(this.demo.origin + path);
    if (hasScript) await allReady(page);
    return page;
  }
}

export const openStage = async (): Promise<Stage> => {
  const folder = mkdtempSync(join(tmpdir(), 'presslet-demo-'));
  const demo = await startDemo({database: join(folder, 'demo.sqlite'), port: 0, foreignPort: 0});
  return new Stage(demo, await openChromium(), folder);
};

/** Runs in the page before its own scripts. */
const atStart = (isPerson: boolean): void => {
  if (isPerson) Object.defineProperty(navigator, 'webdriver', {value: false});
  document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) => {
    console.error(`policy: ${violatedDirective} ${blockedURI}`);
  });
};

const answer = async (request: HTTPRequest, page: Page, {holds, until}: Reader): Promise<void> => {
  const url = new URL(request.url());
  // The recorded feed names pictures at the address where it was recorded; nobody is there while the tests run.
  if (url.origin === 'http://127.0.0.1:8680') {
    await request.respond({contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>'});
    return;
  }
  if (holds?.(url.pathname)) await until?.(page);
  await request.continue();
};

/** Every list shows its articles. */
export const allReady = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('press-teasers')].every(
      (list) => list.matches(':state(ready)') && (list.shadowRoot?.querySelector('li') ?? list.querySelector('li')),
    ),
  );

export const twoFrames = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** The number of views of an article at every place of the page that shows it, as digits. */
export const viewsOf = (page: Page, id: string): Promise<readonly string[]> =>
  page.evaluate((article) => {
    const places = `li[itemid="${article}"] [itemprop=interactionStatistic]:has([content$=ReadAction]) :is(data, span)`;
    const roots = [
      document,
      ...[...document.querySelectorAll('press-teasers')].flatMap(({shadowRoot}) => shadowRoot ?? []),
    ];
    const inRows = roots.flatMap((root) => [...root.querySelectorAll(places)]);
    const texts = [...inRows, ...document.querySelectorAll('press-views')].map(({textContent}) => textContent);
    return texts.map((text) => text.replace(/\D/g, ''));
  }, id);

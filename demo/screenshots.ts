/** Pictures of the demo for the README: `node … demo/screenshots.ts`, after a build. A new database, so that each run shows the same. */
import {mkdirSync, mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import type {Page} from 'puppeteer-core';
import {openChromium} from '../test/tools/chromium.mjs';
import {leadPath} from './pages.js';
import {startDemo} from './site.js';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly scheme?: 'dark';
  /** From where on, as a selector. */
  readonly from?: string;
}

const pictures: readonly Picture[] = [
  {name: 'article-1280', path: leadPath, width: 1280, height: 960},
  {name: 'article-1280-dark', path: leadPath, width: 1280, height: 960, scheme: 'dark'},
  {name: 'article-768', path: leadPath, width: 768, height: 1000},
  {name: 'article-320', path: leadPath, width: 320, height: 640},
  {name: 'lists-1280', path: leadPath, width: 1280, height: 900, from: '.below'},
  {name: 'lists-320', path: leadPath, width: 320, height: 900, from: '.side'},
  {name: 'front-1280', path: '/', width: 1280, height: 960},
];

const folder = join(import.meta.dirname, 'screenshots');

const take = async (page: Page, origin: string, {name, path, width, height, scheme, from}: Picture): Promise<void> => {
  await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme ?? 'light'}]);
  // As high as the whole page: rows out of view are not drawn.
  await page.setViewport({width, height: 6000});
  await page.goto(origin + path, {waitUntil: 'networkidle0'});
  await page.waitForFunction(() =>
    [...document.querySelectorAll('press-teasers')].every((list) => list.matches(':state(ready)')),
  );
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))));
  const top = from === undefined ? 0 : ((await (await page.$(from))?.boundingBox())?.y ?? 0) - 24;
  const file = join(folder, `${name}.png`);
  await page.screenshot({path: file, optimizeForSpeed: false, clip: {x: 0, y: top, width, height}});
  console.log(`${file} ${Math.round(statSync(file).size / 1000)} kB`);
};

mkdirSync(folder, {recursive: true});
const data = mkdtempSync(join(tmpdir(), 'presslet-pictures-'));
const demo = await startDemo({database: join(data, 'demo.sqlite'), port: 0, foreignPort: 0});
const browser = await openChromium('--force-color-profile=srgb', '--hide-scrollbars');
try {
  const page = await browser.newPage();
  for (const picture of pictures) await take(page, demo.origin, picture);
} finally {
  await browser.close();
  await demo.stop();
  rmSync(data, {recursive: true, force: true});
}

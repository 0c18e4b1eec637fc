// How tests start Chromium: nothing that phones home, no first-run pages; as root only without its sandbox.
import {launch} from 'puppeteer-core';
import {findBrowsers} from './browsers.mjs';

export const chromiumArguments = [
  '--headless=new',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium of its own for a test, with a fresh profile; the caller closes it. */
export const openChromium = (...more) => {
  const {chromium} = findBrowsers();
  if (!chromium) throw new Error('The tests need Chromium or Chrome. Install it, or name its program in CHROME_PATH.');
  return launch({executablePath: chromium.program, args: [...chromiumArguments, ...more]});
};

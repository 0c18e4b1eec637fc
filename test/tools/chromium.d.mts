import type {Browser} from 'puppeteer-core';

/** A Chromium of its own for a test, with a fresh profile; the caller closes it. Further arguments go to the program. */
export declare const openChromium: (...more: readonly string[]) => Promise<Browser>;

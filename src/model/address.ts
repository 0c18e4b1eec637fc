/** Addresses as a page may follow them or load them. */
import type {Tell} from './tell.js';
import {reader, type Read} from './untrusted.js';

const maxLength = 2048;
/** Pictures that are part of the answer; only formats that cannot hold a script. */
const picture = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[\w+/=-]{1,99999}$/i;

/** An http or https address without a user name; undefined for all else. */
export const webAddress = (address: unknown, base?: string): URL | undefined => {
  if (typeof address !== 'string') return undefined;
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : undefined;
  } catch {
    return undefined;
  }
};

/** An absolute http or https address without a user name; relative ones are resolved. */
export const addressFrom = (base: string): Read<string> =>
  reader('an http(s) address', (value) => {
    const text = typeof value === 'string' && value.length <= maxLength ? value.trim() : '';
    // An empty text would be the base itself, and the parser drops control characters on its own: neither was meant.
    const href = !text || /\p{Cc}/u.test(text) ? '' : webAddress(text, base || undefined)?.href;
    return href && href.length <= maxLength ? href : undefined;
  });

/** As `addressFrom`, but a raster `data:` picture is taken, too. */
export const imageAddressFrom =
  (base: string): Read<string> =>
  (value, path, tell) =>
    typeof value === 'string' && picture.test(value.trim()) ? value.trim() : addressFrom(base)(value, path, tell);

export const readAddress = (value: unknown, base: string, path: string, tell: Tell): string | undefined =>
  addressFrom(base)(value, path, tell);

export const readImageAddress = (value: unknown, base: string, path: string, tell: Tell): string | undefined =>
  imageAddressFrom(base)(value, path, tell);

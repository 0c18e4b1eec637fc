/** Addresses as a page may follow them or load them. */
import type {Tell} from './tell.js';
import {reader, type Read} from './untrusted.js';

const maxLength = 2048;
/** Pictures that are part of the answer; only formats that cannot hold a script. */
const picture = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[\w+/=-]{1,99999}$/i;

/** An absolute http or https address without a user name; relative ones are resolved. */
export const addressFrom = (base: string): Read<string> =>
  reader(`an http(s) address without user name, up to ${maxLength}`, (value) => {
    const url = typeof value === 'string' ? parse(value.trim(), base) : undefined;
    const isRight =
      url && /^https?:$/.test(url.protocol) && !url.username && !url.password && url.href.length <= maxLength;
    return isRight ? url.href : undefined;
  });

/** As `addressFrom`, but a raster `data:` picture is taken, too. */
export const imageAddressFrom =
  (base: string): Read<string> =>
  (value, path, tell) =>
    typeof value === 'string' && picture.test(value.trim()) ? value.trim() : readAddress(value, base, path, tell);

export const readAddress = (value: unknown, base: string, path: string, tell: Tell): string | undefined =>
  addressFrom(base)(value, path, tell);

export const readImageAddress = (value: unknown, base: string, path: string, tell: Tell): string | undefined =>
  imageAddressFrom(base)(value, path, tell);

/** An empty text would be the base itself, and the parser drops control characters on its own: neither was meant. */
const parse = (text: string, base: string): URL | undefined => {
  if (!text || text.length > maxLength || /\p{Cc}/u.test(text)) return undefined;
  try {
    return new URL(text, base || undefined);
  } catch {
    return undefined;
  }
};

/** The body of an answer as text. */

import {Failure} from '../model/failure.js';

/** Reads up to `maxBytes`; what is longer is given up and fails. */
export const bodyText = async ({body, headers, url, status}: Response, maxBytes: number): Promise<string> => {
  if (!body) return '';
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let left = maxBytes;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) break;
    chunks.push(value);
    left -= value.length;
    if (left >= 0) continue;
    void reader.cancel().catch(() => undefined);
    throw new Failure('too-large', `${url}: more than ${maxBytes} bytes.`, {url, status});
  }
  // What is well-formed UTF-8 is UTF-8, whatever the server calls it: many call it latin, and no text in another
  // encoding is well-formed by chance. Else the server's word is taken, and at last what is not UTF-8 becomes U+FFFD.
  try {
    return decode(chunks, 'utf-8', true);
  } catch {
    try {
      return decode(chunks, /charset="?([^\s;"]+)/i.exec(headers.get('content-type') ?? '')?.[1]);
    } catch {
      return decode(chunks);
    }
  }
};

const decode = (chunks: readonly Uint8Array[], charset?: string, fatal = false): string => {
  const decoder = new TextDecoder(charset, {fatal});
  return chunks.map((chunk) => decoder.decode(chunk, {stream: true})).join('') + decoder.decode();
};

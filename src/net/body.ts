/** The body of an answer as text. */

import {Failure} from '../model/failure.js';

/** Reads up to `maxBytes`; what is longer is given up and fails. */
export const bodyText = async ({body, headers, url, status}: Response, maxBytes: number): Promise<string> => {
  if (!body) return '';
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
    if (size <= maxBytes) continue;
    void reader.cancel().catch(() => undefined);
    throw new Failure('too-large', `${url} answered more than ${maxBytes} bytes.`, {url, status});
  }
  const bytes = new Uint8Array(size);
  size = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, size);
    size += chunk.length;
  }
  return decode(bytes, /charset="?([^\s;"]+)/i.exec(headers.get('content-type') ?? '')?.[1]);
};

/**
 * What is well-formed UTF-8 is UTF-8, whatever the server calls it: many call it latin, and no text in another
 * encoding is well-formed by chance. Else the server's word is taken, and at last what is not UTF-8 becomes U+FFFD.
 */
const decode = (bytes: Uint8Array, charset = 'utf-8'): string => {
  for (const label of ['utf-8', charset]) {
    try {
      return new TextDecoder(label, {fatal: label !== charset}).decode(bytes);
    } catch {
      // Not UTF-8, or a name that no decoder has: the next way.
    }
  }
  return new TextDecoder().decode(bytes);
};

/** The body of an answer as text. */

import {Failure} from '../model/failure.js';

/** Reads up to `maxBytes`; what is longer is given up and fails, and so is what nobody waits for any more. */
export const bodyText = async (
  {body, headers, url, status}: Response,
  maxBytes: number,
  signal: AbortSignal,
): Promise<string> => {
  if (!body) return '';
  const reader = body.getReader();
  const stop = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
    if (size <= maxBytes) continue;
    stop();
    throw new Failure('too-large', `The answer of ${url} is larger than ${maxBytes} bytes.`, {url, status});
  }
  signal.removeEventListener('abort', stop);
  return decode(joined(chunks, size), /charset="?([^\s;"]+)/i.exec(headers.get('content-type') ?? '')?.[1]);
};

const joined = (chunks: readonly Uint8Array[], size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};

/**
 * What is well-formed UTF-8 is UTF-8, whatever the server calls it: many call it latin, and no text in another
 * encoding is well-formed by chance. Else the server's word is taken, and at last what is not UTF-8 becomes U+FFFD.
 */
const decode = (bytes: Uint8Array, charset = 'utf-8'): string => {
  for (const [label, fatal] of [
    ['utf-8', true],
    [charset, false],
  ] as const) {
    try {
      return new TextDecoder(label, {fatal}).decode(bytes);
    } catch {
      // Not UTF-8, or a name that no decoder has: the next way.
    }
  }
  return new TextDecoder().decode(bytes);
};

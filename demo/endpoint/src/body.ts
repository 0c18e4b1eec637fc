/** The body of a write: read up to a size, and only the members that are asked for. */
import {Problem} from './problem.js';

/** A body of one of the types: `json` for `application/json` and `text/plain`, `form` for a form. */
export type Body = {readonly json: Readonly<Record<string, unknown>>} | {readonly form: URLSearchParams};

export interface BodyOptions {
  readonly largest: number;
  /** Whether a form is read as well. */
  readonly form: boolean;
}

const jsonTypes: readonly string[] = ['application/json', 'text/plain'];
const formType = 'application/x-www-form-urlencoded';

export const readBody = async (request: Request, {largest, form}: BodyOptions): Promise<Body> => {
  const types = form ? [...jsonTypes, formType] : jsonTypes;
  const type = (request.headers.get('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) {
    throw new Problem('unsupported-media-type', `Send the body as ${types.join(', or ')}.`, {
      headers: {'Accept-Post': types.join(', ')},
    });
  }
  const text = await readText(request, largest);
  return type === formType ? {form: new URLSearchParams(text)} : {json: parseObject(text)};
};

const readText = async (request: Request, largest: number): Promise<string> => {
  const bytes = await readBytes(request, largest);
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw new Problem('malformed-body', 'The body is not UTF-8; send it in UTF-8.');
  }
};

/** Counts the bytes as they come: the length that a request announces is not believed. */
const readBytes = async (request: Request, largest: number): Promise<ArrayBuffer> => {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  // Support: Request.body not in Firefox, where this runs in pages without a server.
  const stream: ReadableStream<Uint8Array<ArrayBuffer>> = request.body ?? (await request.blob()).stream();
  const reader = stream.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > largest * patience) break;
    if (size <= largest) chunks.push(chunk.value);
  }
  if (size <= largest) return new Blob(chunks).arrayBuffer();
  await reader.cancel();
  throw new Problem('body-too-large', `Send at most ${String(largest)} bytes.`);
};

/**
 * A body that is too large is read on for a while and forgotten: who is still sending when the connection closes
 * never sees the answer.
 */
const patience = 128;

const parseObject = (text: string): Readonly<Record<string, unknown>> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem('malformed-body', 'The body is not JSON; send one JSON object.');
  }
  if (!isRecord(value)) throw new Problem('malformed-body', 'The body is not a JSON object; send one.');
  return value;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of the body itself, never of its prototype. */
export const member = (body: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(body, name) ? body[name] : undefined;

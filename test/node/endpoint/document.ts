/** The OpenAPI document as a test needs it: references followed, answers checked. */
import {deepEqual, equal, ok} from 'node:assert/strict';
import {readFileSync} from 'node:fs';

import addFormats from 'ajv-formats';
import {Ajv2020} from 'ajv/dist/2020.js';

import {at} from './serving.js';

export const document: unknown = JSON.parse(
  readFileSync(new URL('../../../demo/endpoint/openapi.json', import.meta.url), 'utf8'),
);

const ajv = new Ajv2020({strict: false, allErrors: true});
addFormats(ajv);
ajv.addSchema({...asObject(document), $id: 'openapi.json'});

/** A pointer into the document (RFC 6901), with references followed. */
export const follow = (pointer: string): string => {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const reference = at(document, ...keys, '$ref');
  return typeof reference === 'string' ? follow(reference.slice(1)) : pointer;
};

export const valueAt = (pointer: string): unknown =>
  at(
    document,
    ...follow(pointer)
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')),
  );

export const keysAt = (pointer: string): readonly string[] => Object.keys(asObject(valueAt(pointer) ?? {}));

/** What is wrong with a value by the schema at a pointer; empty where nothing is. */
export const mistakes = (pointer: string, value: unknown): readonly string[] => {
  const validate = ajv.compile({$ref: `openapi.json#${encodeURI(pointer)}`});
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message ?? ''}`);
};

export const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Every `operation status` that the document knows, say `get /counts 304`. */
export const documented = (): readonly string[] =>
  keysAt('/paths').flatMap((path) =>
    keysAt(`/paths/${escaped(path)}`).flatMap((method) =>
      keysAt(`/paths/${escaped(path)}/${method}/responses`).map((status) => `${method} ${path} ${status}`),
    ),
  );

/** Fails where an answer is not as the document has it: status, headers, content type, body. */
export const checkAnswer = async (operation: string, path: string, answer: Response): Promise<void> => {
  const pointer = follow(`/paths/${escaped(path)}/${operation}/responses/${String(answer.status)}`);
  const name = `${operation} ${path} ${String(answer.status)}`;
  ok(valueAt(pointer) !== undefined, `${name} is not in the document`);
  for (const header of keysAt(`${pointer}/headers`)) {
    const schema = `${follow(`${pointer}/headers/${escaped(header)}`)}/schema`;
    deepEqual(mistakes(schema, answer.headers.get(header)), [], `${name}, header ${header}`);
  }
  const body = await answer.text();
  const [type, ...more] = keysAt(`${pointer}/content`);
  equal(more.length, 0);
  equal(answer.headers.get('Content-Type'), type ?? null, name);
  if (type === undefined) equal(body, '', name);
  else deepEqual(mistakes(`${pointer}/content/${escaped(type)}/schema`, JSON.parse(body)), [], `${name}: ${body}`);
};

function asObject(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object');
  return value;
}

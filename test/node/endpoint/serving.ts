/** A real server for a test: on a free port, over a database of its own, silent. */
import {rejects} from 'node:assert/strict';

import type {ServerOptions} from '../../../demo/endpoint/src/server.js';
import {startServer, type RunningServer} from '../../../demo/endpoint/src/server.js';
import type {Storage} from '../../../demo/endpoint/src/storage/port.js';
import {SqliteStorage} from '../../../demo/endpoint/src/storage/sqlite.js';
import {seedOfTests, start} from './stock.js';

export interface Serving extends RunningServer {
  readonly lines: readonly string[];
  /** Asks below the endpoint's address, and follows no redirect. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly json: (path: string, init?: RequestInit) => Promise<unknown>;
  readonly post: (path: string, body: unknown) => Promise<Response>;
}

export interface ServeOptions extends Partial<ServerOptions> {
  /** How many regular articles there are. */
  readonly count?: number;
}

export const serve = async ({count, ...options}: ServeOptions = {}): Promise<Serving> => {
  const storage: Storage = options.storage ?? new SqliteStorage(':memory:');
  await storage.fill(seedOfTests(count), start);
  const lines: string[] = [];
  const server = await startServer({clock: clockOfTests(), log: (line) => lines.push(line), ...options, storage});
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(server.endpoint + path, {redirect: 'manual', ...init});
  return {
    ...server,
    lines,
    ask,
    json: async (path, init) => jsonOf(await ask(path, init)),
    post: (path, body) => ask(path, {method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body)}),
  };
};

/** A clock that moves by a millisecond with each look at it. */
const clockOfTests = (): (() => number) => {
  let now = start;
  return () => ++now;
};

/** A query with each value percent-encoded as a template expands it. */
export const query = (...pairs: readonly (readonly [name: string, value: string])[]): string =>
  `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;

/** The value at a path of keys in a JSON answer; undefined where there is none. */
export const at = (value: unknown, ...keys: readonly (string | number)[]): unknown =>
  keys.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );

/** `json()` says any. */
export const jsonOf = async (answer: Response): Promise<unknown> => {
  const value: unknown = await answer.json();
  return value;
};

export const keysOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [];

/** A list in a JSON answer. */
export const listAt = (value: unknown, ...keys: readonly (string | number)[]): readonly unknown[] => {
  const list = at(value, ...keys);
  if (!Array.isArray(list)) throw new TypeError(`no list at ${keys.join('.')}`);
  return list;
};

export const idsIn = (feed: unknown): readonly unknown[] => listAt(feed, 'items').map((item) => at(item, 'id'));

/** Nobody answers at this address any more. */
export const refusesConnections = (address: string): Promise<void> => rejects(fetch(address));

/** The storages that have to keep the same contract. */
import {MemoryStorage} from '../../../demo/endpoint/src/storage/memory.js';
import type {Storage} from '../../../demo/endpoint/src/storage/port.js';
import {SqliteStorage} from '../../../demo/endpoint/src/storage/sqlite.js';

export const storages: readonly (readonly [name: string, make: () => Storage])[] = [
  ['memory', () => new MemoryStorage()],
  ['SQLite', () => new SqliteStorage(':memory:')],
];

/** What other programs use of the endpoint. It runs in a browser; the server is `./server`, the database `./sqlite`. */
export {createApp, type EndpointApp, type EndpointOptions} from './app.js';
export {describe, type Description} from './describe.js';
export type {Bindings, Limits} from './endpoint.js';
export {readSeed} from './read-seed.js';
export {
  seed,
  type SeedArticle,
  type SeedAuthor,
  type SeedData,
  type SeedImage,
  type SeedKind,
  type SeedSection,
} from './seed.js';
export {MemoryStorage} from './storage/memory.js';
export type {Storage} from './storage/port.js';

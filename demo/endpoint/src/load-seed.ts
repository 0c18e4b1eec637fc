/** A seed from a file: JSON, or a module that exports `seedData`. */
import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

import {readSeed} from './read-seed.js';
import type {SeedData} from './seed.js';

export const loadSeed = async (file: string): Promise<SeedData> => {
  const value: unknown = file.endsWith('.json') ? JSON.parse(await readFile(file, 'utf8')) : await seedOf(file);
  return readSeed(value);
};

const seedOf = async (file: string): Promise<unknown> => {
  const module = (await import(pathToFileURL(resolve(file)).href)) as object; // any: nobody knows what it exports
  if (!('seedData' in module)) throw new Error(`${file} exports no "seedData".`);
  return module.seedData;
};

#!/usr/bin/env node
/** The command line: `presslet-endpoint serve --database FILE --port N --seed FILE`. */
import {parseArgs} from 'node:util';

import {loadSeed} from './load-seed.js';
import {seed} from './seed.js';
import {startServer} from './server.js';
import {stopOnSignals} from './signals.js';
import {SqliteStorage} from './storage/sqlite.js';

const usage = `presslet-endpoint serve [options]

  --database FILE  the SQLite database; made where it is missing (presslet.sqlite)
  --seed FILE      what an empty database is filled with: JSON, or a module that exports "seedData"
  --port N         the port; 0 takes a free one (8080)
  --host NAME      the address to listen at (127.0.0.1)
  --base ADDRESS   the endpoint's path, or its absolute address behind a proxy (/presslet)
  --site ADDRESS   what the addresses of articles are relative to (the server's own address)
`;

const options = {
  database: {type: 'string', default: 'presslet.sqlite'},
  seed: {type: 'string'},
  port: {type: 'string', default: '8080'},
  host: {type: 'string', default: '127.0.0.1'},
  base: {type: 'string', default: '/presslet'},
  site: {type: 'string'},
  help: {type: 'boolean', default: false},
} as const;

const main = async (): Promise<void> => {
  const {values, positionals} = parseArgs({options, allowPositionals: true});
  if (values.help || positionals.join(' ') !== 'serve') {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is not a port.`);
  const storage = new SqliteStorage(values.database);
  if (values.seed !== undefined) await seed(storage, await loadSeed(values.seed));
  const {host, base, site} = values;
  const server = await startServer({storage, port, host, base, ...(site !== undefined && {site})});
  stopOnSignals(server);
  // Not sooner: who reads the address may send a signal at once.
  console.log(`listening at ${server.endpoint}`);
};

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

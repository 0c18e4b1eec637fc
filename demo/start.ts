/** `npm start`: the demo on this machine. PORT names another port than 8080. */
import {existsSync, mkdirSync} from 'node:fs';
import {join} from 'node:path';

import {stopOnSignals} from './endpoint/src/signals.js';
import {foreignPort} from './foreign-site.js';
import {leadPath} from './pages.js';
import {startDemo, type Demo} from './site.js';

const folder = join(import.meta.dirname, '.data');

const main = async (): Promise<void> => {
  if (!existsSync(join(import.meta.dirname, '../dist/cdn/presslet.js')))
    throw new Error('There is no build yet: run "npm start", which builds first.');
  const wanted = Number(process.env['PORT'] ?? 8080);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) throw new Error('PORT is not a port.');
  mkdirSync(folder, {recursive: true});
  const database = join(folder, 'magazine.sqlite');
  const demo = await startAtFreePorts(database, wanted);
  stopOnSignals({
    stop: async () => {
      await demo.stop();
      console.log('Stopped.');
    },
  });
  console.log(`${demo.isNew ? 'Filled' : 'Opened'} the database ${database}`);
  console.log(`The endpoint answers at         ${demo.origin}/presslet`);
  console.log(`A feed of another site is at    ${demo.feed}`);
  console.log(`The foreign feed, shown         ${demo.origin}/foreign.html`);
  console.log(`An article with all widgets     ${demo.origin}${leadPath}`);
  console.log('Stop with Ctrl+C; remove demo/.data to begin anew.');
  console.log(`\nOpen ${demo.origin}/`);
};

/** The wanted port, else one of the next; the other site's own port, else a free one. */
const startAtFreePorts = async (database: string, wanted: number): Promise<Demo> => {
  const last = Math.min(wanted + 20, 65_535);
  let [port, foreign] = [wanted, foreignPort];
  for (;;) {
    try {
      return await startDemo({database, port, foreignPort: foreign});
    } catch (error) {
      if (!isTaken(error) || port >= last) throw error;
      if (error.port === foreign) foreign = 0;
      else port++;
    }
  }
};

interface Taken {
  readonly code: 'EADDRINUSE';
  readonly port: number;
}

const isTaken = (error: unknown): error is Taken =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'EADDRINUSE' &&
  'port' in error &&
  typeof error.port === 'number';

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

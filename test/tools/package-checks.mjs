// Looks at the package as npm would publish it: publint for what package.json promises, attw for what TypeScript finds.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'presslet-package-'));

/** Prints what a program says only when it complains: attw's table of what is right is long. */
const run = (program, ...args) => {
  const {status, stdout, stderr, error} = spawnSync(program, args, {encoding: 'utf8'});
  if (status !== 0) console.error(`${program} complains:\n${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`);
  else console.log(`${program}: nothing to complain of`);
  return status === 0;
};

const check = () => {
  if (!run('npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', folder)) return false;
  const [tarball] = readdirSync(folder);
  const isSound = run('publint', join(folder, tarball), '--strict');
  // The JSON export has no types, and needs none.
  const options = ['--profile', 'esm-only', '--exclude-entrypoints', './custom-elements.json'];
  return run('attw', join(folder, tarball), ...options) && isSound;
};

try {
  process.exitCode = check() ? 0 : 1;
} finally {
  rmSync(folder, {recursive: true, force: true});
}

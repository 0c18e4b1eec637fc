// Finds the browsers that the tests run in. On Debian, as root, installs those that are missing; elsewhere takes what
// the machine has. Chromium is never skipped; `BROWSERS=chromium,webkit` picks, and then all that it names must be there.
import {execFileSync, spawnSync} from 'node:child_process';
import {accessSync, constants, existsSync, readdirSync, readFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';

export const engines = ['chromium', 'firefox', 'webkit'];

const packages = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** Cyrillic, Arabic, Hebrew and symbols: without it pictures show boxes and rows have other heights. */
const fonts = 'fonts-dejavu-core';

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);

const first = (...candidates) => {
  for (const candidate of candidates) {
    const path = candidate?.includes('/') ? isExecutable(candidate) && candidate : candidate && onPath(candidate);
    if (path) return path;
  }
  return undefined;
};

/** MiniBrowser belongs to the library, not to a folder of programs: /usr/lib/<machine>/webkit2gtk-4.1/MiniBrowser. */
const miniBrowser = () => {
  const roots = ['/usr/lib', '/usr/libexec', '/usr/lib64'].filter(existsSync);
  const folders = roots.flatMap((root) => [root, ...readdirSync(root).map((name) => join(root, name))]);
  const editions = ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0', 'webkit2gtk-4.1.0'];
  return folders
    .flatMap((folder) => editions.map((edition) => join(folder, edition, 'MiniBrowser')))
    .find(isExecutable);
};

const finders = {
  chromium: () => {
    const program = first(
      process.env.CHROME_PATH,
      '/usr/bin/chromium',
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    );
    return program && {program};
  },
  firefox: () => {
    const program = first(
      process.env.FIREFOX_PATH,
      'firefox-esr',
      'firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    );
    return program && {program};
  },
  webkit: () => {
    const driver = first('WebKitWebDriver');
    const program = miniBrowser();
    const display = first('Xvfb');
    return driver && program && (display || process.env.DISPLAY) && {driver, program, display};
  },
};

/** The browsers of this machine: engine → programs; engines that are not there are left out. */
export const findBrowsers = () => {
  const found = {};
  for (const engine of engines) {
    const browser = finders[engine]();
    if (browser) found[engine] = browser;
  }
  return found;
};

const isDebian = () => {
  try {
    return /^ID=["']?debian["']?$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
};

const hasFonts = () => existsSync('/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf');

const install = (names) => {
  console.log(`Installing with apt-get: ${names.join(' ')}`);
  const options = {stdio: ['ignore', 'ignore', 'inherit'], env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}};
  const update = spawnSync('apt-get', ['update', '-qq'], options);
  const done =
    update.status === 0 && spawnSync('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...names], options);
  if (!done || done.status !== 0) console.error('apt-get failed; going on with the browsers that are here.');
};

const wanted = () => {
  const named = (process.env.BROWSERS ?? '').split(',').filter(Boolean);
  const unknown = named.filter((name) => !engines.includes(name));
  if (unknown.length > 0) throw new Error(`BROWSERS knows ${engines.join(', ')}, not ${unknown.join(', ')}.`);
  return named;
};

const version = ({program}) => {
  try {
    return execFileSync(program, ['--version'], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim();
  } catch {
    return program;
  }
};

/**
 * Finds or installs the browsers and says which ones will run. Throws when Chromium is missing (the end-to-end tests
 * need it whatever `BROWSERS` says), or an engine that `BROWSERS` names.
 */
export const setUpBrowsers = () => {
  const named = wanted();
  const missing = engines.filter((engine) => !finders[engine]());
  const needed = missing.filter((engine) => engine === 'chromium' || named.length === 0 || named.includes(engine));
  const lacking = [...needed.flatMap((engine) => packages[engine]), ...(hasFonts() ? [] : [fonts])];
  if (isDebian() && process.getuid?.() === 0 && lacking.length > 0) install(lacking);
  const found = findBrowsers();
  if (!found.chromium) {
    throw new Error('The tests need Chromium or Chrome. Install it, or name its program in CHROME_PATH.');
  }
  const absent = named.filter((engine) => !found[engine]);
  if (absent.length > 0) throw new Error(`BROWSERS names ${absent.join(', ')}, which this machine does not have.`);
  const chosen = engines.filter((engine) => found[engine] && (named.length === 0 || named.includes(engine)));
  for (const engine of chosen) console.log(`${engine}: ${version(found[engine])}`);
  for (const engine of engines.filter((engine) => !chosen.includes(engine))) console.log(`${engine}: not run`);
  return {found, chosen};
};

/** Files of the demo and of the build, as a browser asks for them. Nothing outside these two folders is ever read. */
import {readFile, realpath} from 'node:fs/promises';
import {extname, join, sep} from 'node:path';

const types: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
]);

/** The first part of an address → the folder that it stands for. */
const folders: ReadonlyMap<string, string> = new Map([
  ['dist', join(import.meta.dirname, '../dist')],
  ['demo', import.meta.dirname],
]);

/** Undefined where there is no such file, or none that may be read. */
export const fileAt = async (pathname: string): Promise<Response | undefined> => {
  const [, first = '', ...rest] = pathname.split('/');
  const folder = folders.get(first);
  const type = types.get(extname(pathname));
  if (folder === undefined || type === undefined || !rest.every((part) => /^\w[\w.-]*$/.test(part))) return undefined;
  try {
    const path = await realpath(join(folder, ...rest));
    if (!path.startsWith((await realpath(folder)) + sep)) return undefined;
    return new Response(await readFile(path), {
      headers: {'Content-Type': type, 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff'},
    });
  } catch {
    return undefined;
  }
};

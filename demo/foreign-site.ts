/**
 * Another site, on an origin of its own: it publishes a JSON Feed that was recorded elsewhere and knows nothing of
 * Presslet. By default it stands where the feed says that it does, so that the feed's own pictures are found.
 */
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';

import {picture} from './content/pictures.js';
import {openServer} from './endpoint/src/listen.js';
import {fill} from './html.js';

/** The address in the recorded feed. */
export const foreignPort = 8680;

export interface ForeignSite {
  readonly origin: string;
  /** The address of the feed. */
  readonly feed: string;
  readonly stop: () => Promise<void>;
}

const open = {'Access-Control-Allow-Origin': '*'};

/** @throws {Error} Where the port is taken. */
export const startForeignSite = async (port: number): Promise<ForeignSite> => {
  const feed = await readFile(join(import.meta.dirname, 'data/jsonfeed.json'));
  const page = await readFile(join(import.meta.dirname, 'pages/foreign-article.html'), 'utf8');
  const host = '127.0.0.1';
  const server = await openServer({port, host, log: () => undefined, patience: 2_000});
  server.answerWith((request) => {
    const {pathname} = new URL(request.url);
    if (pathname === '/feed.json')
      return new Response(feed, {headers: {...open, 'Content-Type': 'application/feed+json'}});
    const id = /^\/media\/img-(\d+)\.png$/.exec(pathname)?.[1];
    if (id !== undefined) return new Response(drawing(id), {headers: {...open, 'Content-Type': 'image/svg+xml'}});
    if (/^\/(?:a\/article-\d+)?$/.test(pathname))
      return new Response(fill(page, {address: pathname}), {headers: {'Content-Type': 'text/html; charset=utf-8'}});
    return new Response('Not found\n', {status: 404, headers: open});
  });
  const origin = `http://${host}:${server.address.port}`;
  return {origin, feed: `${origin}/feed.json`, stop: server.stop};
};

/** The recording holds no pictures, only where they were; these are drawn in their place. */
const drawing = (id: string): string => picture(`foreign-${id}`, {width: 1200, height: 800});

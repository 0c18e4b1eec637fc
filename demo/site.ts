/** The demo as one server: the endpoint in both editions, the pages, and another site on an origin of its own. */
import {pictureOf, seedData} from './content/seed.js';
import {editions, type EditionFacts} from './editions.js';
import {createApp, describe, type Storage} from './endpoint/src/index.js';
import {openServer, originOf} from './endpoint/src/listen.js';
import {seed} from './endpoint/src/seed.js';
import {SqliteStorage} from './endpoint/src/storage/sqlite.js';
import {fileAt} from './files.js';
import {startForeignSite} from './foreign-site.js';
import {leadPath, notFoundPage, pageAt, type Site} from './pages.js';

export interface DemoOptions {
  /** File of the SQLite database; made and filled where it is missing. */
  readonly database: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly foreignPort: number;
  readonly log?: (line: string) => void;
}

export interface Demo {
  readonly origin: string;
  /** Address of the other site's feed. */
  readonly feed: string;
  /** Whether the database was filled now. */
  readonly isNew: boolean;
  readonly stop: () => Promise<void>;
}

const host = '127.0.0.1';

/** @throws {Error} Where a port is taken: code `EADDRINUSE`. */
export const startDemo = async ({database, port, foreignPort, log = () => undefined}: DemoOptions): Promise<Demo> => {
  const started: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of started.splice(0).reverse()) await each();
  };
  try {
    const storage = new SqliteStorage(database);
    started.push(() => storage.close());
    const isNew = await seed(storage, seedData);
    const foreign = await startForeignSite(foreignPort);
    started.push(foreign.stop);
    const server = await openServer({port, host, log, patience: 3_000});
    started.push(server.stop);
    const origin = originOf(server.address, host);
    server.answerWith(await answerOf(storage, {origin, feed: foreign.feed}, log));
    return {origin, feed: foreign.feed, isNew, stop};
  } catch (error) {
    await stop();
    throw error;
  }
};

const answerOf = async (
  storage: Storage,
  {origin, feed}: Pick<Demo, 'origin' | 'feed'>,
  log: (line: string) => void,
): Promise<Answer> => {
  const endpoints = await endpointsOf(storage, origin, log);
  const list: Site['list'] = async ({lang, endpoint}, query) => {
    const answer = await endpoints[lang](new Request(`${origin}${endpoint}/articles?${query}`), undefined);
    return itemsOf(await answer.json());
  };
  const site: Site = {origin, storage, feed, list};
  return (request, remoteAddress) => {
    const {pathname} = new URL(request.url);
    const edition = Object.values(editions).find(({endpoint}) => `${pathname}/`.startsWith(`${endpoint}/`));
    return edition ? endpoints[edition.lang](request, remoteAddress) : answerPage(pathname, request, site);
  };
};

type Answer = (request: Request, remoteAddress: string | undefined) => Response | Promise<Response>;

/** One database, an endpoint for each edition: its lists hold articles in its own language. */
const endpointsOf = async (
  storage: Storage,
  origin: string,
  log: (line: string) => void,
): Promise<Readonly<Record<EditionFacts['lang'], Answer>>> => {
  const about = await storage.about();
  if (!about) throw new Error('The database is empty.');
  const endpointOf = ({lang, name, endpoint, sections}: EditionFacts): Answer => {
    const description = {
      ...describe(about),
      name,
      language: lang,
      sections: sections.map(({id, title}) => ({id, title})),
    };
    const report = (fault: unknown): void => log(`fault: ${String(fault)}`);
    const app = createApp({storage, description, base: origin + endpoint, site: `${origin}/`, report});
    const titles = new Map(sections.map(({id, title}) => [id, title]));
    return async (request, remoteAddress) => {
      const answer = await app.fetch(inLanguage(request, lang), remoteAddress === undefined ? {} : {remoteAddress});
      return lang === about.language ? answer : translated(answer, titles);
    };
  };
  return {ru: endpointOf(editions.ru), en: endpointOf(editions.en)};
};

/** What is asked of an edition without a word about the language is asked in its own. */
const inLanguage = (request: Request, lang: string): Request => {
  const url = new URL(request.url);
  if (request.method !== 'GET' || !/\/(?:articles|adjacent)$/.test(url.pathname) || url.searchParams.has('lang'))
    return request;
  url.searchParams.set('lang', lang);
  return new Request(url, {headers: request.headers});
};

/** The database holds the titles of sections in one language. */
const translated = async (answer: Response, titles: ReadonlyMap<string, string>): Promise<Response> => {
  if (!answer.ok || !answer.headers.get('Content-Type')?.includes('json')) return answer;
  const body = JSON.stringify(await answer.json(), (key, value: unknown) =>
    key === 'section' && typeof value === 'object' && value !== null && 'id' in value
      ? {...value, title: titles.get(String(value.id))}
      : value,
  );
  const headers = new Headers(answer.headers);
  headers.delete('Content-Length');
  return new Response(body, {status: answer.status, headers});
};

const itemsOf = (feed: unknown): readonly unknown[] => {
  const items: unknown = typeof feed === 'object' && feed !== null && 'items' in feed ? feed.items : [];
  return Array.isArray(items) ? items : [];
};

const answerPage = async (pathname: string, request: Request, site: Site): Promise<Response> => {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response('Method not allowed\n', {status: 405, headers: {Allow: 'GET, HEAD'}});
  const moved = redirects.get(pathname);
  if (moved !== undefined) return new Response(null, {status: 302, headers: {Location: moved}});
  const picture = /^\/pictures\/([\w-]+)\.svg$/.exec(pathname)?.[1];
  const drawing = picture === undefined ? undefined : pictureOf(picture);
  if (drawing !== undefined) return new Response(drawing, {headers: pictureHeaders});
  const file = await fileAt(pathname);
  if (file) return file;
  const page = await pageAt(pathname, site);
  return new Response(page ?? notFoundPage(pathname), {
    status: page === undefined ? 404 : 200,
    headers: pageHeaders(new URL(site.feed).origin),
  });
};

const redirects: ReadonlyMap<string, string> = new Map([
  ['/index.html', '/'],
  ['/article.html', leadPath],
  ['/favicon.ico', '/demo/content/favicon.svg'],
  ['/en', '/en/'],
]);

const pictureHeaders = {
  'Content-Type': 'image/svg+xml; charset=utf-8',
  'Cache-Control': 'max-age=3600',
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Origin': '*',
};

/** The strictest policy that a publisher may have: the demo runs under it, and so proves that Presslet does. */
const pageHeaders = (foreign: string): Readonly<Record<string, string>> => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: https: http:",
    `connect-src 'self' ${foreign}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types presslet',
  ].join('; '),
});

/** The application on Node. Everything below the endpoint's path is its own; the rest may be the pages of a site. */
import {createApp, type EndpointApp, type EndpointOptions} from './app.js';
import {describe, type Description} from './describe.js';
import {originOf, openServer, type Answer} from './listen.js';
import type {Storage} from './storage/port.js';

export interface ServerOptions extends Omit<EndpointOptions, 'description'> {
  /** 0 takes a free one. */
  readonly port?: number;
  readonly host?: string;
  /** Added to what the storage says of the publisher. */
  readonly description?: Partial<Description>;
  /** Answers whatever is not below the endpoint's path, say the pages of a site. */
  readonly pages?: (running: Running) => Fetch;
  readonly log?: (line: string) => void;
  /** How long open requests may take when the server stops, in milliseconds. */
  readonly patience?: number;
}

export type Fetch = (request: Request) => Response | Promise<Response>;

/** What the pages beside the endpoint may need. */
export interface Running {
  /** `http://host:port`. */
  readonly origin: string;
  /** The endpoint's address. */
  readonly endpoint: string;
  readonly storage: Storage;
  /** The endpoint without the network. */
  readonly fetch: Fetch;
}

export interface RunningServer extends Running {
  /** Refuses new requests, finishes those under way, closes the storage. */
  readonly stop: () => Promise<void>;
}

/** Takes charge of the storage: closes it when the server stops, and when it cannot start. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const {storage, port = 0, host = '127.0.0.1', log = console.log, patience = 10_000} = options;
  try {
    const about = await storage.about();
    if (!about) throw new Error('The database is empty: give a seed to fill it with.');
    const description = {...describe(about), ...options.description};
    const server = await openServer({port, host, log, patience});
    const {running, answer} = compose(options, description, originOf(server.address, host));
    server.answerWith(answer);
    const stop = async (): Promise<void> => {
      await server.stop();
      await storage.close();
      log('stopped');
    };
    return {...running, stop};
  } catch (error) {
    await storage.close();
    throw error;
  }
};

/** The addresses are known only now, where the port was chosen by the system. */
const compose = (
  options: ServerOptions,
  description: Description,
  origin: string,
): {running: Running; answer: Answer} => {
  const {storage, log = console.log} = options;
  // Absolute, so that no Host header of a request gets into an answer that caches keep.
  const base = new URL(options.base ?? '/presslet', origin).href;
  const site = new URL(options.site ?? '/', origin).href;
  const app = createApp({report: (fault) => log(faultLine(fault)), ...options, description, base, site});
  const running: Running = {
    origin,
    endpoint: base.replace(/\/+$/u, ''),
    storage,
    fetch: (request) => app.fetch(request, {}),
  };
  return {running, answer: route(app, running, options.pages?.(running))};
};

const route = (app: EndpointApp, {endpoint}: Running, pages: Fetch | undefined): Answer => {
  const {pathname: path} = new URL(endpoint);
  const isOwn = (pathname: string): boolean => path === '/' || pathname === path || pathname.startsWith(`${path}/`);
  return (request, remoteAddress) => {
    if (pages && !isOwn(new URL(request.url).pathname)) return pages(request);
    return app.fetch(request, remoteAddress === undefined ? {} : {remoteAddress});
  };
};

const faultLine = (fault: unknown): string =>
  `fault: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`;

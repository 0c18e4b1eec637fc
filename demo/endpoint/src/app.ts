/**
 * The endpoint as one Hono application. It knows no Node: it runs on a server, in tests and in a browser's service
 * worker alike, over whichever storage it is given.
 */
import {Hono, type Context} from 'hono';

import {openToAll} from './cors.js';
import type {Description} from './describe.js';
import type {Bindings, Endpoint, Limits} from './endpoint.js';
import {Nameless, type Random} from './nameless.js';
import type {Place} from './place.js';
import {Problem, problemResponse} from './problem.js';
import {answerAdjacent} from './routes/adjacent.js';
import {answerArticles} from './routes/articles.js';
import {answerCounts} from './routes/counts.js';
import {answerDescription} from './routes/description.js';
import {answerReaction} from './routes/reactions.js';
import {answerView} from './routes/views.js';
import {StorageBusy, type Storage} from './storage/port.js';

export interface EndpointOptions {
  readonly storage: Storage;
  readonly description: Description;
  /** Where the endpoint is: a path, or an absolute address where a proxy hides it. */
  readonly base?: string;
  /** What the addresses of articles and images are relative to; the origin of the request where it is absent. */
  readonly site?: string;
  readonly clock?: () => number;
  readonly random?: Random;
  readonly limits?: Partial<Limits>;
  /** Told of every fault that a caller only sees as "500". */
  readonly report?: (fault: unknown) => void;
}

export type EndpointApp = Hono<{Bindings: Bindings}>;

type Answer = (endpoint: Endpoint, context: Context<{Bindings: Bindings}>) => Promise<Response>;

const usualLimits: Limits = {ids: 100, articles: 100, busiest: 200, kinds: 5, body: 16_384};

const reads: ReadonlyMap<string, Answer> = new Map([
  ['', answerDescription],
  ['/articles', answerArticles],
  ['/adjacent', answerAdjacent],
  ['/counts', answerCounts],
]);

const writes: ReadonlyMap<string, Answer> = new Map([
  ['/views', answerView],
  ['/reactions', answerReaction],
]);

export const createApp = (options: EndpointOptions): EndpointApp => {
  const {base = '/presslet', report = console.error} = options;
  const path = new URL(base, 'http://endpoint.invalid/').pathname.replace(/\/+$/u, '');
  const endpoint = endpointOf(options, base, path);
  const app = new Hono<{Bindings: Bindings}>({strict: false});
  app.use('*', openToAll);
  for (const [resource, answer] of reads) {
    app.get(path + resource || '/', (context) => answer(endpoint, context));
    app.all(path + resource || '/', () => refuseMethod('GET, HEAD, OPTIONS'));
  }
  for (const [resource, answer] of writes) {
    app.post(path + resource || '/', (context) => answer(endpoint, context));
    app.all(path + resource || '/', () => refuseMethod('POST, OPTIONS'));
  }
  app.notFound(() =>
    problemResponse(new Problem('unknown-resource', `The endpoint is at ${path || '/'}; ask it there.`)),
  );
  app.onError((error) => problemResponse(problemOf(error, report)));
  return app;
};

const endpointOf = (options: EndpointOptions, base: string, path: string): Endpoint => {
  const {storage, description, site, limits, clock = Date.now, random = randomBytes} = options;
  const placeOf = (address: string): Place => {
    const {origin} = new URL(base, address);
    return {base: origin + path, site: new URL(site ?? '/', address).href};
  };
  const nameless = new Nameless(random);
  return {storage, description, limits: {...usualLimits, ...limits}, nameless, now: clock, placeOf};
};

const randomBytes: Random = (bytes) => crypto.getRandomValues(bytes);

const refuseMethod = (allow: string): Response =>
  problemResponse(new Problem('wrong-method', `Use ${allow}.`, {headers: {Allow: allow}}));

/** Of a fault the caller learns nothing but that it was one. */
const problemOf = (error: unknown, report: (fault: unknown) => void): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof StorageBusy) {
    return new Problem('busy', 'Others are writing; send the same request again.', {retryAfter: 1});
  }
  report(error);
  return new Problem('fault', 'The fault is on this side; send the same request later.');
};

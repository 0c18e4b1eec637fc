/**
 * The fake publisher of all browser tests: the real endpoint application over memory, behind msw, on another origin.
 * A test may change its stock, hold its answers back, or put another answer in the place of one.
 * Each opening is at another address: what a page knows of an endpoint stays known for the life of the page.
 */
import {
  createApp,
  describe,
  MemoryStorage,
  seed,
  type EndpointApp,
  type SeedArticle,
  type SeedData,
} from '../../demo/endpoint/src/index.js';
import {http, type HttpHandler} from 'msw';
import {setupWorker, type SetupWorker} from 'msw/browser';

/** What a request was, for a test that counts them. */
export interface Asked {
  readonly method: string;
  /** Path and query below the endpoint's address, decoded: `/articles?limit=10`; empty for the endpoint itself. */
  readonly path: string;
  readonly body: string;
}

type Answer = (request: Request) => Response | Promise<Response>;

export interface Publisher {
  /** The endpoint's address. */
  readonly endpoint: string;
  readonly origin: string;
  /** Every request since the last `open`, in order. */
  readonly asked: readonly Asked[];
  /** Opens anew, with this stock. To be called in `beforeEach`. */
  open(stock?: Partial<SeedData>): Promise<void>;
  /** Answers whatever begins with this path below the endpoint (as `/articles`; empty for all) in another way from now on. */
  answer(path: string, answer: Answer): void;
  /** Takes back what `answer` said. */
  behave(): void;
  /** Holds answers to this path back until they are let go. Answers how to let them go. */
  hold(path: string): () => void;
  /** The endpoint itself, without the network between. */
  fetch(request: Request): Promise<Response>;
}

const origin = 'https://news.example';
let openings = 0;
let base = '';

const asked: Asked[] = [];
let app: EndpointApp | undefined;
let answers: {readonly path: string; readonly answer: Answer}[] = [];
let worker: SetupWorker | undefined;

const fetchApp = async (request: Request): Promise<Response> => {
  if (!app) throw new Error('The publisher is not open.');
  return app.fetch(request, {});
};

const respond = async (request: Request): Promise<Response> => {
  // A request of an earlier test may still come: it is not this one's.
  if (!isBelow(request.url)) return Response.error();
  const path = decodeURIComponent(request.url.slice(base.length));
  asked.push({method: request.method, path, body: await request.clone().text()});
  const other = answers.findLast((each) => path.startsWith(each.path));
  return other ? other.answer(request) : fetchApp(request);
};

const isBelow = (url: string): boolean => url === base || url.startsWith(`${base}/`) || url.startsWith(`${base}?`);

const handlers: readonly HttpHandler[] = [http.all(`${origin}/*`, ({request}) => respond(request))];

/** Firefox hands a request that may outlive its page to no service worker, and so not to us. */
const endWithThePage = (): void => {
  const {fetch} = globalThis;
  globalThis.fetch = (input, init) => fetch(input, {...init, keepalive: false});
};

const start = async (): Promise<void> => {
  if (worker) return;
  endWithThePage();
  worker = setupWorker(...handlers);
  await worker.start({quiet: true, onUnhandledFrame: 'bypass'});
};

export const publisher: Publisher = {
  get endpoint() {
    return base;
  },
  origin,
  asked,
  async open(stock = {}) {
    await start();
    const storage = new MemoryStorage();
    await seed(storage, {...smallStock, ...stock});
    const about = await storage.about();
    if (!about) throw new Error('The storage is empty.');
    base = `${origin}/${++openings}`;
    app = createApp({storage, description: describe(about), base, site: `${origin}/`});
    answers = [];
    asked.length = 0;
  },
  answer(path, answer) {
    answers.push({path, answer});
  },
  behave() {
    answers = [];
  },
  hold(path) {
    const {promise, resolve} = Promise.withResolvers<undefined>();
    answers.push({path, answer: (request) => promise.then(() => fetchApp(request))});
    return () => resolve(undefined);
  },
  fetch: fetchApp,
};

/** An article of which a test says only what matters. */
export const article = (id: string, given: Partial<SeedArticle> = {}): SeedArticle => ({
  id,
  slug: `story-${id}`,
  lang: 'en',
  title: `Story ${id}`,
  standfirst: `What story ${id} is about.`,
  section: 'news',
  authors: ['Ada Stone'],
  date: new Date(Date.UTC(2026, 10, 20) - Number(id.replace(/\D/g, '') || 0) * 3_600_000).toISOString(),
  views: 0,
  reactions: {},
  people: 0,
  ...given,
});

/** Twelve articles `1` (newest) to `12`, of which `1` has 1,043 views and three people's reactions. */
const smallStock: SeedData = {
  name: 'The Example',
  language: 'en',
  kinds: [
    {kind: 'like', label: {en: 'Like', ru: 'Нравится'}, icon: '👍'},
    {kind: 'super', label: {en: 'Super', ru: 'Супер'}, icon: '🔥'},
  ],
  sections: [
    {id: 'news', title: 'News'},
    {id: 'products', title: 'Products'},
  ],
  authors: [{name: 'Ada Stone'}],
  articles: Array.from({length: 12}, (_, index) => {
    const id = String(index + 1);
    if (index === 0) return article(id, {views: 1043, reactions: {like: 3, super: 1}, people: 3});
    return article(id, {views: index * 100, section: index % 3 === 0 ? 'products' : 'news'});
  }),
};

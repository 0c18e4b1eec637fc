/** From an address to a provider: by the adapter that the page names, else by what the endpoint answers. */

import {Failure} from '../model/failure.js';
import type {Provider} from '../model/provider.js';
import type {Tell} from '../model/tell.js';
import {parseJson} from '../net/json.js';
import type {Fetch} from '../net/request.js';
import {createWire, type Wire} from '../net/wire.js';
import {canonicalEndpoint} from './address.js';
import {isFeed, readFeed} from './feed-document.js';
import {createFeedProvider} from './json-feed.js';
import {createEagerProvider, createPressletProvider, isDescription} from './presslet.js';

export {canonicalEndpoint} from './address.js';

export interface OpenOptions {
  /** Names the format, so that nothing needs to be asked to find it out. */
  readonly adapter?: string;
  readonly fetch?: Fetch;
  /** Ends the detection, and nothing else. */
  readonly signal?: AbortSignal;
  /** Hears what is wrong with the description. */
  readonly tell?: Tell;
}

/** The provider of an endpoint. Rejects with a `Failure`: `unreadable` for a format that is not known here. */
export const open = async (endpoint: string, options: OpenOptions = {}): Promise<Provider> => {
  const {adapter = '', fetch, signal = new AbortController().signal, tell} = options;
  const url = canonicalEndpoint(endpoint);
  if (url === undefined)
    throw new Failure('unsupported', `“${endpoint}” is no absolute http or https address of an endpoint.`);
  const wire = createWire(fetch);
  if (!adapter) return detect(url, wire, signal, tell);
  const make = adapters.get(adapter);
  if (make) return make(url, wire, tell);
  throw new Failure('unsupported', `There is no adapter “${adapter}”; there are ${[...adapters.keys()].join(', ')}.`, {
    url,
  });
};

/** The provider of a description that the page itself holds; undefined for what is none. `base`: what its addresses are relative to. */
export const providerOf = (document: unknown, base: string, {fetch, tell}: OpenOptions = {}): Provider | undefined =>
  isDescription(document) ? createPressletProvider(base, document, createWire(fetch), tell) : undefined;

type MakeProvider = (url: string, wire: Wire, tell?: Tell) => Provider;

const adapters: ReadonlyMap<string, MakeProvider> = new Map<string, MakeProvider>([
  ['presslet', createEagerProvider],
  ['json-feed', (url, wire) => createFeedProvider(url, undefined, wire)],
]);

/** Asks once, exactly as the address is written, and tells the format by the answer. */
const detect = async (url: string, wire: Wire, signal: AbortSignal, tell?: Tell): Promise<Provider> => {
  const answer = await wire.get(url, signal);
  const document = parseJson(answer, tried);
  if (isDescription(document)) return createPressletProvider(answer.url, document, wire, tell);
  if (isFeed(document)) return createFeedProvider(url, readFeed(answer, document), wire);
  throw new Failure('unreadable', `${url} answered JSON of another kind.${tried}`, {url, status: answer.status});
};

const tried = ' Known are a Presslet description ("presslet": 1) and JSON Feed 1.0 and 1.1 ("version").';

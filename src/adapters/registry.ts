/** From an address to a provider: by the adapter that the page names, else by what the endpoint answers. */

import {Failure, failureOf} from '../model/failure.js';
import {lazy} from '../model/lazy.js';
import type {Provider} from '../model/provider.js';
import type {Tell} from '../model/tell.js';
import {jsonIn} from '../net/json.js';
import type {Fetch} from '../net/request.js';
import {createWire} from '../net/wire.js';
import {canonicalEndpoint} from './address.js';
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

/** All formats but our own. */
const loadOthers = lazy(() => import('./others.js'));

/**
 * The provider of an endpoint, which is asked once, exactly as its address is written, unless the page names an adapter.
 * Rejects with a `Failure`: `unreadable` for a format that is not known here.
 */
export const open = async (endpoint: string, {adapter, fetch, signal, tell}: OpenOptions = {}): Promise<Provider> => {
  const url = canonicalEndpoint(endpoint);
  if (!url) throw new Failure('unsupported', `“${endpoint}” is no absolute http(s) address.`);
  const wire = createWire(fetch);
  if (adapter === 'presslet') return createEagerProvider(url, wire, tell);
  const by = adapter || (await wire.get(url, signal));
  if (typeof by === 'object') {
    const document = jsonIn(by.text);
    if (isDescription(document)) return createPressletProvider(by.url, document, wire, tell);
  }
  try {
    return (await loadOthers()).openOther(url, by, wire);
  } catch (thrown) {
    throw failureOf(thrown);
  }
};

/** The provider of a description that the page itself holds; undefined for what is none. `base`: what its addresses are relative to. */
export const providerOf = (document: unknown, base: string, {fetch, tell}: OpenOptions = {}): Provider | undefined =>
  isDescription(document) ? createPressletProvider(base, document, createWire(fetch), tell) : undefined;

/** One store for one endpoint: two would be two numbers for one article. */
import type {Provider} from '../model/provider.js';
import type {Store} from './store.js';

export interface Stores {
  /** @param endpoint - Its canonical address. */
  ofEndpoint(endpoint: string, adapter?: string): Store;
  /** The object itself is the key. */
  ofProvider(provider: Provider): Store;
}

export const createStores = (
  makeOfEndpoint: (endpoint: string, adapter: string) => Store,
  makeOfProvider: (provider: Provider) => Store,
): Stores => {
  const byEndpoint = new Map<string, Store>();
  const byProvider = new WeakMap<Provider, Store>();
  return {
    // No canonical address holds a space.
    ofEndpoint: (endpoint, adapter = '') =>
      kept(byEndpoint, `${endpoint} ${adapter}`, () => makeOfEndpoint(endpoint, adapter)),
    ofProvider: (provider) => kept(byProvider, provider, () => makeOfProvider(provider)),
  };
};

interface Keeper<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

const kept = <K, V>(keeper: Keeper<K, V>, key: K, make: () => V): V => {
  const value = keeper.get(key) ?? make();
  keeper.set(key, value);
  return value;
};

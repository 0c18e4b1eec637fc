/**
 * Where an element gets its data: the first that applies of its own `endpoint`, `source="id"`, the nearest ancestor source
 * (through shadow roots), and the page's default, which is the first source without children.
 * A source takes what it lacks from the next one by the same order.
 */
import {canonicalEndpoint} from '../adapters/registry.js';
import type {Provider} from '../model/provider.js';
import {strictest, type Consent} from './consent.js';

/** Decides whether a view counts. Presslet's own rule leaves out automated browsers. */
export type ViewRule = (facts: {
  readonly article: string;
  readonly element: Element;
  readonly isAutomated: boolean;
}) => boolean;

/** What one element says about its source. Texts are as the page wrote them. */
export interface Wishes {
  readonly endpoint?: string | undefined;
  readonly provider?: Provider | undefined;
  readonly adapter?: string | undefined;
  readonly article?: string | undefined;
  readonly section?: string | undefined;
  readonly source?: string | undefined;
  readonly consent?: Consent | undefined;
  readonly site?: string | undefined;
  readonly timeZone?: string | undefined;
  /** Seconds between two refreshes. */
  readonly refresh?: number | undefined;
  readonly viewRule?: ViewRule | undefined;
}

/** What applies to an element after all sources around it were asked. */
export interface Settings extends Omit<Wishes, 'source' | 'consent'> {
  readonly consent: Consent;
}

const known = new Map<Element, () => Wishes>();
const listeners = new Set<() => void>();

/** Tells every element that looks for a source that something about sources is different now. */
export const sourcesChanged = (): void => {
  for (const listener of [...listeners]) listener();
};

/** Makes an element known as a source while it is connected. Answers how to end that. */
export const offerSource = (element: Element, wishes: () => Wishes): (() => void) => {
  known.set(element, wishes);
  sourcesChanged();
  return () => {
    known.delete(element);
    sourcesChanged();
  };
};

/** Hears when sources come, go or change. Answers how to stop. */
export const watchSources = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const parentOf = (node: Node): Node | null => node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);

/** An ancestor that will be a source once its element is defined: until then nobody inside it looks further. */
const isSourceToBe = (node: Element): boolean => node.localName.endsWith('-source') && node.matches(':not(:defined)');

const nearest = (element: Element): Element | undefined => {
  for (let node = parentOf(element); node; node = parentOf(node)) {
    if (node instanceof Element && (known.has(node) || isSourceToBe(node))) return node;
  }
  return undefined;
};

const named = (element: Element, id: string): Element | undefined => {
  for (let root: Node = element.getRootNode(); ; root = root.host.getRootNode()) {
    if (root instanceof Document || root instanceof ShadowRoot) {
      const found = root.getElementById(id);
      if (found) return found;
    }
    if (!(root instanceof ShadowRoot)) return undefined;
  }
};

const isBefore = (one: Element, other: Element): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

const pageDefault = (element: Element): Element | undefined => {
  let first: Element | undefined;
  for (const source of known.keys()) {
    if (source !== element && source.childElementCount === 0 && (!first || isBefore(source, first))) first = source;
  }
  return first;
};

const next = (element: Element, {source}: Wishes): Element | undefined =>
  source ? named(element, source) : (nearest(element) ?? pageDefault(element));

/** The element's own wishes, then those of the sources that complete them. */
const chainOf = (element: Element, own: Wishes): readonly Wishes[] => {
  const chain = [own];
  const seen = new Set<Element>([element]);
  for (let at = next(element, own); at && !seen.has(at);) {
    const wishes = known.get(at)?.();
    if (!wishes) break;
    chain.push(wishes);
    seen.add(at);
    at = next(at, wishes);
  }
  return chain;
};

const endpointOf = ({endpoint, provider}: Wishes): unknown =>
  provider ?? (endpoint ? (canonicalEndpoint(endpoint, document.baseURI) ?? endpoint) : undefined);

const first = <K extends keyof Wishes>(chain: readonly Wishes[], name: K): Wishes[K] =>
  chain.find((wishes) => wishes[name] !== undefined && wishes[name] !== '')?.[name];

/**
 * What applies to an element, or undefined while no endpoint is known for it.
 * `adapter`, `article` and `section` count only from those on the same endpoint; `consent` is the strictest of all.
 */
export const settingsOf = (element: Element, own: Wishes): Settings | undefined => {
  const chain = chainOf(element, own);
  const at = chain.find((wishes) => endpointOf(wishes) !== undefined);
  if (!at) return undefined;
  const endpoints = chain.map((_, index) => chain.slice(index).map(endpointOf).find(Boolean));
  const same = chain.filter((_, index) => endpoints[index] === endpointOf(at));
  return {
    endpoint: at.endpoint,
    provider: at.provider,
    adapter: first(same, 'adapter'),
    article: first(same, 'article'),
    section: first(same, 'section'),
    site: first(chain, 'site'),
    timeZone: first(chain, 'timeZone'),
    refresh: first(chain, 'refresh'),
    viewRule: first(chain, 'viewRule'),
    consent: strictest(chain.map(({consent}) => consent)),
  };
};

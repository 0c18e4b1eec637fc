/**
 * Where an element gets its data: the first that applies of its own `endpoint`, `source="id"`, the nearest ancestor source
 * (through shadow roots), and the page's default, which is the first source without children.
 * A source takes what it lacks from the next one by the same order.
 */
import {canonicalEndpoint} from '../adapters/registry.js';
import type {Provider} from '../model/provider.js';
import {consentOf, strictest, type Consent} from './consent.js';

/** Decides whether a view counts. Presslet's own rule leaves out automated browsers. */
export type ViewRule = (facts: {
  readonly article: string;
  readonly element: Element;
  readonly isAutomated: boolean;
}) => boolean;

/** What one element says about its source, in properties of these names. Texts are as the page wrote them; an empty one says nothing. */
export interface Wishes {
  readonly endpoint?: string | undefined;
  readonly provider?: Provider | undefined;
  readonly adapter?: string | undefined;
  readonly article?: string | undefined;
  readonly section?: string | undefined;
  readonly source?: string | undefined;
  readonly consent?: string | undefined;
  readonly site?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly viewRule?: ViewRule | undefined;
}

/** What applies to an element after all sources around it were asked. */
export interface Settings extends Omit<Wishes, 'source' | 'consent'> {
  readonly consent: Consent;
}

/** The sources that are in the page. */
const known = new Map<Node, Wishes>();
const listeners = new Set<() => void>();

/** Tells every element that looks for a source that something about sources is different now. */
export const sourcesChanged = (): void => {
  for (const listener of [...listeners]) listener();
};

/** Makes an element known as a source while it is connected. Answers how to end that. */
export const offerSource = (element: Element & Wishes): (() => void) => {
  known.set(element, element);
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

/** An ancestor that will be a source once its element is defined: until then nobody inside it looks further. */
const isSourceToBe = (node: Node): boolean =>
  node instanceof Element && node.localName.endsWith('-source') && node.matches(':not(:defined)');

const nearest = (element: Node): Node | undefined => {
  let node: Node | null = element;
  do node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  while (node && !known.has(node) && !isSourceToBe(node));
  return node ?? undefined;
};

/** Looked for in the element's own tree first, then outwards. */
const named = (element: Node, id: string): Node | undefined => {
  const root = element.getRootNode();
  const found = root instanceof Document || root instanceof ShadowRoot ? root.getElementById(id) : undefined;
  return found ?? (root instanceof ShadowRoot ? named(root.host, id) : undefined);
};

/** The first in the page that has no children, and so is meant for nobody in particular. */
const pageDefault = (element: Node): Node | undefined =>
  [...known.keys()]
    .filter((source) => source !== element && source instanceof Element && source.childElementCount === 0)
    .sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0];

/** The element's own wishes, then those of the sources that complete them, each once. */
const chainOf = (element: Node, own: Wishes): readonly Wishes[] => {
  const chain: Wishes[] = [];
  let at: Node | undefined = element;
  let wishes: Wishes | undefined = own;
  while (at && wishes && !chain.includes(wishes)) {
    chain.push(wishes);
    at = wishes.source ? named(at, wishes.source) : (nearest(at) ?? pageDefault(at));
    wishes = at && known.get(at);
  }
  return chain;
};

/** Who names a source elsewhere, or an endpoint of its own, is still bound by the sources that it stands in. */
const consentsAround = (element: Node): readonly (string | undefined)[] => {
  const source = nearest(element);
  return source ? [known.get(source)?.consent, ...consentsAround(source)] : [];
};

const endpointOf = ({endpoint, provider}: Wishes): unknown =>
  provider ?? (endpoint ? (canonicalEndpoint(endpoint, document.baseURI) ?? endpoint) : undefined);

const first = <K extends keyof Wishes>(chain: readonly Wishes[], name: K): Wishes[K] =>
  chain.find((wishes) => wishes[name] !== undefined && wishes[name] !== '')?.[name];

/**
 * What applies to an element, or undefined while no endpoint is known for it.
 * `adapter`, `article` and `section` count only from those on the same endpoint; `consent` is the strictest of all,
 * and of every source around the element.
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
    viewRule: first(chain, 'viewRule'),
    consent: strictest([...chain.map(({consent}) => consent), ...consentsAround(element)].map(consentOf)),
  };
};

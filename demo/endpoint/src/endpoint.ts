/** What every route needs: the settings of the application, made whole. */
import type {Description} from './describe.js';
import type {Nameless} from './nameless.js';
import {stored, type Place} from './place.js';
import {Problem} from './problem.js';
import type {Filter, Refusal, Storage} from './storage/port.js';

export interface Endpoint {
  readonly storage: Storage;
  readonly description: Description;
  readonly limits: Limits;
  readonly nameless: Nameless;
  readonly now: () => number;
  readonly placeOf: (address: string) => Place;
}

export interface Limits {
  /** Ids in one request. */
  readonly ids: number;
  /** Articles on one page. */
  readonly articles: number;
  /** Articles in `/counts` without ids. */
  readonly busiest: number;
  /** Kinds that one reader may choose for one article. */
  readonly kinds: number;
  /** Bytes in the body of a write. */
  readonly body: number;
}

/** What the server's adapter says of a request, as Hono's bindings. The address is used in memory and never stored. */
export interface Bindings {
  readonly remoteAddress?: string;
}

/** Own ids by the names that were asked for. */
export const resolveNames = async (
  {storage}: Endpoint,
  names: readonly string[],
  place: Place,
): Promise<ReadonlyMap<string, string>> => {
  const known = await storage.resolve([...new Set(names.flatMap((name) => [name, stored(name, place)]))]);
  const pairs = names.flatMap((name) => {
    const id = known.get(name) ?? known.get(stored(name, place));
    return id === undefined ? [] : [[name, id] as const];
  });
  return new Map(pairs);
};

/** The own id of an article that has to be known. */
export const resolveName = async (endpoint: Endpoint, name: string, place: Place): Promise<string> => {
  const id = (await resolveNames(endpoint, [name], place)).get(name);
  if (id === undefined) throw unknownArticle();
  return id;
};

/** The section named, or that of the article named. */
export const sectionOf = async (
  endpoint: Endpoint,
  names: {readonly section: string | undefined; readonly article: string | undefined},
  place: Place,
): Promise<Pick<Filter, 'section'>> => {
  if (names.section !== undefined) return {section: names.section};
  if (names.article === undefined) return {};
  const [article] = await endpoint.storage.articles([await resolveName(endpoint, names.article, place)]);
  return article ? {section: article.text.section.id} : {};
};

export const refusal = ({refused}: Refusal): Problem => {
  if (refused === 'unknown') return unknownArticle();
  if (refused === 'gone') return withdrawn();
  return new Problem('reactions-closed', 'Show the numbers without buttons; nothing can be changed any more.');
};

export const withdrawn = (): Problem => new Problem('withdrawn', 'Remove the article from the page.');

const unknownArticle = (): Problem =>
  new Problem('unknown-article', 'No article has this id, address or canonical address; check it in /articles.');

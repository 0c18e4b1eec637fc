/** The three renderings of a list: each story of a list is told in all of them. */
import {renderTeasers} from '../../src/server.js';
import type {PressTeasers} from '../../src/index.js';
import {publisher} from './publisher.js';
import {nextEvent, until} from './wait.js';

export type RenderingName = 'own' | 'template' | 'adopted';
export const renderings: readonly RenderingName[] = ['own', 'template', 'adopted'];

export interface Place {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly lang?: string;
  /** Query of the list that a server has written, for `adopted`. */
  readonly served?: string;
}

/** A row as a page's designer writes it. */
export const pageRow = `<li itemscope itemtype="https://schema.org/NewsArticle">
  <h4 itemprop="headline"><a itemprop="url"></a></h4>
  <time itemprop="datePublished"></time>
  <span itemprop="interactionStatistic" itemscope itemtype="https://schema.org/InteractionCounter">
    <meta itemprop="interactionType" content="https://schema.org/ReadAction"><data itemprop="userInteractionCount"></data>
  </span>
  <data data-press="summary"></data>
</li>`;

/** Makes a list of teasers, not yet in the page. */
export const makeTeasers = async (rendering: RenderingName, place: Place = {}): Promise<PressTeasers> => {
  const {attributes = {}, lang = 'en', served = 'limit=10'} = place;
  const teasers = document.createElement('press-teasers');
  for (const [name, value] of Object.entries({endpoint: publisher.endpoint, ...attributes}))
    teasers.setAttribute(name, value);
  teasers.lang = lang;
  if (rendering === 'template') putInside(teasers, `<ul><template>${pageRow}</template></ul>`);
  if (rendering === 'adopted') putInside(teasers, await serverRows(served, lang));
  return teasers;
};

/** Makes a list, puts it into the page, and waits until its articles are there. */
export const showTeasers = async (rendering: RenderingName, place?: Place): Promise<PressTeasers> => {
  const teasers = await makeTeasers(rendering, place);
  const loaded = nextEvent(teasers, 'press-loaded');
  document.body.append(teasers);
  await loaded;
  return teasers;
};

/** The rows, wherever they stand. */
export const rowsOf = (teasers: Element): readonly HTMLElement[] => [
  ...(teasers.shadowRoot?.querySelectorAll<HTMLElement>('ul > [itemid]') ?? []),
  ...teasers.querySelectorAll<HTMLElement>('[itemid]'),
];

export const idsOf = (teasers: Element): readonly (string | null)[] =>
  rowsOf(teasers).map((row) => row.getAttribute('itemid'));

/** The view count that a reader sees in the row of an article. */
export const viewsIn = (teasers: Element, id: string): string =>
  rowsOf(teasers)
    .find((row) => row.getAttribute('itemid') === id)
    ?.querySelector('[itemprop=userInteractionCount]')?.textContent ?? '';

export const removeAll = (): void => document.body.replaceChildren();

/** Waits until all rows of a list are there. */
export const untilRows = (teasers: Element, count: number): Promise<void> =>
  until(() => rowsOf(teasers).length === count);

const serverRows = async (query: string, lang: string): Promise<string> => {
  const response = await publisher.fetch(new Request(`${publisher.endpoint}/articles?${query}`));
  const feed: unknown = await response.json();
  const items = typeof feed === 'object' && feed && 'items' in feed && Array.isArray(feed.items) ? feed.items : [];
  return renderTeasers(items, {lang, timeZone: 'UTC', base: publisher.origin});
};

const putInside = (element: Element, html: string): void => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  element.append(...parsed.body.childNodes);
};

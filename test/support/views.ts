/** View counts for tests: widgets inside a source, what they show, and what the publisher heard of views. */
import type {PressSource, PressViews} from '../../src/index.js';
import {publisher} from './publisher.js';

type Attributes = Readonly<Record<string, string>>;

/** The words that a reader sees and the words that are read aloud. */
export const seenIn = ({shadowRoot}: PressViews): string =>
  shadowRoot?.querySelector('[part=count] > *')?.textContent ?? '';
export const saidIn = ({shadowRoot}: PressViews): string => shadowRoot?.querySelector('.hidden')?.textContent ?? '';

export const makeViews = (attributes: Attributes = {}, ...inside: (Node | string)[]): PressViews => {
  const views = document.createElement('press-views');
  for (const [name, value] of Object.entries({article: '1', lang: 'en', ...attributes}))
    views.setAttribute(name, value);
  views.append(...inside);
  return views;
};

/** Widgets inside a source of the publisher's. */
export const showViews = (views: readonly PressViews[], attributes: Attributes = {}): PressSource => {
  const source = document.createElement('press-source');
  for (const [name, value] of Object.entries({endpoint: publisher.endpoint, ...attributes}))
    source.setAttribute(name, value);
  source.append(...views);
  document.body.append(source);
  return source;
};

/** The same, for an automated browser that counts as a reader. Tells of each time that the rule is asked. */
export const showCounting = (
  views: readonly PressViews[],
  attributes: Attributes = {},
): {source: PressSource; rule: string[]} => {
  const rule: string[] = [];
  const source = showViews(views, attributes);
  source.viewRule = ({article}) => rule.push(article) > 0;
  return {source, rule};
};

export const posts = (): readonly Readonly<Record<string, unknown>>[] =>
  publisher.asked
    .filter(({method}) => method === 'POST')
    .map(({path, body}) => {
      const sent: unknown = JSON.parse(body);
      return {path, ...(typeof sent === 'object' ? sent : {})};
    });

/** What the publisher itself says. */
export const viewsAt = async (id: string): Promise<unknown> => {
  const answer = await publisher.fetch(new Request(`${publisher.endpoint}/counts?id=${id}`));
  const said = (await answer.json()) as {counts: Record<string, {views: number}>}; // The endpoint's own format.
  return said.counts[id]?.views;
};

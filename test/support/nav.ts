/** Navigations for tests: widgets inside a source, and what a reader finds in them. */
import type {PressNav, PressSource} from '../../src/index.js';
import {publisher} from './publisher.js';
import {until} from './wait.js';

type Attributes = Readonly<Record<string, string>>;

export const makeNav = (attributes: Attributes = {}, inside = ''): PressNav => {
  const nav = document.createElement('press-nav');
  for (const [name, value] of Object.entries({article: '5', lang: 'en', ...attributes})) nav.setAttribute(name, value);
  nav.append(...new DOMParser().parseFromString(inside, 'text/html').body.childNodes);
  return nav;
};

/** Puts it into the page, inside a source of the publisher's. */
export const showNav = (nav: PressNav, attributes: Attributes = {}): PressSource => {
  const source = document.createElement('press-source');
  for (const [name, value] of Object.entries({endpoint: publisher.endpoint, ...attributes}))
    source.setAttribute(name, value);
  source.append(nav);
  document.body.append(source);
  return source;
};

/** The same, and waits until the articles are known. */
export const showReady = async (attributes: Attributes = {}, inside = ''): Promise<PressNav> => {
  const nav = makeNav(attributes, inside);
  showNav(nav);
  await untilState(nav, 'ready');
  await until(() => linksOf(nav).length > 0);
  return nav;
};

export const untilState = (nav: PressNav, state: string): Promise<void> => until(() => nav.matches(`:state(${state})`));

/** The links of our own rendering. */
export const linksOf = ({shadowRoot}: PressNav): readonly HTMLAnchorElement[] => [
  ...(shadowRoot?.querySelectorAll('a') ?? []),
];

export const find = ({shadowRoot}: PressNav, selector: string): HTMLElement => {
  const found = shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};

/** All words of our own rendering, as a line. */
export const wordsOf = ({shadowRoot}: PressNav): string =>
  (shadowRoot?.querySelector('nav')?.innerText ?? '').replace(/\s+/g, ' ').trim();

export const heightOf = (element: Element): number => Math.round(element.getBoundingClientRect().height);

/** Small endpoints, each a feed of one article that has the feed's name: what a list shows tells where it asked. */
import type {PressSource, PressTeasers} from '../../src/index.js';
import {publisher} from './publisher.js';
import {idsOf} from './renderings.js';
import {until} from './wait.js';

type Attributes = Readonly<Record<string, string>>;

/** Opens a feed below the publisher's address; answers its own address. */
export const openFeed = (name: string): string => {
  const item = {id: name, url: `https://${name}.example/`, title: `From ${name}`, content_text: ''};
  publisher.answer(`/${name}`, () =>
    Response.json({version: 'https://jsonfeed.org/version/1.1', title: name, items: [item]}),
  );
  return `${publisher.endpoint}/${name}`;
};

export const makeList = (attributes: Attributes = {}): PressTeasers => withAttributes('press-teasers', attributes);
export const makeSource = (attributes: Attributes = {}): PressSource => withAttributes('press-source', attributes);

/** The list comes to show this feed, or this article. */
export const shows = (teasers: Element, name: string): Promise<void> => until(() => idsOf(teasers).join(' ') === name);

/** Paths of what was asked of the publisher or of a feed. */
export const askedFor = (part: string): readonly string[] =>
  publisher.asked.map(({path}) => path).filter((path) => path.startsWith(part));

const withAttributes = <K extends 'press-teasers' | 'press-source'>(
  tag: K,
  attributes: Attributes,
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

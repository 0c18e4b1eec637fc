/** What is fetched a moment before the reader follows a link, where the engine knows no speculation rules. Chromium's rules: test/e2e. */
import {expect} from '@open-wc/testing';
import '../../src/define.js';
import type {PressNav} from '../../src/index.js';
import type {Provider} from '../../src/index.js';
import {linksOf, makeNav, showNav, untilState} from '../support/nav.js';
import {removeAll} from '../support/renderings.js';
import {frames, nextFrame, until} from '../support/wait.js';

const {supports} = HTMLScriptElement;
let round = 0;

beforeEach(() => {
  round++;
  HTMLScriptElement.supports = (type) => type !== 'speculationrules' && supports.call(HTMLScriptElement, type);
});
afterEach(() => {
  HTMLScriptElement.supports = supports;
  Reflect.deleteProperty(navigator, 'connection');
  removeAll();
});

/** A site on this origin, or another one; no page of it is there before in any test. */
const siteOf = (origin: string): Provider => {
  const item = (id: string): object => ({id, title: id, url: `${origin}/test/${round}-${id}`});
  return {adjacent: () => Promise.resolve({previous: item('old'), next: item('new'), base: origin})};
};

const prefetched = (): readonly string[] =>
  [...document.head.querySelectorAll<HTMLLinkElement>('link[rel=prefetch]')].map(({href}) =>
    href.replace(`${location.origin}/test/${round}-`, ''),
  );

/** Shows a navigation that is ready for what the reader does, and its two links. */
const show = async (
  attributes: Readonly<Record<string, string>> = {},
  inside = '',
  origin = location.origin,
): Promise<{nav: PressNav; links: readonly HTMLAnchorElement[]}> => {
  const nav = makeNav(attributes, inside);
  showNav(nav, {endpoint: ''}).provider = siteOf(origin);
  await untilState(nav, 'ready');
  await import('../../src/dom/nav-parts.js');
  await frames();
  return {nav, links: inside ? [...nav.querySelectorAll('a')] : linksOf(nav)};
};

const point = (link: Element | undefined, type = 'pointerenter'): void => {
  link?.dispatchEvent(new PointerEvent(type, {bubbles: true, composed: true}));
};

describe('prefetch', () => {
  it('begins when the reader has pointed at a link for 65 ms, and not in passing', async () => {
    const {links} = await show();
    point(links[0]);
    point(links[0], 'pointerleave');
    point(links[1]);
    expect(prefetched()).to.deep.equal([]);
    await until(() => prefetched().length > 0);
    expect(prefetched()).to.deep.equal(['new']);
  });

  it('begins at once when a link is pressed or focused', async () => {
    const {links} = await show();
    point(links[0], 'pointerdown');
    expect(prefetched()).to.deep.equal(['old']);
    links[1]?.focus();
    expect(prefetched()).to.deep.equal(['old', 'new']);
  });

  it('takes each address once, and leaves nothing behind', async () => {
    const {nav, links} = await show();
    for (let time = 0; time < 3; time++) point(links[0], 'pointerdown');
    expect(prefetched()).to.deep.equal(['old']);
    nav.remove();
    await nextFrame();
    expect(prefetched()).to.deep.equal([]);
  });

  it('goes on after the element was moved', async () => {
    const {nav, links} = await show();
    const box = document.createElement('section');
    nav.parentElement?.append(box);
    box.append(nav);
    await frames();
    point(links[1], 'pointerdown');
    await until(() => prefetched().length === 1);
  });

  it('minds the links of the page, too', async () => {
    const {links} = await show({}, `<a rel="prev" href="/test/${round}-old">Old</a>`);
    point(links[0], 'pointerdown');
    expect(prefetched()).to.deep.equal(['old']);
  });

  for (const [what, attributes, origin] of [
    ['where the page wants none', {prefetch: 'none'}, location.origin],
    ['of another site', {}, 'https://news.example'],
  ] as const) {
    it(`fetches nothing ${what}`, async () => {
      const {links} = await show(attributes, '', origin);
      for (const link of links) point(link, 'pointerdown');
      expect(prefetched()).to.deep.equal([]);
    });
  }

  it('fetches nothing without consent', async () => {
    const {links} = await show({consent: 'none'}, `<a rel="prev" href="/test/${round}-old">Old</a>`);
    point(links[0], 'pointerdown');
    expect(prefetched()).to.deep.equal([]);
  });

  for (const connection of [{saveData: true}, {effectiveType: '2g'}, {effectiveType: 'slow-2g'}]) {
    it(`fetches nothing where data is dear: ${JSON.stringify(connection)}`, async () => {
      Object.defineProperty(navigator, 'connection', {value: connection, configurable: true});
      const {links} = await show();
      for (const link of links) point(link, 'pointerdown');
      expect(prefetched()).to.deep.equal([]);
    });
  }

  it('fetches on a fast connection', async () => {
    Object.defineProperty(navigator, 'connection', {value: {saveData: false, effectiveType: '4g'}, configurable: true});
    const {links} = await show();
    point(links[0], 'pointerdown');
    expect(prefetched()).to.deep.equal(['old']);
  });
});

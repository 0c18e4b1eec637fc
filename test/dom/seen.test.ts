import {expect, fixture, html} from '@open-wc/testing';
import {watchSeen} from '../../src/dom/seen.js';

const afterFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** Heard changes of one element, and a promise for the next one. */
const listen = (element: Element) => {
  const heard: boolean[] = [];
  let wake: () => void = () => undefined;
  const stop = watchSeen(element, (isSeen) => {
    heard.push(isSeen);
    wake();
  });
  // WebKit looks no second time in the frame in which it told something: what follows waits for the next one.
  const next = (): Promise<void> => new Promise<void>((resolve) => (wake = resolve)).then(afterFrame);
  return {heard, next, stop};
};

/** Resolves when every observer of the page has looked at the page as it is now. */
const observed = async (): Promise<void> => {
  for (let round = 0; round < 2; round += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise<void>((resolve) => {
      const observer = new IntersectionObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(document.documentElement);
    });
  }
};

const part = (page: Element, selector: string): Element =>
  page.querySelector(selector) ?? expect.fail(`there is no ${selector}`);

/** Above the article stands more than one viewport; below as well. `size` is the article's height in viewports. */
const pageWith = async (size: number): Promise<{page: Element; article: Element; scrollTo(part: number): void}> => {
  const page = await fixture(html`
    <main>
      <div class="above"></div>
      <article></article>
      <div class="below"></div>
    </main>
  `);
  const article = part(page, 'article');
  for (const [selector, height] of [
    ['.above', 2],
    ['.below', 2],
    ['article', size],
  ] as const) {
    const one = part(page, selector);
    if (one instanceof HTMLElement) one.style.height = `${innerHeight * height}px`;
  }
  const top = article.getBoundingClientRect().top + scrollY;
  return {
    page,
    article,
    /** So many viewports of the article are in view, from its upper edge on. */
    scrollTo: (covered) => scrollTo({top: top - innerHeight * (1 - covered), behavior: 'instant'}),
  };
};

describe('an element is seen', () => {
  const stops: (() => void)[] = [];
  const watching = (element: Element) => {
    const listener = listen(element);
    stops.push(listener.stop);
    return listener;
  };
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    scrollTo({top: 0, behavior: 'instant'});
  });

  it('when half of it is in view, until it is not', async () => {
    const {article, scrollTo} = await pageWith(0.4);
    const {heard, next} = watching(article);
    scrollTo(0.15);
    await observed();
    expect(heard).to.deep.equal([]);
    scrollTo(0.25);
    await next();
    expect(heard).to.deep.equal([true]);
    scrollTo(0.1);
    await next();
    expect(heard).to.deep.equal([true, false]);
  });

  for (const size of [3, 30, 300]) {
    it(`when it covers half of the viewport, though it is ${size} viewports tall`, async () => {
      const {article, scrollTo} = await pageWith(size);
      const {heard, next} = watching(article);
      scrollTo(0.4);
      await observed();
      expect(heard).to.deep.equal([]);
      scrollTo(0.65);
      await next();
      expect(heard).to.deep.equal([true]);
      scrollTo(0.35);
      await next();
      expect(heard).to.deep.equal([true, false]);
    });
  }

  it('when it has no size of its own but stands in view', async () => {
    const page = await fixture(html`<div><span></span></div>`);
    const {heard, next} = watching(part(page, 'span'));
    await next();
    expect(heard).to.deep.equal([true]);
  });

  it('no longer when it is hidden or removed, and again when it is put elsewhere', async () => {
    const page = await fixture(html`<div><p>words</p><section></section></div>`);
    const paragraph = part(page, 'p');
    const {heard, next} = watching(paragraph);
    await next();
    paragraph.toggleAttribute('hidden', true);
    await next();
    paragraph.toggleAttribute('hidden', false);
    await next();
    paragraph.remove();
    await next();
    part(page, 'section').append(paragraph);
    await next();
    expect(heard).to.deep.equal([true, false, true, false, true]);
  });

  it('by everybody who watches it, also by those who come later', async () => {
    const page = await fixture(html`<div><p>words</p></div>`);
    const first = watching(part(page, 'p'));
    await first.next();
    const second = watching(part(page, 'p'));
    await second.next();
    expect(first.heard).to.deep.equal([true]);
    expect(second.heard).to.deep.equal([true]);
    first.stop();
    part(page, 'p').remove();
    await second.next();
    expect(first.heard).to.deep.equal([true]);
    expect(second.heard).to.deep.equal([true, false]);
  });

  it('not while the page is only prerendered', async () => {
    const page = await fixture(html`<div><p>words</p></div>`);
    Object.defineProperty(document, 'prerendering', {value: true, configurable: true});
    const {heard, next} = watching(part(page, 'p'));
    await observed();
    expect(heard).to.deep.equal([]);
    Reflect.deleteProperty(document, 'prerendering');
    document.dispatchEvent(new Event('prerenderingchange'));
    await next();
    expect(heard).to.deep.equal([true]);
  });

  it('by one observer for the page, which ends with its last watcher', async () => {
    const Own = IntersectionObserver;
    let made = 0;
    let ended = 0;
    globalThis.IntersectionObserver = class extends Own {
      constructor(...settings: ConstructorParameters<typeof Own>) {
        super(...settings);
        made += 1;
      }
      override disconnect() {
        super.disconnect();
        ended += 1;
      }
    };
    try {
      const page = await fixture(html`<div><p></p><p></p></div>`);
      const watchers = [...page.children].map(listen);
      expect([made, ended]).to.deep.equal([1, 0]);
      watchers[0]?.stop();
      expect([made, ended]).to.deep.equal([1, 0]);
      watchers[1]?.stop();
      watchers[1]?.stop();
      expect([made, ended]).to.deep.equal([1, 1]);
    } finally {
      globalThis.IntersectionObserver = Own;
    }
  });
});

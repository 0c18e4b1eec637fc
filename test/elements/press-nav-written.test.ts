/** The links that a page wrote inside: they stay, and lead to other articles only where the endpoint says so. */
import {expect} from '@open-wc/testing';
import '../../src/define.js';
import type {PressNav} from '../../src/index.js';
import {makeNav, showNav, untilState} from '../support/nav.js';
import {publisher} from '../support/publisher.js';
import {removeAll} from '../support/renderings.js';
import {frames, nextEvent, until} from '../support/wait.js';

beforeEach(() => publisher.open());
afterEach(removeAll);

const address = (id: number): string => `${publisher.origin}/articles/story-${id}`;
const right = (): string =>
  `<a rel="prev" href="${address(6)}"><small>Earlier</small> <b>Story 6</b></a> <a rel="next" href="${address(4)}">Story 4</a>`;
const wrong = (): string =>
  `<p><a rel="prev" href="${address(9)}">← <small>Earlier</small> <b>Story 9</b> <time>1 May</time></a></p>
  <p><a rel="next" href="${address(8)}" title="Next: Story 8">Story 8 →</a></p>`;

const link = (nav: PressNav, rel: 'prev' | 'next'): HTMLAnchorElement => {
  const found = nav.querySelector<HTMLAnchorElement>(`a[rel=${rel}]`);
  if (!found) throw new Error(`There is no ${rel}.`);
  return found;
};

/** Shows it, and waits until the articles are known and all was written. */
const show = async (inside: string, attributes: Readonly<Record<string, string>> = {}): Promise<PressNav> => {
  const nav = makeNav(attributes, inside);
  const loaded = nextEvent(nav, 'press-loaded');
  showNav(nav);
  await loaded;
  await frames();
  return nav;
};

describe('links of the page', () => {
  describe('accessibility', () => {
    it('has no violation, as they were and as they are written', async () => {
      const nav = makeNav({}, wrong());
      showNav(nav);
      await expect(nav).to.be.accessible();
      await until(() => link(nav, 'prev').href === address(6));
      await expect(nav).to.be.accessible();
    });

    it('stand in one landmark, which is the page’s where it has one', async () => {
      const ours = await show(right());
      expect(ours.shadowRoot?.querySelector('nav')?.role).to.equal(null);
      removeAll();
      const theirs = await show(`<nav aria-label="Pages">${right()}</nav>`);
      expect(theirs.shadowRoot?.querySelector('nav')?.getAttribute('role')).to.equal('none');
      expect(theirs.shadowRoot?.querySelector('nav')?.ariaLabel).to.equal(null);
    });
  });

  it('are not touched where they are right', async () => {
    const nav = makeNav({}, right());
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver((records) => seen.push(...records));
    observer.observe(nav, {subtree: true, childList: true, attributes: true, characterData: true});
    const loaded = nextEvent(nav, 'press-loaded');
    showNav(nav);
    await loaded;
    await frames(10);
    seen.push(...observer.takeRecords());
    expect(seen).to.deep.equal([]);
    expect(nav.shadowRoot?.querySelectorAll('a')).to.have.length(0);
  });

  it('are written in place where the endpoint names others: address and title, and nothing else', async () => {
    const nav = await show(wrong());
    const [prev, next] = [link(nav, 'prev'), link(nav, 'next')];
    await until(() => prev.href === address(6) && next.href === address(4));
    expect(prev.innerText).to.equal('← Earlier Story 6');
    expect(prev.querySelector('small')?.textContent).to.equal('Earlier');
    expect(next.textContent).to.equal('Story 4 →');
    expect(next.title).to.equal('Next: Story 4');
  });

  for (const [what, inside, written] of [
    ['a title alone', 'Story 9', 'Story 6'],
    ['a title in an element', '<span><b>Story 9</b></span>', '<span><b>Story 6</b></span>'],
    ['a title with an emphasis', 'Story <em>nine</em>', 'Story 6'],
    ['a label before it', '<i>Earlier</i><b>Story 9</b>', '<i>Earlier</i><b>Story 6</b>'],
    [
      'a marked title before a label',
      '<b itemprop="headline">Story 9</b><i>Earlier</i>',
      '<b itemprop="headline">Story 6</b><i>Earlier</i>',
    ],
    [
      'an arrow that is hidden',
      '<b>Story 9</b> <i aria-hidden="true">next</i>',
      '<b>Story 6</b> <i aria-hidden="true">next</i>',
    ],
    ['nothing yet', '', 'Story 6'],
  ] as const) {
    it(`hold ${what}`, async () => {
      const nav = await show(`<a rel="prev" href="${address(9)}">${inside}</a>`);
      await until(() => link(nav, 'prev').href === address(6));
      expect(link(nav, 'prev').innerHTML).to.equal(written);
    });
  }

  it('may wait for their article, without an address', async () => {
    const nav = await show('<a rel="next" hidden></a>');
    await until(() => link(nav, 'next').href === address(4));
    expect(link(nav, 'next').textContent).to.equal('Story 4');
    expect(link(nav, 'next').getBoundingClientRect().height).to.be.greaterThan(0);
  });

  it('are hidden at an end, and keep their room', async () => {
    const nav = await show(wrong(), {article: '1'});
    const next = link(nav, 'next');
    const {height} = next.getBoundingClientRect();
    await until(() => getComputedStyle(next).visibility === 'hidden');
    expect(next.getBoundingClientRect().height).to.equal(height);
    nav.article = '3';
    await until(() => next.href === address(2) && getComputedStyle(next).visibility === 'visible');
  });

  it('go with a withdrawn article', async () => {
    const nav = await show(right());
    publisher.answer('/counts', () => Response.json({counts: {}, gone: ['6']}));
    publisher.answer('/adjacent', () => new Response('', {status: 404}));
    const views = document.createElement('press-views');
    views.setAttribute('article', '6');
    nav.after(views);
    await until(() => getComputedStyle(link(nav, 'prev')).visibility === 'hidden');
    expect(getComputedStyle(link(nav, 'next')).visibility).to.equal('visible');
  });

  it('stay where the endpoint fails, which is said, and can be tried again', async () => {
    publisher.answer('/adjacent', () => new Response('', {status: 404}));
    const nav = makeNav({}, wrong());
    showNav(nav);
    await untilState(nav, 'stale');
    await nav.updateComplete;
    expect(link(nav, 'prev').href).to.equal(address(9));
    const retry = nav.shadowRoot?.querySelector<HTMLElement>('[part=retry]');
    publisher.behave();
    retry?.click();
    await until(() => link(nav, 'prev').href === address(6));
    expect(nav.matches(':state(ready)')).to.equal(true);
  });

  it('stay without consent, and nothing is asked', async () => {
    const nav = makeNav({consent: 'none'}, wrong());
    showNav(nav);
    await untilState(nav, 'ready');
    await frames();
    expect(link(nav, 'prev').href).to.equal(address(9));
    expect(publisher.asked).to.deep.equal([]);
  });

  it('are followed with the article’s own id', async () => {
    const nav = await show(right());
    const opened = nextEvent(nav, 'press-opened');
    addEventListener('click', (event) => event.preventDefault(), {once: true});
    link(nav, 'prev').click();
    expect(await opened).to.include({article: '6', position: 1, url: address(6)});
  });

  it('are taken when the parser comes to them later', async () => {
    const nav = makeNav();
    showNav(nav);
    await untilState(nav, 'ready');
    nav.append(...makeNav({}, wrong()).childNodes);
    await until(() => link(nav, 'prev').href === address(6));
    expect(nav.shadowRoot?.querySelectorAll('a')).to.have.length(0);
  });

  it('do not count in a named slot', async () => {
    const nav = await show('<p slot="denied"><a rel="next" href="/x">X</a></p>');
    expect(nav.shadowRoot?.querySelectorAll('a')).to.have.length(2);
  });
});

/** What press-nav does when things go wrong, and that nothing moves for it; and where its arrows point. */
import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/define.js';
import type {PressNav} from '../../src/index.js';
import {find, heightOf, linksOf, makeNav, showNav, showReady, untilState, wordsOf} from '../support/nav.js';
import {article, publisher} from '../support/publisher.js';
import {removeAll} from '../support/renderings.js';
import {frames, until} from '../support/wait.js';

beforeEach(() => publisher.open());
afterEach(removeAll);

const down = (): void => publisher.answer('/adjacent', () => new Response('', {status: 404}));

/** What stands below it. */
const marker = (nav: PressNav): HTMLElement => {
  const paragraph = document.createElement('p');
  paragraph.textContent = 'Below';
  nav.after(paragraph);
  return paragraph;
};

describe('press-nav without an answer', () => {
  it('says so, and the reader tries again without losing the place', async () => {
    down();
    const nav = makeNav();
    showNav(nav);
    await untilState(nav, 'failed');
    await nav.updateComplete;
    expect(wordsOf(nav)).to.equal('The articles could not be loaded. Check your connection and try again. Try again');
    find(nav, '[part=retry]').focus();
    publisher.behave();
    await sendKeys({press: 'Enter'});
    await untilState(nav, 'ready');
    await until(() => nav.shadowRoot?.activeElement === linksOf(nav)[0]);
  });

  it('is announced once', async () => {
    down();
    const nav = makeNav({lang: 'ru'});
    showNav(nav);
    const said = (): readonly string[] =>
      [...document.querySelectorAll('[role=status] p')].map(({textContent}) => textContent);
    await until(() => said().includes('Не удалось загрузить материалы.'));
    nav.requestUpdate();
    await frames();
    expect(said().filter((text) => text.startsWith('Не удалось'))).to.have.length(1);
  });

  it('keeps what it shows, and says that it is old', async () => {
    const nav = await showReady();
    down();
    nav.refresh();
    await untilState(nav, 'stale');
    await nav.updateComplete;
    expect(linksOf(nav)).to.have.length(2);
    expect(find(nav, '[part=note]').innerText).to.match(/^Could not refresh; showing what was loaded at /);
    publisher.behave();
    find(nav, '[part=retry]').click();
    await untilState(nav, 'ready');
    expect(nav.shadowRoot?.querySelector('[part=note]')).to.equal(null);
  });

  it('knows a device without a network', async () => {
    Object.defineProperty(navigator, 'onLine', {value: false, configurable: true});
    try {
      publisher.answer('/adjacent', () => Response.error());
      const nav = makeNav();
      showNav(nav);
      await untilState(nav, 'offline');
      await nav.updateComplete;
      expect(wordsOf(nav)).to.match(/^You are offline\./);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('says nothing without consent, but what the page says', async () => {
    const nav = makeNav({consent: 'none'}, '<p slot="denied">Ask us</p>');
    showNav(nav);
    await untilState(nav, 'denied');
    await frames();
    expect(find(nav, 'nav').hidden).to.equal(true);
    expect(nav.innerText.trim()).to.equal('Ask us');
    expect(publisher.asked).to.deep.equal([]);
  });

  it('says what the page says instead', async () => {
    publisher.hold('/adjacent');
    const nav = makeNav({}, '<b slot="loading">Soon</b><b slot="failed">Gone fishing</b>');
    showNav(nav);
    await until(() => nav.querySelector<HTMLElement>('[slot=loading]')?.assignedSlot);
    down();
    nav.refresh();
    await untilState(nav, 'failed');
    expect(nav.querySelector<HTMLElement>('[slot=failed]')?.assignedSlot).to.not.equal(null);
    expect(find(nav, '[part=retry]').innerText).to.equal('Try again');
  });

  it('asks a list where the endpoint names no neighbours', async () => {
    const nav = makeNav();
    const source = showNav(nav, {endpoint: ''});
    const items = [4, 5, 6].map((id) => ({
      id: String(id),
      title: `Story ${id}`,
      url: `https://news.example/${id}`,
      content_text: '',
    }));
    source.provider = {list: () => Promise.resolve({items, base: 'https://news.example/'})};
    await until(() => wordsOf(nav) === 'Previous article Story 6 Next article Story 4');
  });
});

describe('nothing moves', () => {
  for (const width of [320, 800]) {
    it(`from loading to ready, at an end, when it fails, ${width} px wide`, async () => {
      const release = publisher.hold('/adjacent');
      const nav = makeNav();
      nav.style.width = `${width}px`;
      showNav(nav);
      const below = marker(nav);
      await untilState(nav, 'loading');
      await nav.updateComplete;
      const {top} = below.getBoundingClientRect();
      const stays = async (state: string): Promise<void> => {
        await untilState(nav, state);
        await frames();
        expect(below.getBoundingClientRect().top).to.equal(top, state);
      };
      release();
      await stays('ready');
      down();
      nav.refresh();
      await stays('stale');
      publisher.behave();
      nav.article = '1';
      await stays('ready');
      down();
      nav.article = '9';
      await stays('failed');
    });
  }

  it('for a title of any length', async () => {
    const long = article('6', {title: 'A very long title that goes on and on '.repeat(20).trim()});
    await publisher.open({articles: [article('4', {title: 'A'}), article('5'), long]});
    const nav = await showReady({show: 'label title image date'});
    const box = find(nav, '.box');
    const height = heightOf(box);
    expect(heightOf(find(nav, '[part=title]'))).to.be.greaterThan(
      heightOf(linksOf(nav)[1]?.querySelector('[part=title]') ?? box),
    );
    nav.article = '4';
    await until(() => wordsOf(nav).includes('newest'));
    expect(heightOf(box)).to.equal(height);
    expect(box.scrollWidth).to.be.at.most(box.clientWidth);
  });
});

describe('arrows', () => {
  /** Whether the arrow stands before the title, seen from the left, and points to the left. */
  const isLeft = (link: HTMLAnchorElement): readonly boolean[] => {
    const [arrow, title] = [link.querySelector('svg'), link.querySelector('[part=title]')];
    if (!arrow || !title) throw new Error('There is no arrow.');
    const isMirrored = getComputedStyle(arrow).scale.startsWith('-1');
    return [arrow.getBoundingClientRect().left < title.getBoundingClientRect().left, !isMirrored];
  };

  for (const [dir, previousIsLeft] of [
    ['ltr', true],
    ['rtl', false],
  ] as const) {
    it(`stand at the outer sides and point outwards, ${dir}`, async () => {
      const holder = document.createElement('div');
      holder.dir = dir;
      document.body.append(holder);
      const nav = makeNav();
      const source = showNav(nav);
      holder.append(source);
      await until(() => linksOf(nav).length === 2);
      expect(linksOf(nav).map(isLeft)).to.deep.equal([
        [previousIsLeft, previousIsLeft],
        [!previousIsLeft, !previousIsLeft],
      ]);
      const [one, other] = linksOf(nav).map((link) => link.getBoundingClientRect().left);
      expect((one ?? 0) < (other ?? 0)).to.equal(previousIsLeft);
    });
  }
});

/** The articles before and after one, in our own rendering, as readers meet them. */
import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/define.js';
import {find, heightOf, linksOf, makeNav, showNav, showReady, untilState, wordsOf} from '../support/nav.js';
import {article, publisher} from '../support/publisher.js';
import {removeAll} from '../support/renderings.js';
import {frames, nextEvent, until} from '../support/wait.js';

beforeEach(() => publisher.open());
afterEach(removeAll);

const adjacentAsked = (): readonly string[] =>
  publisher.asked.map(({path}) => path).filter((path) => path.startsWith('/adjacent'));

describe('press-nav', () => {
  describe('accessibility', () => {
    for (const state of ['loading', 'ready', 'empty', 'failed', 'denied'] as const) {
      it(`has no violation while ${state}`, async () => {
        if (state === 'loading') publisher.hold('/adjacent');
        if (state === 'failed') publisher.answer('/adjacent', () => new Response('', {status: 404}));
        if (state === 'empty') await publisher.open({articles: [article('5')]});
        const nav = makeNav(state === 'denied' ? {consent: 'none'} : {});
        showNav(nav);
        await untilState(nav, state);
        await nav.updateComplete;
        await expect(nav).to.be.accessible();
      });
    }

    it('is one landmark with a name in the language of the page', async () => {
      const nav = await showReady();
      expect(nav.shadowRoot?.querySelectorAll('nav')).to.have.length(1);
      expect(find(nav, 'nav').ariaLabel).to.equal('Previous and next article');
      nav.lang = 'ru';
      await until(() => find(nav, 'nav').ariaLabel === 'Предыдущий и следующий материалы');
    });

    it('names the article in each link, whatever is seen of it', async () => {
      for (const show of ['', 'label', 'title', 'image date']) {
        const nav = await showReady(show ? {show} : {});
        const names = linksOf(nav).map(({textContent}) => textContent.replace(/\s+/g, ' ').trim());
        expect(names[0]).to.match(/^Previous article Story 6/);
        expect(names[1]).to.match(/^Next article Story 4/);
        removeAll();
      }
    });

    it('says what the arrows say in words, and hides them from those who listen', async () => {
      const nav = await showReady();
      for (const link of linksOf(nav))
        expect(link.querySelector('[part=arrow]')?.getAttribute('aria-hidden')).to.equal('true');
      expect(linksOf(nav).map(({rel}) => rel)).to.deep.equal(['prev', 'next']);
    });

    it('is walked through with the keyboard', async () => {
      const nav = await showReady();
      const before = document.createElement('button');
      document.body.prepend(before);
      before.focus();
      const rels: (string | undefined)[] = [];
      for (let step = 0; step < 2; step++) {
        await sendKeys({press: 'Tab'});
        rels.push(nav.shadowRoot?.activeElement?.getAttribute('rel') ?? undefined);
      }
      expect(rels).to.deep.equal(['prev', 'next']);
    });
  });

  it('leads to the next older and the next newer article', async () => {
    const nav = await showReady();
    expect(linksOf(nav).map(({href}) => new URL(href).pathname)).to.deep.equal([
      '/articles/story-6',
      '/articles/story-4',
    ]);
    expect(wordsOf(nav)).to.equal('Previous article Story 6 Next article Story 4');
    expect(adjacentAsked()).to.deep.equal(['/adjacent?id=5']);
  });

  it('speaks Russian', async () => {
    const nav = await showReady({lang: 'ru'});
    await until(() => wordsOf(nav) === 'Предыдущий материал Story 6 Следующий материал Story 4');
  });

  it('takes its article from the source, and follows it', async () => {
    const nav = makeNav();
    nav.removeAttribute('article');
    const source = showNav(nav, {article: '2'});
    await until(() => wordsOf(nav) === 'Previous article Story 3 Next article Story 1');
    source.article = '8';
    await until(() => wordsOf(nav) === 'Previous article Story 9 Next article Story 7');
  });

  for (const [article, words] of [
    ['1', 'Previous article Story 2 This is the newest article.'],
    ['12', 'This is the oldest article. Next article Story 11'],
  ] as const) {
    it(`says so at the end: “${words}”`, async () => {
      const nav = await showReady({article});
      expect(wordsOf(nav)).to.equal(words);
      expect(linksOf(nav)).to.have.length(1);
    });
  }

  it('says both where there is no other article', async () => {
    await publisher.open({articles: [article('5')]});
    const nav = makeNav();
    showNav(nav);
    await untilState(nav, 'empty');
    expect(wordsOf(nav)).to.equal('This is the oldest article. This is the newest article.');
  });

  it('stays within a section, or within that of its article', async () => {
    const [named, own] = [makeNav({section: 'products'}), makeNav({section: 'current'})];
    showNav(named);
    showNav(own);
    await until(() => wordsOf(named).includes('Story 7'));
    expect(wordsOf(named)).to.equal('Previous article Story 7 Next article Story 4');
    await until(() => wordsOf(own) === 'Previous article Story 6 Next article Story 3');
    expect(adjacentAsked().toSorted()).to.deep.equal([
      '/adjacent?id=5&section=products',
      '/adjacent?id=5&section_of=5',
    ]);
  });

  it('shows what `show` says', async () => {
    const nav = await showReady({show: 'title image date', 'time-zone': 'UTC'});
    expect(linksOf(nav).map((link) => link.querySelector('time')?.innerText)).to.deep.equal([
      'Nov 19, 2026',
      'Nov 19, 2026',
    ]);
    expect(heightOf(find(nav, '[part=label]'))).to.be.lessThan(2);
    nav.show = ['label'];
    await nav.updateComplete;
    expect(heightOf(find(nav, '[part=title]'))).to.be.lessThan(2);
    expect(find(nav, '[part=label]').innerText).to.equal('Previous article');
  });

  it('never shows an article as its own neighbour', async () => {
    publisher.answer('/adjacent', () =>
      Response.json({
        previous: {id: '5', title: 'Itself'},
        next: {id: '4', title: 'Story 4', url: 'https://news.example/4'},
      }),
    );
    const nav = await showReady();
    expect(wordsOf(nav)).to.equal('Next article Story 4');
  });

  it('asks for another neighbour when one is withdrawn', async () => {
    const nav = await showReady();
    const counts = document.createElement('press-views');
    counts.setAttribute('article', '6');
    publisher.answer('/counts', () => Response.json({counts: {}, gone: ['6']}));
    publisher.answer('/adjacent', () => Response.json({previous: {id: '7', title: 'Story 7'}, next: null}));
    nav.after(counts);
    await until(() => wordsOf(nav) === 'Previous article Story 7 This is the newest article.');
  });

  it('goes on after it was moved, and asks nothing again', async () => {
    const nav = await showReady();
    const box = document.createElement('section');
    nav.parentElement?.append(box);
    box.append(nav);
    await frames();
    expect(wordsOf(nav)).to.equal('Previous article Story 6 Next article Story 4');
    expect(adjacentAsked()).to.have.length(1);
    nav.article = '7';
    await until(() => wordsOf(nav) === 'Previous article Story 8 Next article Story 6');
  });

  it('asks only when it comes near, where that is wanted', async () => {
    const far = document.createElement('div');
    far.style.height = '5000px';
    document.body.append(far);
    const nav = makeNav({loading: 'lazy'});
    showNav(nav);
    await frames();
    expect(adjacentAsked()).to.deep.equal([]);
    nav.scrollIntoView();
    await untilState(nav, 'ready');
  });
});

describe('the page hears', () => {
  it('that the articles are there, once', async () => {
    const nav = makeNav();
    const heard: (readonly string[])[] = [];
    nav.addEventListener('press-loaded', ({articles}) => heard.push(articles));
    showNav(nav);
    await untilState(nav, 'ready');
    nav.requestUpdate();
    await frames();
    expect(heard).to.deep.equal([['6', '4']]);
  });

  it('that a link is followed, before and after, and may stop it', async () => {
    const nav = await showReady();
    const heard: string[] = [];
    document.body.addEventListener('press-open-request', (event) => {
      heard.push(`${event.article} at ${event.position}`);
      if (event.article === '4') event.preventDefault();
    });
    nav.addEventListener('press-opened', ({article}) => heard.push(`opened ${article}`));
    const stop = (event: Event): void => {
      heard.push(event.defaultPrevented ? 'stopped' : 'followed');
      event.preventDefault();
    };
    addEventListener('click', stop);
    for (const link of linksOf(nav)) link.click();
    removeEventListener('click', stop);
    expect(heard).to.deep.equal(['6 at 1', 'opened 6', 'followed', '4 at 2', 'stopped']);
  });

  it('that they could not be had, and may try again', async () => {
    publisher.answer('/adjacent', () => new Response('', {status: 404}));
    const nav = makeNav();
    showNav(nav);
    const {kind, retry} = await nextEvent(nav, 'press-failed');
    expect(kind).to.equal('status');
    publisher.behave();
    retry();
    await untilState(nav, 'ready');
  });
});

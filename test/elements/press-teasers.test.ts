/** A list of teasers, as readers, publishers and developers meet it: in the three renderings. */
import {expect} from '@open-wc/testing';
import '../../src/define.js';
import type {PressTeasers} from '../../src/index.js';
import {article, publisher} from '../support/publisher.js';
import {
  idsOf,
  makeTeasers,
  removeAll,
  renderings,
  rowsOf,
  showTeasers,
  untilRows,
  viewsIn,
} from '../support/renderings.js';
import {nextEvent, until} from '../support/wait.js';

beforeEach(() => publisher.open());
afterEach(removeAll);

for (const rendering of renderings) {
  describe(`press-teasers, ${rendering}`, () => {
    describe('accessibility', () => {
      it('has no violation', async () => {
        const teasers = await showTeasers(rendering);
        await expect(teasers).to.be.accessible();
      });

      it('has a link in the heading of each row, and one link to each article', async () => {
        const teasers = await showTeasers(rendering, {attributes: {limit: '3'}, served: 'limit=3'});
        for (const row of rowsOf(teasers)) {
          const links = [...row.querySelectorAll('a[href]')].filter((link) => link.closest('h1,h2,h3,h4,h5,h6'));
          expect(links).to.have.length(1);
          expect(row.querySelectorAll(`a[href="${links[0]?.getAttribute('href') ?? ''}"]`)).to.have.length(1);
        }
      });
    });

    it('shows the newest articles with title, date and views', async () => {
      const teasers = await showTeasers(rendering);
      expect(idsOf(teasers)).to.deep.equal(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
      const [first] = rowsOf(teasers);
      expect(first?.querySelector('[itemprop=headline]')?.textContent.trim()).to.equal('Story 1');
      expect(first?.querySelector('a')?.href).to.equal(`${publisher.origin}/articles/story-1`);
      expect(first?.querySelector('time')?.dateTime).to.match(/^2026-11-19T23:00/);
      expect(viewsIn(teasers, '1')).to.equal('1,043');
    });

    it('says people and the total of reactions in one line', async () => {
      const teasers = await showTeasers(rendering);
      expect(rowsOf(teasers)[0]?.querySelector('[data-press=summary]')?.textContent).to.match(
        / 4 · 3 people in total$/,
      );
    });

    it('writes a number that changed into the node that shows it', async () => {
      const teasers = await showTeasers(rendering);
      const node = rowsOf(teasers)[0]?.querySelector('[itemprop=userInteractionCount]')?.firstChild;
      const other = document.createElement('press-views');
      other.setAttribute('endpoint', publisher.endpoint);
      other.setAttribute('article', '1');
      other.setAttribute('value', '2000');
      document.body.append(other);
      await until(() => viewsIn(teasers, '1') === '2,000');
      expect(rowsOf(teasers)[0]?.querySelector('[itemprop=userInteractionCount]')?.firstChild).to.equal(node);
    });

    it('lives on when it is moved', async () => {
      const teasers = await showTeasers(rendering);
      const rows = rowsOf(teasers);
      const asked = publisher.asked.length;
      const box = document.body.appendChild(document.createElement('section'));
      box.append(teasers);
      await teasers.updateComplete;
      expect(rowsOf(teasers)).to.deep.equal(rows);
      expect(publisher.asked.length).to.equal(asked);
    });

    it('takes a withdrawn article away', async () => {
      const teasers = await showTeasers(rendering);
      const {endpoint} = publisher;
      publisher.answer('/counts', () => Response.json({counts: {}, gone: ['2']}));
      const other = document.createElement('press-views');
      for (const [name, value] of Object.entries({endpoint, article: '77'})) other.setAttribute(name, value);
      document.body.append(other);
      await until(() => rowsOf(teasers).find((row) => row.getAttribute('itemid') === '2')?.inert !== false);
      teasers.click();
      await until(() => !idsOf(teasers).includes('2'));
      expect(idsOf(teasers)).to.include('3');
    });
  });
}

describe('press-teasers, own rendering', () => {
  it('shows a skeleton of the final size, then the articles, and nothing below moves', async () => {
    const release = publisher.hold('/articles');
    const teasers = await makeTeasers('own', {attributes: {limit: '4'}});
    document.body.append(teasers);
    const below = document.body.appendChild(document.createElement('p'));
    await until(() => teasers.matches(':state(loading)') && teasers.shadowRoot?.querySelector('[part=skeleton]'));
    const before = below.getBoundingClientRect().top;
    expect(before).to.be.greaterThan(200);
    const loaded = nextEvent(teasers, 'press-loaded');
    release();
    await loaded;
    expect(below.getBoundingClientRect().top).to.equal(before);
  });

  it('says that there is nothing', async () => {
    await publisher.open({articles: []});
    const teasers = await makeTeasers('own');
    document.body.append(teasers);
    await until(() => teasers.matches(':state(empty)'));
    expect(teasers.shadowRoot?.querySelector('[part=message]')?.textContent).to.contain('No articles yet.');
    await expect(teasers).to.be.accessible();
  });

  it('says that it failed, tells the page, and tries again when the reader asks', async () => {
    publisher.answer('', () => new Response('', {status: 404}));
    const teasers = await makeTeasers('own', {attributes: {limit: '3'}});
    const failed = nextEvent(teasers, 'press-failed');
    document.body.append(teasers);
    expect((await failed).kind).to.equal('status');
    await until(() => teasers.matches(':state(failed)'));
    await expect(teasers).to.be.accessible();
    publisher.behave();
    teasers.shadowRoot?.querySelector<HTMLElement>('[part=retry]')?.click();
    await untilRows(teasers, 3);
    expect(teasers.matches(':state(ready)')).to.equal(true);
  });

  it('keeps what it shows when it cannot be renewed, and says so', async () => {
    const teasers = await showTeasers('own');
    publisher.answer('/articles', () => new Response('', {status: 404}));
    teasers.refresh();
    await until(() => teasers.matches(':state(stale)'));
    expect(rowsOf(teasers)).to.have.length(10);
    expect(teasers.shadowRoot?.querySelector('[part=note]')?.textContent).to.contain('Could not refresh');
    await expect(teasers).to.be.accessible();
  });

  it('asks again by itself when the network is back', async () => {
    publisher.answer('', () => new Response('', {status: 404}));
    const teasers = await makeTeasers('own', {attributes: {limit: '3'}});
    document.body.append(teasers);
    await until(() => teasers.matches(':state(failed)'));
    publisher.behave();
    dispatchEvent(new Event('online'));
    await untilRows(teasers, 3);
  });

  it('leaves out what is excluded, and still shows as many as it was asked for', async () => {
    const teasers = await showTeasers('own', {attributes: {limit: '3', exclude: 'current 3', article: '1'}});
    expect(idsOf(teasers)).to.deep.equal(['2', '4', '5']);
    expect(publisher.asked.map(({path}) => path)).to.include('/articles?limit=5');
  });

  it('puts the focus on the first of the articles that the reader asked for', async () => {
    const teasers = await showTeasers('own', {attributes: {limit: '5', more: 'button'}});
    teasers.shadowRoot?.querySelector<HTMLElement>('[part=more]')?.click();
    await untilRows(teasers, 10);
    await until(() => teasers.shadowRoot?.activeElement);
    expect(teasers.shadowRoot?.activeElement?.closest('[itemid]')?.getAttribute('itemid')).to.equal('6');
  });

  it('tells the page when a reader opens an article, and heeds its no', async () => {
    const teasers = await showTeasers('own');
    const link = rowsOf(teasers)[2]?.querySelector('a');
    const opened: unknown[] = [];
    teasers.addEventListener('press-opened', (event) => opened.push(event));
    teasers.addEventListener('press-open-request', (event) => {
      event.preventDefault();
      opened.push([event.article, event.position]);
    });
    link?.click();
    expect(opened).to.deep.equal([['3', 3]]);
  });

  it('is drawn anew when layout, language or level of headings change', async () => {
    const teasers: PressTeasers = await showTeasers('own');
    teasers.layout = 'compact';
    teasers.headingLevel = 2;
    await until(() => teasers.shadowRoot?.querySelector('h2'));
    expect(rowsOf(teasers)).to.have.length(10);
    teasers.lang = 'ru';
    await until(() =>
      rowsOf(teasers)[0]?.querySelector('[data-press=summary]')?.textContent.includes('Всего 3 человека'),
    );
  });

  it('shows items that the page has, without asking', async () => {
    const teasers = await makeTeasers('own');
    teasers.removeAttribute('endpoint');
    teasers.items = [{id: 'a', url: 'https://news.example/a', title: 'In the page', content_text: ''}];
    document.body.append(teasers);
    await untilRows(teasers, 1);
    expect(publisher.asked).to.deep.equal([]);
  });
});

describe('press-teasers, adopted', () => {
  it('draws no row again: every element stays, one request for all numbers', async () => {
    const teasers = await makeTeasers('adopted');
    const before = [...teasers.querySelectorAll('*')];
    publisher.answer('/counts', () => Response.json({counts: {'1': {views: 1044, as_of: Date.now()}}}));
    document.body.append(teasers);
    await until(() => viewsIn(teasers, '1') === '1,044');
    expect([...teasers.querySelectorAll('*')]).to.deep.equal(before);
    expect(publisher.asked.filter(({path}) => path.startsWith('/articles'))).to.deep.equal([]);
  });

  it('appends what is not shown when the reader asks for more', async () => {
    const teasers = await makeTeasers('adopted', {attributes: {limit: '4', more: 'button'}, served: 'limit=4'});
    document.body.append(teasers);
    await until(() => teasers.matches(':state(ready)'));
    teasers.shadowRoot?.querySelector<HTMLElement>('[part=more]')?.click();
    await untilRows(teasers, 8);
    expect(idsOf(teasers)).to.deep.equal(['1', '2', '3', '4', '5', '6', '7', '8']);
  });
});

describe('finding a source', () => {
  it('takes the page default, and another one when it appears around it', async () => {
    await publisher.open({articles: [article('1'), article('2', {section: 'products'})]});
    const source = document.createElement('press-source');
    source.endpoint = publisher.endpoint;
    document.body.append(source);
    const teasers = document.createElement('press-teasers');
    const around = document.createElement('press-source');
    around.section = 'products';
    document.body.append(teasers);
    await untilRows(teasers, 2);
    document.body.append(around);
    around.append(teasers);
    await untilRows(teasers, 1);
    expect(idsOf(teasers)).to.deep.equal(['2']);
  });
});

/** Where a widget gets its data, and what a source takes from the sources around it. */
import {expect} from '@open-wc/testing';
import '../../src/define.js';
import {askedFor, makeList, makeSource, openFeed, shows} from '../support/feeds.js';
import {article, publisher} from '../support/publisher.js';
import {removeAll, rowsOf, showTeasers} from '../support/renderings.js';
import {frames, until} from '../support/wait.js';

beforeEach(() => publisher.open());
afterEach(removeAll);

/** A component of the page's, whose inside is out of the page's reach. */
const component = (...inside: readonly Element[]): HTMLElement => {
  const host = document.createElement('div');
  host.attachShadow({mode: 'open'}).append(...inside);
  return host;
};

describe('press-source', () => {
  describe('accessibility', () => {
    it('has no violation, and leaves no box of its own', async () => {
      const source = makeSource({endpoint: publisher.endpoint});
      const list = makeList();
      source.append(list);
      document.body.append(source);
      await until(() => rowsOf(list).length > 0);
      await expect(source).to.be.accessible();
      expect(getComputedStyle(source).display).to.equal('contents');
    });
  });
});

describe('a widget finds its source', () => {
  it('in its own endpoint before all others', async () => {
    const around = makeSource({endpoint: openFeed('around')});
    const list = makeList({endpoint: openFeed('own'), source: 'named'});
    around.append(list);
    document.body.append(makeSource({id: 'named', endpoint: openFeed('named')}), around);
    await shows(list, 'own');
  });

  it('by name before the nearest around it', async () => {
    const around = makeSource({endpoint: openFeed('around')});
    const list = makeList({source: 'named'});
    around.append(list);
    document.body.append(around, makeSource({id: 'named', endpoint: openFeed('named')}));
    await shows(list, 'named');
    expect(askedFor('/around')).to.deep.equal([]);
  });

  it('by a name that appears later, and asks nobody until then', async () => {
    const list = makeList({source: 'named'});
    document.body.append(makeSource({endpoint: openFeed('default')}), list);
    await frames();
    expect(publisher.asked).to.deep.equal([]);
    document.body.append(makeSource({id: 'named', endpoint: openFeed('named')}));
    await shows(list, 'named');
  });

  it('by a name in its own root, else in the one outside', async () => {
    const [inner, outer] = [makeList({source: 'here'}), makeList({source: 'there'})];
    const inside = makeSource({id: 'here', endpoint: openFeed('inside')});
    document.body.append(
      makeSource({id: 'here', endpoint: openFeed('outside')}),
      makeSource({id: 'there', endpoint: openFeed('there')}),
      component(inside, inner, component(outer)),
    );
    await shows(inner, 'inside');
    await shows(outer, 'there');
    expect(askedFor('/outside')).to.deep.equal([]);
  });

  it('in the nearest around it, through shadow roots', async () => {
    const list = makeList();
    const [far, near] = [makeSource({endpoint: openFeed('far')}), makeSource({endpoint: openFeed('near')})];
    near.append(component(component(list)));
    far.append(component(near));
    document.body.append(far);
    await shows(list, 'near');
    expect(askedFor('/far')).to.deep.equal([]);
  });

  it("in the page's default: the first without children, wherever it stands", async () => {
    const busy = makeSource({endpoint: openFeed('busy')});
    busy.append(document.createElement('p'));
    const list = makeList();
    document.body.append(
      list,
      busy,
      makeSource({endpoint: openFeed('first')}),
      makeSource({endpoint: openFeed('second')}),
    );
    await shows(list, 'first');
    document.body.prepend(makeSource({endpoint: openFeed('new')}));
    await shows(list, 'new');
  });

  it('that comes later', async () => {
    const list = makeList();
    document.body.append(list);
    await list.updateComplete;
    document.body.append(makeSource({endpoint: openFeed('late')}));
    await shows(list, 'late');
  });

  it('anew when it is moved', async () => {
    const [one, other] = [makeSource({endpoint: openFeed('one')}), makeSource({endpoint: openFeed('other')})];
    const list = makeList();
    one.append(list);
    document.body.append(one, other);
    await shows(list, 'one');
    other.append(list);
    await shows(list, 'other');
    one.append(list);
    await shows(list, 'one');
  });

  it('anew when the source, or the widget, names another endpoint', async () => {
    const source = makeSource({endpoint: openFeed('before')});
    const list = makeList();
    source.append(list);
    document.body.append(source);
    await shows(list, 'before');
    source.endpoint = openFeed('after');
    await shows(list, 'after');
    list.setAttribute('endpoint', openFeed('own'));
    await shows(list, 'own');
    list.removeAttribute('endpoint');
    await shows(list, 'after');
  });

  it('in script, as an object', async () => {
    const source = makeSource();
    const list = makeList();
    source.append(list);
    document.body.append(source);
    source.provider = {
      list: () =>
        Promise.resolve({
          items: [{id: 'scripted', url: 'https://scripted.example/', title: 'Scripted'}],
          base: document.baseURI,
        }),
    };
    await shows(list, 'scripted');
    expect(publisher.asked).to.deep.equal([]);
  });

  it('under one address, however it is written', async () => {
    const upper = publisher.endpoint.replace('https://news.example', 'HTTPS://NEWS.example:443');
    const lists = [publisher.endpoint, upper, `${publisher.endpoint}#top`].map((endpoint) => makeList({endpoint}));
    document.body.append(...lists);
    for (const list of lists) await until(() => rowsOf(list).length === 10);
    expect(publisher.asked.filter(({path}) => path === '')).to.have.length(1);
  });

  for (const [what, ids] of [
    ['itself', ['one']],
    ['one another', ['one', 'two']],
    ['each other in a ring', ['one', 'two', 'three']],
  ] as const) {
    it(`though sources name ${what}`, async () => {
      const sources = ids.map((id, index) => makeSource({id, source: ids[(index + 1) % ids.length] ?? id}));
      const list = makeList({source: 'one'});
      document.body.append(...sources, list);
      await frames();
      expect(publisher.asked).to.deep.equal([]);
      sources.at(-1)?.setAttribute('endpoint', openFeed('broken'));
      await shows(list, 'broken');
    });
  }
});

describe('a source takes what it lacks', () => {
  beforeEach(() => publisher.open({articles: [article('1'), article('2', {section: 'products'})]}));

  it('from the next one: the endpoint, and with it article and section', async () => {
    const outer = makeSource({endpoint: publisher.endpoint, section: 'products', article: '1'});
    const inner = makeSource();
    const list = makeList();
    const views = document.createElement('press-views');
    inner.append(list, views);
    outer.append(inner);
    document.body.append(outer);
    await shows(list, '2');
    await until(() => askedFor('/counts').length > 0);
    inner.section = 'news';
    await shows(list, '1');
  });

  it('but article and section and adapter only from one on the same endpoint', async () => {
    const outer = makeSource({endpoint: openFeed('outer'), adapter: 'json-feed', section: 'products', article: '2'});
    const inner = makeSource({endpoint: publisher.endpoint});
    const list = makeList({exclude: 'current'});
    inner.append(list);
    outer.append(inner);
    document.body.append(outer);
    await shows(list, '1 2');
  });

  it('and site and time zone from any', async () => {
    const outer = makeSource({endpoint: openFeed('outer'), site: 'partner.example', 'time-zone': 'Asia/Tokyo'});
    const inner = makeSource({endpoint: publisher.endpoint});
    const list = makeList({lang: 'en', 'date-style': 'short'});
    inner.append(list);
    outer.append(inner);
    document.body.append(outer);
    await shows(list, '1 2');
    expect(askedFor('/articles')[0]).to.contain('site=partner.example');
    const served = await showTeasers('own', {attributes: {'date-style': 'short', 'time-zone': 'UTC'}});
    const [tokyo, utc] = [list, served].map((each) => rowsOf(each)[0]?.querySelector('time')?.textContent);
    expect(tokyo).not.to.equal(utc);
  });

  it('by name, too', async () => {
    document.body.append(makeSource({id: 'named', endpoint: publisher.endpoint, section: 'products'}));
    const source = makeSource({source: 'named'});
    const list = makeList();
    source.append(list);
    document.body.append(source);
    await shows(list, '2');
  });
});

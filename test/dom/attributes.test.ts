import {expect, fixture, html} from '@open-wc/testing';
import {LitElement, type PropertyValues} from 'lit';
import {list, narrow, oneOf, setUp, someOf, text, whole} from '../../src/dom/attributes.js';
import {hearWarnings} from './console.js';

type Layout = 'list' | 'compact';

class AttributesProbe extends LitElement {
  static override properties = {
    layout: {converter: oneOf<Layout>(['list', 'compact'], 'list')},
    show: {converter: someOf(['title', 'date', 'views'], undefined)},
    articles: {converter: list()},
    titleLines: {attribute: 'title-lines', converter: whole(1, 9, 2)},
    article: {converter: text()},
    unique: {type: Boolean},
  };

  declare layout: unknown;
  declare show: unknown;
  declare articles: unknown;
  declare titleLines: unknown;
  declare article: unknown;
  declare unique: unknown;

  constructor() {
    super();
    setUp(this);
  }

  override willUpdate(changed: PropertyValues) {
    narrow(this, changed);
  }
}
customElements.define('attributes-probe', AttributesProbe);

const garbage: readonly unknown[] = [
  {},
  [{}],
  Object.create(null),
  Symbol('layout'),
  () => 'list',
  Number.NaN,
  10n,
  new Proxy({}, {get: () => expect.fail('the page’s code was run')}),
];

describe('attributes that a page may write as it likes', () => {
  let said: string[];
  let stop: () => void;

  beforeEach(() => {
    ({said, stop} = hearWarnings());
  });
  afterEach(() => {
    stop();
  });

  it('takes what is allowed without a word', async () => {
    const probe = await fixture<AttributesProbe>(html`
      <attributes-probe
        layout="compact"
        show=" views  title views"
        articles="2024/a 2024/b 2024/a"
        title-lines="3"
        article=" https://news.example/1 "
        unique
      ></attributes-probe>
    `);
    expect(probe.layout).to.equal('compact');
    expect(probe.show).to.deep.equal(['views', 'title']);
    expect(probe.articles).to.deep.equal(['2024/a', '2024/b']);
    expect(probe.titleLines).to.equal(3);
    expect(probe.article).to.equal('https://news.example/1');
    expect(probe.unique).to.equal(true);
    expect(said).to.deep.equal([]);
  });

  it('gives the default for an unknown word, and says once what may stand there', async () => {
    const probe = await fixture<AttributesProbe>(html`<attributes-probe layout="mosaic"></attributes-probe>`);
    await fixture(html`<attributes-probe layout="mosaic"></attributes-probe>`);
    expect(probe.layout).to.equal('list');
    expect(said).to.deep.equal([
      'Presslet: <attributes-probe layout="mosaic"> cannot be used; it takes one of list compact.',
    ]);
  });

  it('leaves unknown words out of a list of words, and gives the default when none is left', async () => {
    const probe = await fixture<AttributesProbe>(html`<attributes-probe show="views rating"></attributes-probe>`);
    expect(probe.show).to.deep.equal(['views']);
    probe.setAttribute('show', 'rating stars');
    expect(probe.show).to.equal(undefined);
    expect(said).to.have.length(2);
    expect(said[0]).to.contain('show="rating"').and.to.contain('title date views');
    expect(said[1]).to.contain('show="stars"');
  });

  for (const value of ['', '0', '10', '2.5', '1e1', 'two', '99999999999999999999']) {
    it(`gives the default for the number "${value}"`, async () => {
      const probe = await fixture<AttributesProbe>(html`<attributes-probe title-lines=${value}></attributes-probe>`);
      expect(probe.titleLines).to.equal(2);
      expect(said).to.have.length(1);
      expect(said[0]).to.contain(`title-lines="${value}"`).and.to.contain('a whole number from 1 to 9');
    });
  }

  it('gives the default again when the attribute goes', async () => {
    const probe = await fixture<AttributesProbe>(
      html`<attributes-probe layout="compact" title-lines="4" articles="a"></attributes-probe>`,
    );
    for (const name of ['layout', 'title-lines', 'articles']) probe.removeAttribute(name);
    expect(probe.layout).to.equal('list');
    expect(probe.titleLines).to.equal(2);
    expect(probe.articles).to.deep.equal([]);
    expect(said).to.deep.equal([]);
  });

  for (const name of ['layout', 'show', 'articles', 'titleLines', 'article'] as const) {
    it(`never throws for what a script sets as ${name}, and shows the default`, async () => {
      const fresh = await fixture<AttributesProbe>(html`<attributes-probe></attributes-probe>`);
      const probe = await fixture<AttributesProbe>(html`<attributes-probe></attributes-probe>`);
      for (const value of garbage) {
        probe[name] = value;
        await probe.updateComplete;
        // A number is a text, and a word: ids often are numbers.
        if (typeof value === 'number' && (name === 'article' || name === 'articles')) continue;
        expect(probe[name]).to.deep.equal(fresh[name]);
      }
      expect(said).not.to.deep.equal([]);
    });
  }

  it('holds a property that a script sets to the rule of the attribute', async () => {
    const probe = await fixture<AttributesProbe>(html`<attributes-probe></attributes-probe>`);
    Object.assign(probe, {articles: [7, ' b ', 7], show: ['date', 'stars'], titleLines: 5, article: 7, unique: 'yes'});
    await probe.updateComplete;
    expect(probe.articles).to.deep.equal(['7', 'b']);
    expect(probe.show).to.deep.equal(['date']);
    expect(probe.titleLines).to.equal(5);
    expect(probe.article).to.equal('7');
    expect(probe.unique).to.equal(true);
  });

  it('leaves a list that is right as the very list that was set', async () => {
    const probe = await fixture<AttributesProbe>(html`<attributes-probe></attributes-probe>`);
    const articles = ['a', 'b'];
    probe.articles = articles;
    await probe.updateComplete;
    expect(probe.articles).to.equal(articles);
  });

  it('repairs half a character, which could not be put into an address', () => {
    expect(encodeURIComponent(text().fromAttribute('a\ud800'))).to.equal('a%EF%BF%BD');
  });
});

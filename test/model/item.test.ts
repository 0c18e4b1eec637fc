// A bad member never costs the article, and what is wrong is told where it stands.
import {expect} from '@open-wc/testing';
import type {Article} from '../../src/model/article.js';
import {readArticle} from '../../src/model/item.js';
import feed from '../fixtures/jsonfeed.json' with {type: 'json'};
import {hearing} from './told.js';

const base = 'https://news.example/feed.json';

const read = (item: unknown): {article: Article | undefined; told: readonly string[]} => {
  const {tell, told} = hearing();
  return {article: readArticle(item, {base, order: 7, tell}), told};
};

describe('an item of JSON Feed', () => {
  it('1.1 with everything that we know becomes an article', () => {
    const {article, told} = read({
      id: 'seals',
      url: '/articles/seals',
      title: 'Seals <hold>',
      summary: 'A standfirst.',
      content_text: 'Body.',
      image: 'images/seals.png',
      date_published: '2024-11-21T09:30:00Z',
      date_modified: '2024-11-22T09:30:00Z',
      authors: [{name: 'Ada', url: '/ada'}, {name: 'Bo'}],
      _presslet: {
        views: 1043,
        views_in_period: 12,
        reactions: {like: 3, wow: 1},
        people: 3,
        comments: 0,
        as_of: 1732181400000,
        section: {id: 's1', title: 'Seals', url: '/sections/seals'},
        kicker: 'Pumps',
        label: 'sponsored',
        sponsor: {name: 'Maker', url: 'https://maker.example/'},
        access: 'metered',
        corrected: 'A figure.',
        expires: '2025-11-21T09:30:00Z',
        image: {width: 600, height: 400, alt: 'A seal', credit: 'Cy', template: '/i{?w}'},
        canonical: 'https://origin.example/seals',
        reactions_open: false,
      },
    });
    const known = {asOf: 1732181400000, order: 7};
    expect(told).to.deep.equal([]);
    expect(article).to.deep.equal({
      id: 'seals',
      aliases: ['https://news.example/articles/seals', 'https://origin.example/seals'],
      url: 'https://news.example/articles/seals',
      title: 'Seals <hold>',
      standfirst: 'A standfirst.',
      published: Date.UTC(2024, 10, 21, 9, 30),
      modified: Date.UTC(2024, 10, 22, 9, 30),
      authors: ['Ada', 'Bo'],
      section: {id: 's1', title: 'Seals', url: 'https://news.example/sections/seals'},
      image: {url: 'https://news.example/images/seals.png', alt: 'A seal', credit: 'Cy', width: 600, height: 400},
      kicker: 'Pumps',
      label: 'sponsored',
      access: 'metered',
      sponsor: {name: 'Maker', url: 'https://maker.example/'},
      corrected: 'A figure.',
      expires: Date.UTC(2025, 10, 21, 9, 30),
      reactionsOpen: false,
      isGone: false,
      views: {value: 1043, ...known},
      reactions: {
        value: {
          kinds: new Map([
            ['like', 3],
            ['wow', 1],
          ]),
          people: 3,
        },
        ...known,
      },
      comments: {value: 0, ...known},
    });
  });

  it('1.0 has one author, and the recorded feed of another engine is read without a complaint', () => {
    const articles = feed.items.map((item) => read(item));
    expect(articles.flatMap(({told}) => told)).to.deep.equal([]);
    expect(articles[0]?.article).to.deep.equal({
      id: 'http://127.0.0.1:8680/a/article-1',
      aliases: [],
      url: 'http://127.0.0.1:8680/a/article-1',
      title: 'Производство стали выросло на 4,2 % за III квартал',
      standfirst: feed.items[0]?.summary,
      published: Date.UTC(2024, 10, 21, 9, 30),
      modified: Date.UTC(2024, 10, 21, 9, 30),
      authors: ['李 小龙'],
      image: {url: 'http://127.0.0.1:8680/media/img-2.png', alt: ''},
      reactionsOpen: true,
      isGone: false,
    });
    for (const [index, {article}] of articles.entries()) {
      expect(article?.title).to.equal(feed.items[index]?.title.replace(/\s+/g, ' '));
      expect(article?.authors).to.deep.equal([feed.items[index]?.author.name]);
      expect(article?.published).to.be.a('number');
    }
  });

  it('with an id alone is an article', () => {
    expect(read({id: 5})).to.deep.equal({
      article: {id: '5', aliases: [], title: '5', authors: [], reactionsOpen: true, isGone: false},
      told: ['title: no title: the address or id stands in'],
    });
  });
});

describe("an article's name", () => {
  it('is its id, and the address another', () => {
    const {article} = read({id: 'a', url: '/a', title: 'A', _presslet: {canonical: '/a'}});
    expect([article?.id, article?.aliases]).to.deep.equal(['a', ['https://news.example/a']]);
  });

  it('is its address where there is no id, or none that can be read', () => {
    expect(read({url: '/a', title: 'A'}).article?.id).to.equal('https://news.example/a');
    expect(read({url: '/a', title: 'A'}).article?.aliases).to.deep.equal([]);
    const {article, told} = read({id: {}, url: '/a', title: 'A'});
    expect(article?.id).to.equal('https://news.example/a');
    expect(told).to.deep.equal(['id: not an id (a text of up to 2048 characters): dropped']);
  });

  it('must be there: what has none is dropped, and told', () => {
    const none = ': neither id nor url: the article is dropped';
    for (const item of [undefined, null, 5, 'a', true, [], [{id: 'a'}], {}, {title: 'A'}]) {
      expect(read(item)).to.deep.equal({article: undefined, told: [none]});
    }
    expect(read({id: '', url: 'javascript:alert(1)'}).told.at(-1)).to.equal(none);
  });
});

describe("an article's title", () => {
  const long = 'слово '.repeat(100);

  it('is else the first words of the text, of the standfirst, the address, the id', () => {
    expect(read({id: 'a', title: '', content_text: ' First\nwords. '}).article?.title).to.equal('First words.');
    expect(read({id: 'a', content_text: '\u200b', summary: 'Summary.'}).article?.title).to.equal('Summary.');
    expect(read({id: 'a', title: {}, url: '/a'}).article?.title).to.equal('https://news.example/a');
    expect(read({id: 'a', title: null}).article?.title).to.equal('a');
  });

  it('made of a text ends between two words', () => {
    const {article, told} = read({id: 'a', content_text: long});
    expect(article?.title).to.equal(`${'слово '.repeat(16).trim()}…`);
    expect(told).to.deep.equal([]);
    expect(read({id: 'a', content_text: '😀'.repeat(900)}).article?.title).to.equal(`${'😀'.repeat(49)}…`);
  });

  it('is cut when it is a whole article', () => {
    const {article, told} = read({id: 'a', title: long.repeat(5)});
    expect(article?.title.length).to.be.within(990, 1000);
    expect(told).to.deep.equal(['title: longer than 1000: cut']);
  });
});

describe('a bad member', () => {
  const address = 'not an http(s) address (up to 2048 characters, no user name): dropped';
  const count = 'not a whole number (0 to 2^53 - 1): dropped';
  const date = 'not a date of 1900 to 2200 (best ISO 8601 with a zone): dropped';

  it('never costs the article', () => {
    const {article, told} = read({
      id: 'a',
      url: 'javascript:alert(1)',
      title: 'A',
      summary: ['S'],
      image: 'data:image/svg+xml,<svg onload=alert(1)>',
      date_published: '31.02.2024',
      date_modified: true,
      authors: [{}, {name: ''}, 'Ada', {name: 'Bo'}, {name: 'Bo'}, null],
      _presslet: {
        views: -1,
        reactions: [],
        people: '1.043',
        comments: 1e21,
        as_of: -5,
        section: {url: '/s'},
        kicker: {},
        label: 'Breaking',
        sponsor: {url: 'https://maker.example/'},
        access: 1,
        corrected: false,
        expires: 'never',
        image: [],
        canonical: 'file:///etc/passwd',
        reactions_open: 'no',
        gone: 1,
      },
    });
    const bare = {id: 'a', aliases: [], title: 'A', authors: ['Bo'], reactionsOpen: true, isGone: false};
    expect(article).to.deep.equal(bare);
    expect([...told].sort()).to.deep.equal(
      [
        `url: ${address}`,
        'summary: not a text: dropped',
        `image: ${address}`,
        `date_published: ${date}`,
        `date_modified: ${date}`,
        'authors.0: not an author with a name: dropped',
        'authors.1: not an author with a name: dropped',
        'authors.2: not an author with a name: dropped',
        'authors.4: twice: dropped',
        `_presslet.views: ${count}`,
        '_presslet.reactions: not an object of use: dropped',
        `_presslet.people: ${count}`,
        `_presslet.comments: ${count}`,
        `_presslet.as_of: ${count}`,
        '_presslet.as_of: not in ms since 1970: dropped',
        '_presslet.section: not a section with an id or a title: dropped',
        '_presslet.kicker: not a text: dropped',
        '_presslet.label: not news or live or updated or opinion or sponsored or advertorial: dropped',
        '_presslet.sponsor: not a sponsor with a name: dropped',
        '_presslet.access: not free or metered or subscriber: dropped',
        '_presslet.corrected: not a text: dropped',
        `_presslet.expires: ${date}`,
        '_presslet.image: not an object: dropped',
        `_presslet.canonical: ${address}`,
        '_presslet.reactions_open: not true or false: dropped',
        '_presslet.gone: not true or false: dropped',
      ].sort(),
    );
  });

  it('that throws is told like any other', () => {
    const {article, told} = read({
      id: 'a',
      get title(): string {
        throw new Error('no title for you');
      },
      summary: 'S',
    });
    expect([article?.title, article?.standfirst]).to.deep.equal(['S', 'S']);
    expect(told).to.deep.equal(['title: not a text: dropped']);
  });

  it('can be the whole of _presslet', () => {
    for (const own of [[], 'views', 5, true]) {
      const {article, told} = read({id: 'a', title: 'A', _presslet: own});
      expect(article?.views).to.equal(undefined);
      expect(told).to.deep.equal(['_presslet: not an object: dropped']);
    }
  });

  it('of a prototype is no member', () => {
    const {article} = read(Object.create({id: 'a', title: 'A'}));
    expect(article).to.equal(undefined);
    const polluted: unknown = JSON.parse(
      '{"id":"a","title":"A","__proto__":{"url":"https://evil.example/","isGone":true}}',
    );
    expect(read(polluted).article).to.deep.equal({
      id: 'a',
      aliases: [],
      title: 'A',
      authors: [],
      reactionsOpen: true,
      isGone: false,
    });
    expect(Object.hasOwn(Object.prototype, 'isGone')).to.equal(false);
  });
});

describe("an article's picture", () => {
  const image = (own: unknown, item: object = {image: '/i.png'}) =>
    read({id: 'a', title: 'A', ...item, _presslet: {image: own}});

  it('is the image, else the banner', () => {
    expect(image(undefined).article?.image).to.deep.equal({url: 'https://news.example/i.png', alt: ''});
    expect(image(undefined, {banner_image: '/b.png'}).article?.image?.url).to.equal('https://news.example/b.png');
    expect(image(undefined, {image: 'javascript:1', banner_image: '/b.png'}).article?.image?.url).to.equal(
      'https://news.example/b.png',
    );
    expect(image({alt: 'Nothing', width: 1, height: 1}, {}).article?.image).to.equal(undefined);
  });

  it('has a size only when both sides are known', () => {
    expect(image({width: '600', height: 400}).article?.image).to.deep.equal({
      url: 'https://news.example/i.png',
      alt: '',
      width: 600,
      height: 400,
    });
    for (const size of [
      {width: 600},
      {height: 400},
      {width: 0, height: 400},
      {width: 600, height: -4},
      {width: 600, height: 1e6},
    ]) {
      expect(image(size).article?.image).to.deep.equal({url: 'https://news.example/i.png', alt: ''});
    }
    expect(image({width: 0, height: 4}).told).to.deep.equal(['_presslet.image.width: not a size in pixels: dropped']);
  });
});

describe("an article's section", () => {
  const section = (value: unknown) => read({id: 'a', title: 'A', _presslet: {section: value}}).article?.section;

  it('is named by its id or its title', () => {
    expect(section({id: 3, title: 'Steel'})).to.deep.equal({id: '3', title: 'Steel'});
    expect(section({title: 'Steel'})).to.deep.equal({id: 'Steel', title: 'Steel'});
    expect(section({id: 'steel', url: 'javascript:1'})).to.deep.equal({id: 'steel', title: 'steel'});
    expect(section({})).to.equal(undefined);
    expect(section('steel')).to.equal(undefined);
  });
});

describe('a withdrawn article', () => {
  it('needs no more than its name', () => {
    expect(read({id: 'a', _presslet: {gone: true}}).article?.isGone).to.equal(true);
    expect(read({id: 'a', _presslet: {gone: false}}).article?.isGone).to.equal(false);
  });
});

// A bad member never costs the article, and what is wrong is told where it stands.
import {expect} from '@open-wc/testing';
import type {Article} from '../../src/model/article.js';
import {readArticle} from '../../src/model/item.js';
import {hearing} from './told.js';

const base = 'https://news.example/feed.json';

const read = (item: unknown): {article: Article | undefined; told: readonly string[]} => {
  const {tell, told} = hearing();
  return {article: readArticle(item, {base, order: 7, tell}), told};
};

describe('a bad member', () => {
  const address = 'not an http(s) address: dropped';
  const count = 'not a whole number: dropped';
  const date = 'not a date (best: ISO 8601): dropped';

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
        '_presslet.reactions: not an object: dropped',
        `_presslet.people: ${count}`,
        `_presslet.comments: ${count}`,
        `_presslet.as_of: ${count}`,
        '_presslet.as_of: not in ms since 1970: dropped',
        '_presslet.section: not a section with id or title: dropped',
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

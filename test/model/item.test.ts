// An item of a feed becomes an article that has a name and a title.
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
      told: ['title: none: address or id instead'],
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
    expect(told).to.deep.equal(['id: not an id (a text up to 2048): dropped']);
  });

  it('must be there: what has none is dropped, and told', () => {
    const none = ': neither id nor url: dropped';
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

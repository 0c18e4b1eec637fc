/** One article is one article, by whichever name and in whichever answer it comes. */
import {expect} from '@open-wc/testing';
import type {Article} from '../../src/model/article.js';
import {readArticle} from '../../src/model/item.js';
import type {Numbers} from '../../src/model/numbers.js';
import {ArticleTable, type Changes} from '../../src/store/table.js';
import {base, item} from './world.js';

const silently = () => undefined;

const article = (raw: object, order = 1): Article => {
  const made = readArticle(raw, {base, order, tell: silently});
  if (!made) throw new Error('No article.');
  return made;
};

const views = (value: number, order = 1): Numbers => ({views: {value, order}});

/** The changes as a reader's page would hear of them. */
const heard = (table: ArticleTable): Record<string, string[]>[] => {
  const all: Record<string, string[]>[] = [];
  table.subscribe((changes: Changes) => {
    all.push(Object.fromEntries([...changes].map(([id, parts]) => [id, [...parts].sort()])));
  });
  return all;
};

describe('the table of articles', () => {
  let table: ArticleTable;
  let told: string[];

  beforeEach(() => {
    told = [];
    table = new ArticleTable((path, reason) => told.push(`${path}: ${reason}`));
  });

  it('knows an article by its id, its address and its canonical address', () => {
    table.put([article(item(7, {views: 5, canonical: 'https://origin.example/x'}))]);
    for (const name of ['7', `${base}7`, 'https://origin.example/x']) {
      expect(table.idOf(name), name).to.equal('7');
      expect(table.get(name)?.views?.value, name).to.equal(5);
    }
    expect(table.get('8')).to.equal(undefined);
    expect(table.idOf('8')).to.equal(undefined);
  });

  it('never lets views fall, whichever report comes last', () => {
    table.put([article(item(7, {views: 1044}), 1)]);
    table.put([article(item(7, {views: 1043}), 2)]);
    expect(table.get('7')?.views?.value).to.equal(1044);
  });

  it('takes a report under another name as one about the same article', () => {
    table.put([article(item(7, {views: 5}))]);
    table.putReports([{name: `${base}7`, numbers: views(6)}]);
    table.putReports([{name: 'old-7', id: '7', numbers: views(7)}]);
    expect(table.get('7')?.views?.value).to.equal(7);
    expect(table.get('old-7')?.views?.value).to.equal(7);
  });

  it('keeps numbers that are known before the article is', () => {
    table.putReports([{name: '7', numbers: views(9)}]);
    expect(table.get('7')).to.equal(undefined);
    expect(table.numbersOf('7')?.views?.value).to.equal(9);
    table.put([article(item(7))]);
    expect(table.get('7')?.views?.value).to.equal(9);
  });

  it('joins what turns out to be one article and loses no number', () => {
    table.put([article({url: `${base}7`, title: 'From the page', _presslet: {views: 20, comments: 3}}, 0)], 0);
    const news = heard(table);
    table.put([article(item(7, {views: 10, reactions: {like: 2}}), 1)], 1);
    expect(table.idOf(`${base}7`)).to.equal('7');
    const whole = table.get(`${base}7`);
    expect(whole?.id).to.equal('7');
    expect(whole?.title).to.equal('Article 7');
    expect(whole?.views?.value).to.equal(20);
    expect(whole?.comments?.value).to.equal(3);
    expect(whole?.reactions?.value.kinds.get('like')).to.equal(2);
    expect(news, 'whoever shows it under either name hears of it').to.have.length(1);
    expect(Object.keys(news[0] ?? {}).sort()).to.deep.equal(['7', `${base}7`]);
  });

  it('joins by what counts say, as well', () => {
    table.put([article(item('old', {views: 8})), article(item('new', {views: 3}))]);
    table.putReports([{name: 'old', id: 'new', numbers: views(4)}]);
    expect(table.idOf('old')).to.equal('new');
    expect(table.get('new')?.views?.value).to.equal(8);
    expect(table.get(`${base}old`)?.id).to.equal('new');
  });

  it('follows a name however often its article turns out to be another', () => {
    for (const [name, id] of [
      ['first', 'second'],
      ['second', 'third'],
      ['third', 'last'],
    ] as const)
      table.putReports([
        {name, numbers: views(3)},
        {name, id, numbers: views(2)},
      ]);
    expect(table.idOf('first')).to.equal('last');
    expect(table.numbersOf('first')?.views?.value).to.equal(3);
  });

  it('keeps the texts of what turns out to be another name of an article that only counts knew', () => {
    table.putReports([{name: '7', numbers: views(4)}]);
    table.put([article({url: `${base}7`, title: 'From the page'}, 0)], 0);
    table.putReports([{name: `${base}7`, id: '7', numbers: views(5)}]);
    expect(table.get('7')?.title).to.equal('From the page');
    expect(table.get('7')?.views?.value).to.equal(5);
  });

  it('does not take a site for one article because all its links lead to the front page', () => {
    table.put(['1', '2', '3'].map((id) => article(item(id, {views: Number(id)}, {url: base}))));
    expect(['1', '2', '3'].map((id) => table.get(id)?.views?.value)).to.deep.equal([1, 2, 3]);
    expect(table.idOf(base), 'the shared name is nobody’s').to.equal(undefined);
    expect(told).to.deep.equal([`${base}: a name of both 1 and 2: of neither`]);
  });

  it('shows the texts of the newest request, whichever answer comes last', () => {
    table.put([article(item(7, {}, {title: 'Corrected'}), 2)], 2);
    table.put([article(item(7, {}, {title: 'With a mistake'}), 1)], 1);
    expect(table.get('7')?.title).to.equal('Corrected');
    table.put([article(item(7, {}, {title: 'Corrected again'}), 3)], 3);
    expect(table.get('7')?.title).to.equal('Corrected again');
  });

  it('lets what the page holds fill gaps and replace nothing', () => {
    table.put([article(item(7, {}, {title: 'Answered', summary: 'Long'}), 1)], 1);
    table.put([article({id: '7', title: 'On the page'}, 0)], 0);
    expect(table.get('7')?.title).to.equal('Answered');
    expect(table.get('7')?.standfirst).to.equal('Long');
  });

  describe('tells', () => {
    it('once for each answer, and only what changed', () => {
      const news = heard(table);
      table.put([article(item(1, {views: 1})), article(item(2, {views: 1}))]);
      expect(news).to.deep.equal([{1: ['article', 'views'], 2: ['article', 'views']}]);
      table.putReports([
        {name: '1', numbers: views(2)},
        {name: '2', numbers: views(1)},
      ]);
      expect(news[1]).to.deep.equal({1: ['views']});
    });

    it('nothing when nothing changed', () => {
      table.put([article(item(1, {views: 1, reactions: {like: 1}, people: 1}))]);
      const news = heard(table);
      table.put([article(item(1, {views: 1, reactions: {like: 1}, people: 1}), 2)], 2);
      table.putReports([{name: '1', numbers: views(1)}]);
      table.putReports([]);
      expect(news).to.deep.equal([]);
    });

    it('of texts apart from numbers', () => {
      table.put([article(item(1, {views: 1}))]);
      const news = heard(table);
      table.put([article(item(1, {views: 2}), 2)], 2);
      table.put([article(item(1, {views: 2}, {title: 'Other'}), 3)], 3);
      expect(news).to.deep.equal([{1: ['views']}, {1: ['article']}]);
    });

    it('all listeners, even when one of them fails', () => {
      table.subscribe(() => {
        throw new Error('broken');
      });
      const news = heard(table);
      table.putReports([{name: '1', numbers: views(1)}]);
      expect(news).to.have.length(1);
      expect(told).to.deep.equal([': a listener failed: broken']);
    });

    it('nobody who has left', () => {
      const news: Changes[] = [];
      const leave = table.subscribe((changes) => news.push(changes));
      leave();
      table.putReports([{name: '1', numbers: views(1)}]);
      expect(news).to.deep.equal([]);
    });

    it('even those who write while they listen', () => {
      const news: Changes[] = [];
      table.subscribe((changes) => {
        news.push(changes);
        if (news.length === 1) table.putReports([{name: '2', numbers: views(1)}]);
      });
      table.putReports([{name: '1', numbers: views(1)}]);
      expect(news.map((changes) => [...changes.keys()])).to.deep.equal([['1'], ['2']]);
    });
  });

  describe('a withdrawn article', () => {
    it('is gone by all its names, also those that are learned later', () => {
      table.put([article(item(7))]);
      const news = heard(table);
      table.remove([`${base}7`]);
      expect(news).to.deep.equal([{7: ['gone']}]);
      table.putReports([{name: 'old-7', id: '7', numbers: views(7)}]);
      for (const name of ['7', `${base}7`, 'old-7']) {
        expect(table.isGone(name), name).to.equal(true);
        expect(table.get(name), name).to.equal(undefined);
        expect(table.numbersOf(name), name).to.equal(undefined);
      }
      table.put([article(item(7, {views: 9}, {title: 'Other'}), 2)], 2);
      expect(news, 'and silent').to.have.length(1);
    });

    it('does not come back with a list out of a cache', () => {
      table.remove(['7']);
      table.put([article(item(7), 9)], 9);
      expect(table.get('7')).to.equal(undefined);
      expect(table.isGone('7')).to.equal(true);
    });

    it('may be withdrawn by its own item', () => {
      table.put([article(item(7))]);
      table.put([article(item(7, {gone: true}), 2)], 2);
      expect(table.isGone('7')).to.equal(true);
    });

    it('takes the article with it that turns out to be the same', () => {
      table.remove([`${base}7`]);
      const news = heard(table);
      table.put([article(item(7))]);
      expect(table.isGone('7')).to.equal(true);
      expect(news[0]?.['7']).to.include('gone');
      expect(news[0]?.[`${base}7`], 'whoever shows it under its former name hears of it').to.include('gone');
    });
  });
});

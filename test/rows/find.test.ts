// What a page put inside a widget.
import {expect} from '@open-wc/testing';
import {adopt} from '../../src/rows/adopt.js';
import {rowsIn, templateIn} from '../../src/rows/find.js';
import {elementOf, first} from '../support/rows.js';

const row = (id: string, inner = ''): string =>
  `<li itemscope itemtype="https://schema.org/NewsArticle" itemid="${id}">${inner}</li>`;
const base = 'https://news.example/section/';

describe('rows that the page wrote', () => {
  it('are found at any depth, outside named slots and other rows', () => {
    const holder = elementOf(`<x-list>${row('a')}<div><ul>${row('b', `<ul>${row('inside')}</ul>`)}</ul></div>
      <div slot="heading"><ul>${row('slotted')}</ul></div><div slot=""><ul>${row('c')}</ul></div>
      <article itemscope itemtype="http://schema.org/BlogPosting"></article>
      <article itemscope itemtype="http://schema.org/TechArticle http://example.org/x" itemid="d"></article>
      <template>${row('in a template')}</template></x-list>`);
    expect(rowsIn(holder).map((each) => each.getAttribute('itemid'))).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('are named by their id, else by where they lead, else not at all', () => {
    const idOf = (source: string): unknown => adopt(elementOf(source), base).id;
    expect(idOf(row('a b'))).to.equal('a b');
    expect(idOf('<li itemscope><a itemprop="url" href="../x?y=1">X</a></li>')).to.equal('https://news.example/x?y=1');
    expect(idOf('<li itemscope><a itemprop="url" href="javascript:alert(1)">X</a></li>')).to.equal(undefined);
    expect(idOf('<li itemscope><b itemprop="headline">X</b></li>')).to.equal(undefined);
  });

  it('are read as their author wrote them by hand', () => {
    const {item} = adopt(
      elementOf(`<article itemscope itemid="a" data-as-of="2024-11-21T10:00:00Z">
        <h2 itemprop="headline"> A  title </h2><a itemprop="url" href="/a">Read</a><time itemprop="datePublished">21.11.2024</time>
        <p>By <span itemprop="author">A. Author</span> and <span itemprop="author">B. Author</span></p>
        <p hidden><span itemprop="description">Not shown</span></p><meta itemprop="isAccessibleForFree" content="False">
        <span itemprop="interactionStatistic" itemscope><link itemprop="interactionType" href="https://schema.org/ReadAction"><b itemprop="userInteractionCount">1 043</b></span>
        <span itemprop="interactionStatistic" itemscope><meta itemprop="interactionType" content="https://schema.org/LikeAction"><b itemprop="userInteractionCount">3</b></span>
        <span itemprop="interactionStatistic" itemscope><meta itemprop="interactionType" content="https://schema.org/ReactAction"><b itemprop="userInteractionCount">9</b></span>
        <i data-press="people">3 people in total</i></article>`),
      base,
    );
    // What is undefined is absent.
    expect(JSON.parse(JSON.stringify(item))).to.deep.equal({
      id: 'a',
      url: '/a',
      title: 'A  title',
      date_published: '21.11.2024',
      authors: [{name: 'A. Author'}, {name: 'B. Author'}],
      _presslet: {
        image: {},
        views: '1 043',
        reactions: {like: '3'},
        as_of: Date.UTC(2024, 10, 21, 10),
        access: 'subscriber',
      },
    });
  });
});

describe('the template of a page', () => {
  it('is the first with an element, outside named slots and rows', () => {
    const holder =
      elementOf(`<x-list><template slot="empty"><p>Empty</p></template>${row('a', '<template><b></b></template>')}
      <template> </template><ul><template><li id="right"></li></template></ul></x-list>`);
    const template = templateIn(holder);
    expect(template && first(template.content, '*').id).to.equal('right');
    expect(templateIn(elementOf('<x-list></x-list>'))).to.equal(undefined);
  });
});

// What is written into a row, where it goes, and what is never written.
import {expect} from '@open-wc/testing';
import {loadLanguage} from '../../src/i18n/language.js';
import type {Article} from '../../src/model/article.js';
import {numberGroups} from '../../src/model/numbers.js';
import {templateOf} from '../../src/rows/find.js';
import {compact, list, withHeading} from '../../src/rows/layouts.js';
import {templateLike} from '../../src/rows/copied.js';
import {stamp, type Show} from '../../src/rows/prepare.js';
import {whole} from '../../src/rows/whole.js';
import {ours, write} from '../../src/rows/write.js';
import {articleOf, elementOf, first, nodesOf, wordsOf} from '../support/rows.js';

const words = () => wordsOf('en');
const counter = (type: string, inner: string, more = ''): string =>
  `<span itemprop="interactionStatistic" itemscope ${more}><meta itemprop="interactionType" content="https://schema.org/${type}Action">${inner}</span>`;
const rowOf = (inner: string): HTMLElement =>
  elementOf(`<article itemscope itemtype="https://schema.org/NewsArticle" itemid="a">${inner}</article>`);
const written = (inner: string, article: Article, only?: readonly Show[]): HTMLElement => {
  const row = rowOf(inner);
  write(row, article, words(), whole, only);
  return row;
};

describe('the place of a value', () => {
  const article = articleOf({
    url: 'https://news.example/a',
    title: 'Title',
    image: 'https://img.example/a.png',
    date_published: '2024-11-21T10:00:00Z',
    _presslet: {
      image: {width: 640, height: 360, alt: 'A harbour'},
      views: 1043,
      section: {id: 's', title: 'Sea', url: '/sea'},
    },
  });

  it('is the attribute in which the element keeps it', () => {
    const row = written(
      '<a itemprop="url">Read</a><img itemprop="image"><meta itemprop="headline"><time itemprop="datePublished"></time>' +
        counter('Read', '<meter itemprop="userInteractionCount" max="9999"></meter>'),
      article,
    );
    expect(first(row, 'a').getAttribute('href')).to.equal('https://news.example/a');
    expect(first(row, 'a').textContent).to.equal('Read');
    expect(
      first(row, 'img')
        .getAttributeNames()
        .map((name) => `${name}=${first(row, 'img').getAttribute(name) ?? ''}`),
    ).to.have.members(['itemprop=image', 'width=640', 'height=360', 'alt=A harbour', 'src=https://img.example/a.png']);
    expect(row.querySelector('meta')?.getAttribute('content')).to.equal('Title');
    expect(first(row, 'time').outerHTML).to.contain('datetime="2024-11-21T10:00:00.000Z">11/21/2024<');
    expect(first(row, 'meter').getAttribute('value')).to.equal('1043');
    expect(first(row, 'meter').textContent).to.equal('1,043');
  });

  it('is the innermost only child for a text, so that a heading keeps its link', () => {
    const row = written('<h3 itemprop="headline"><b><a itemprop="url"></a></b></h3>', article);
    expect(first(row, 'h3').innerHTML).to.equal('<b><a itemprop="url" href="https://news.example/a">Title</a></b>');
  });

  it('is one link for title and address', () => {
    const row = written('<a itemprop="headline url"></a>', article);
    expect(first(row, 'a').outerHTML).to.equal('<a itemprop="headline url" href="https://news.example/a">Title</a>');
  });

  it('is also the address of a section that stands in a link', () => {
    const row = written('<a itemprop="articleSection"></a>', article);
    expect(first(row, 'a').outerHTML).to.equal('<a itemprop="articleSection" href="https://news.example/sea">Sea</a>');
  });

  it('is beside the icon and the word that the page put there', () => {
    const row = written(counter('Read', '<b itemprop="userInteractionCount"><svg></svg> 7 <i>views</i></b>'), article, [
      'views',
    ]);
    expect(first(row, 'b').innerHTML).to.equal('<svg></svg> 1,043 <i>views</i>');
  });

  it('is nowhere where the template has no place', () => {
    expect(written('<p>Only a text</p>', article).innerHTML).to.equal('<p>Only a text</p>');
  });

  it('is not inside an item of another kind', () => {
    const other =
      '<div itemprop="hasPart" itemscope itemtype="https://schema.org/NewsArticle"><h4 itemprop="headline">Other</h4></div>';
    expect(written(other, article).innerHTML).to.equal(rowOf(other).innerHTML);
  });
});

describe('a value that is missing', () => {
  const bare = articleOf({id: 'a', title: 'Title'});

  it('hides its place, and shows it when it comes', () => {
    const row = written(
      '<p itemprop="description">Old</p><img itemprop="image" src="data:,old">' +
        counter('Read', '<data itemprop="userInteractionCount"></data>', 'id="v"'),
      bare,
    );
    expect([...row.querySelectorAll('[hidden]')].map(({localName}) => localName)).to.deep.equal([
      'p',
      'img',
      'span',
      'data',
    ]);
    expect(first(row, 'img').hasAttribute('src')).to.equal(false);
    write(row, articleOf({summary: 'New', image: 'https://img.example/b.png', _presslet: {views: 0}}), words(), whole);
    expect(row.querySelectorAll('[hidden]').length).to.equal(0);
    expect(first(row, '#v').textContent).to.equal('0');
  });

  it('leaves a title readable when there is no address', () => {
    const row = written(
      '<h3 itemprop="headline"><a itemprop="url" href="/old"></a></h3><a itemprop="url" href="/old">Read on</a>',
      bare,
    );
    expect(row.innerHTML).to.equal(
      '<h3 itemprop="headline"><a itemprop="url">Title</a></h3><a itemprop="url" hidden="">Read on</a>',
    );
  });

  it('leaves a card readable that is one link', () => {
    const row = written('<a itemprop="url" href="/old"><b itemprop="headline"></b></a>', bare);
    expect(row.innerHTML).to.equal('<a itemprop="url"><b itemprop="headline">Title</b></a>');
  });
});

describe('what runs, loads or styles', () => {
  const closed = ['script', 'style', 'iframe', 'object', 'embed', 'template', 'textarea', 'title', 'noscript', 'base'];
  const article = articleOf({
    url: 'https://news.example/a',
    title: 'window.ran = true',
    summary: '0;url=https://evil.example/',
  });

  for (const name of closed)
    it(`is not written: <${name}>`, () => {
      const place = document.createElement(name);
      place.setAttribute('itemprop', 'headline url image');
      const row = rowOf('');
      row.append(place);
      const before = row.outerHTML.replace(' data-as-of', '');
      write(row, article, words(), whole);
      expect(row.outerHTML).to.equal(before);
      expect(place.childNodes).to.have.length(0);
    });

  for (const source of [
    '<meta itemprop="description" http-equiv="refresh">',
    '<meta itemprop="description" name="referrer">',
    '<link itemprop="url" rel="stylesheet">',
  ])
    it(`is not written: ${source}`, () => {
      const row = written(source, article);
      expect(row.firstElementChild?.outerHTML).to.equal(source);
    });

  it('is not followed, should an address not have come through the model', () => {
    const forged = {
      ...article,
      url: 'javascript:window.ran=true',
      image: {url: 'data:text/html,x', alt: ''},
      sponsor: {name: 'S', url: 'data:text/html,x'},
    };
    const row = written(
      '<a itemprop="headline url" href="/old"></a><img itemprop="image"><a data-press="sponsor" href="/old"></a>',
      forged,
    );
    expect(row.querySelectorAll('[href], [src]').length).to.equal(0);
  });

  it('is not named by a stranger to the table', () => {
    const row = written('<b itemprop="constructor __proto__ toString"></b><i data-press="constructor"></i>', article);
    expect(row.textContent).to.equal('');
  });
});

describe('a row that the page wrote', () => {
  it('keeps its own wording of an equal number, with and without an exact value', () => {
    const inner =
      counter('Read', '<data itemprop="userInteractionCount" value="1043">1043 times</data>') +
      counter('Comment', '<b itemprop="userInteractionCount">1 043</b>');
    const row = written(inner, articleOf({_presslet: {views: 1043, comments: 1043}}), numberGroups);
    expect(row.innerHTML).to.equal(rowOf(inner).innerHTML);
  });

  it('shows the same text node when a number changes', () => {
    const row = rowOf(counter('Read', '<b itemprop="userInteractionCount">1 043</b>'));
    const text = first(row, 'b').firstChild;
    write(row, articleOf({_presslet: {views: 1044}}), words(), whole, ['views']);
    expect(first(row, 'b').firstChild === text).to.equal(true);
    expect(text?.nodeValue).to.equal('1,044');
  });

  it('keeps its reactions in its order, hides those without a reader and appends new kinds as copies', () => {
    const reaction = (kind: string): string =>
      counter(
        'React',
        `<i data-press="icon"><svg></svg></i><data itemprop="userInteractionCount" value="1">1</data>`,
        `data-kind="${kind}"`,
      );
    const row = rowOf(`<p data-press="reactions">${reaction('super')}${reaction('like')}</p>`);
    const [one, two] = first(row, 'p').children;
    write(row, articleOf({_presslet: {reactions: {like: 5, wow: 2}}}), words(), whole, ['reactions']);
    const shown = [...first(row, 'p').children].map((each) => [
      each.getAttribute('data-kind'),
      each.hasAttribute('hidden'),
      each.textContent,
    ]);
    expect(shown).to.deep.equal([
      ['super', true, '1'],
      ['like', false, '5'],
      ['wow', false, '😮2'],
    ]);
    const {children} = first(row, 'p');
    expect(one === children[0] && two === children[1]).to.equal(true);
    expect(one?.querySelectorAll('svg').length).to.equal(1);
    write(row, articleOf({_presslet: {reactions: {super: 1, like: 5}}}), words(), whole, ['reactions']);
    expect([...first(row, 'p').children].map((each) => each.hasAttribute('hidden'))).to.deep.equal([
      false,
      false,
      true,
    ]);
  });

  it('keeps counts that are no business of ours', () => {
    const inner = counter('Bookmark', '<b itemprop="userInteractionCount">3</b>');
    const row = written(inner, articleOf({_presslet: {views: 1}}), ['views']);
    expect(row.innerHTML).to.equal(rowOf(inner).innerHTML);
  });

  it('serves as a template without the names by which the page knows it, and without its leftovers', () => {
    const source = rowOf(
      '<picture><source srcset="data:,old"><img id="i" itemprop="image" src="data:,old" srcset="data:,old 2x" width="9" height="9"></picture>' +
        '<h3 id="h" itemprop="headline">Old <em>title</em></h3><p itemprop="description">Old text</p>',
    );
    source.id = 'row';
    const row = stamp(
      templateLike(source),
      articleOf({id: 'b', title: 'New', image: 'https://img.example/b.png'}),
      words(),
    );
    expect(row.outerHTML).to.equal(
      '<article itemscope="" itemtype="https://schema.org/NewsArticle" itemid="b"><picture><img itemprop="image" src="https://img.example/b.png" alt=""></picture>' +
        '<h3 itemprop="headline">New</h3><p itemprop="description" hidden=""></p></article>',
    );
    expect(source.id).to.equal('row');
  });
});

describe('our layouts', () => {
  before(() => loadLanguage('ru'));
  const article = articleOf({
    url: 'https://news.example/a',
    title: 'Title',
    summary: 'Sentence',
    date_published: '2024-11-21T10:00:00Z',
    authors: [{name: 'A'}],
    _presslet: {
      views: 745,
      reactions: {like: 3, super: 1},
      people: 3,
      comments: 2,
      kicker: 'K',
      label: 'opinion',
      section: {title: 'S'},
    },
  });
  const partsIn = (row: Element): readonly (string | null)[] =>
    [...row.querySelectorAll('[part]:not([hidden], [hidden] *)')].map((each) => each.getAttribute('part'));

  it('tell reactions in one line, and views in words for assistive technology', () => {
    const row = stamp(templateOf(nodesOf(list)), article, wordsOf('ru'));
    expect(first(row, '[part=reactions]').textContent).to.equal('♥★ 4 · Всего 3 человека');
    expect(first(row, '[part=views] data').getAttribute('aria-hidden')).to.equal('true');
    expect(first(row, '[part=views] span').textContent).to.equal('745 просмотров');
  });

  it('show what is asked for, and always what kind of article it is', () => {
    const show = (parts: Parameters<typeof templateOf>[1], layout = list) =>
      partsIn(stamp(templateOf(nodesOf(layout), parts), article, words()));
    expect(show({show: ['title', 'date']})).to.deep.equal(['body', 'label', 'title', 'link', 'meta', 'date']);
    expect(show({show: ['views', 'reactions', 'section', 'kicker', 'byline', 'standfirst', 'comments']})).to.deep.equal(
      ['body', 'kicker', 'label', 'standfirst', 'meta', 'byline', 'section', 'views', 'comments', 'reactions'],
    );
    expect(show({}, compact)).to.deep.equal(['body', 'label', 'title', 'link', 'meta', 'date', 'views', 'reactions']);
  });

  it('have the heading that is wanted, and the same array for the same level', () => {
    expect(nodesOf(withHeading(list, 2)).querySelectorAll('h2[itemprop=headline] > a').length).to.equal(1);
    expect(withHeading(list, 2)).to.equal(withHeading(list, 2));
    expect(withHeading(compact, 5)).not.to.equal(withHeading(list, 5));
    for (const level of [3, 0, 7, NaN, 2.5]) expect(withHeading(list, level)).to.equal(list);
  });

  it('say everything anew in another language', () => {
    const row = stamp(templateOf(nodesOf(list)), article, wordsOf('en'));
    write(row, article, wordsOf('ru', {dateStyle: 'long'}), ours);
    expect(first(row, '[part=date]').textContent).to.equal('21 ноября 2024 г.');
    expect(first(row, '[part=reactions]').textContent).to.contain('Всего 3 человека');
    expect(first(row, '[part=label]').textContent).to.equal('Мнение');
  });

  it('have no style and no class that a page or a blocker could know', () => {
    for (const layout of [list, compact]) expect(nodesOf(layout).outerHTML).not.to.match(/ (?:class|style)=/);
  });
});

/** The demo's magazine holds what its pages and tests count on, and its texts are clean. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {motifNames, motifOf, picture} from '../../demo/content/pictures.js';
import {ratios} from '../../demo/content/ratios.js';
import {pictureAddress, pictureOf, sections, seedData, stock} from '../../demo/content/seed.js';
import type {SeedArticle, SeedData} from '../../demo/endpoint/src/seed.js';

const data = seedData satisfies SeedData;
const {articles} = data;
const russian = articles.filter(({lang}) => lang === 'ru');
const kinds = data.kinds.map(({kind}) => kind);
const numbers = ({reactions}: SeedArticle): number[] => Object.values(reactions);
const titles = (sign: string | RegExp): number =>
  articles.filter(({title}) => (typeof sign === 'string' ? title.includes(sign) : sign.test(title))).length;

/** The articles of which something is untrue, by id, so that a failure names them. */
const failing = (isRight: (article: SeedArticle) => boolean): string[] =>
  articles.filter((article) => !isRight(article)).map(({id}) => id);

const textsOf = ({title, standfirst, body, kicker, corrected, tags, image}: SeedArticle): string[] =>
  [title, standfirst, kicker, corrected, image?.alt, ...(body ?? []), ...(tags ?? [])].filter(
    (text) => text !== undefined,
  );

describe('the stock of the magazine', () => {
  it('has 120 articles, 84 Russian and 36 English, in 6 sections by 8 authors', () => {
    assert.deepEqual([articles.length, russian.length, sections.length, data.authors.length], [120, 84, 6, 8]);
    assert.equal(articles.filter(({lang}) => lang === 'en').length, 36);
    for (const {id} of sections)
      assert.ok(
        articles.some(({section}) => section === id),
        `nothing in ${id}`,
      );
    for (const {name} of data.authors)
      assert.ok(
        articles.some(({authors}) => authors.includes(name)),
        name,
      );
    assert.ok(russian.filter(({section}) => section === 'news').length >= 30);
    assert.ok(russian.filter(({section}) => section === 'products').length >= 12);
  });

  it('names only sections, authors and kinds that exist', () => {
    const names = data.authors.map(({name}) => name);
    assert.deepEqual(
      failing(({section}) => sections.some(({id}) => id === section)),
      [],
    );
    assert.deepEqual(
      failing(({authors}) => authors.length > 0 && authors.every((name) => names.includes(name))),
      [],
    );
    assert.deepEqual(
      failing(({reactions}) => Object.keys(reactions).every((kind) => kinds.includes(kind))),
      [],
    );
  });

  it('gives no two articles one id, slug, title or standfirst', () => {
    for (const field of ['id', 'slug', 'title', 'standfirst'] as const)
      assert.equal(new Set(articles.map((article) => article[field])).size, articles.length, field);
    assert.deepEqual(
      failing(({slug}) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)),
      [],
    );
  });

  it('speaks the language of its edition where it names sections', () => {
    assert.deepEqual(stock('ru').sections[0], {id: 'news', title: 'Новости'});
    assert.deepEqual(stock('en').sections[0], {id: 'news', title: 'News'});
    assert.equal(stock('en').name, 'Workbench');
  });
});

describe('dates and numbers', () => {
  it('spread the articles over two years, each date valid and with its zone', () => {
    const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/;
    const right = (date: string): boolean => shape.test(date) && !Number.isNaN(Date.parse(date));
    assert.deepEqual(
      failing(({date, modified}) => right(date) && (modified === undefined || right(modified))),
      [],
    );
    assert.deepEqual(
      failing(({date, modified}) => modified === undefined || Date.parse(modified) > Date.parse(date)),
      [],
    );
    const days = articles.map(({date}) => date.slice(0, 10)).sort();
    assert.equal(days[0], '2024-11-25');
    assert.equal(days.at(-1), '2026-11-20');
    assert.ok(new Set(days.map((day) => day.slice(0, 7))).size >= 24, 'a month without an article');
  });

  it('count views from none to two million', () => {
    const views = articles.map((article) => article.views);
    assert.deepEqual([Math.min(...views), Math.max(...views)], [0, 2_000_000]);
    for (const number of [0, 1, 2, 5, 21, 745, 1043]) assert.ok(views.includes(number), String(number));
    assert.deepEqual(
      failing((article) => Number.isSafeInteger(article.views)),
      [],
    );
  });

  it('have articles with every number of kinds from none to five', () => {
    const used = new Set(articles.map((article) => numbers(article).length));
    assert.deepEqual([...used].sort(), [0, 1, 2, 3, 4, 5]);
    assert.ok(articles.filter((article) => numbers(article).length === 0).length >= 15);
    assert.deepEqual(
      failing((article) => numbers(article).every((number) => Number.isInteger(number) && number > 0)),
      [],
    );
  });

  it('never have more people than reactions or views, nor fewer than chose one kind', () => {
    const right = (article: SeedArticle): boolean => {
      const sum = numbers(article).reduce((total, number) => total + number, 0);
      const {people, views} = article;
      return people <= sum && people >= Math.max(0, ...numbers(article)) && people <= views;
    };
    assert.deepEqual(failing(right), []);
    for (const people of [1, 3, 5, 21])
      assert.ok(articles.filter((article) => article.people === people).length >= 3, String(people));
  });
});

describe('texts', () => {
  it('give twelve articles a body of six to ten paragraphs, eight Russian and four English', () => {
    const long = articles.filter(({body}) => body !== undefined);
    assert.equal(long.length, 12);
    assert.equal(long.filter(({lang}) => lang === 'ru').length, 8);
    assert.deepEqual(
      failing(({body}) => body === undefined || (body.length >= 6 && body.length <= 10)),
      [],
    );
  });

  it('hold the titles that are hard to show', () => {
    assert.ok(articles.filter(({title}) => title.length >= 200).length >= 4, 'very long');
    for (const sign of ['«', '"', '“', '&', '<', '</script>', '\u00AD', /\p{Extended_Pictographic}/u])
      assert.ok(titles(sign) > 0, String(sign));
    assert.equal(titles(/^\p{Script=Hebrew}/u), 1);
    assert.equal(titles(/^\p{Script=Arabic}/u), 1);
  });

  it('hold what an article may have besides', () => {
    for (const label of ['news', 'live', 'updated', 'opinion', 'sponsored', 'advertorial'])
      assert.ok(
        articles.some((article) => article.label === label),
        label,
      );
    for (const access of ['free', 'metered', 'subscriber'])
      assert.ok(
        articles.some((article) => article.access === access),
        access,
      );
    assert.deepEqual(
      failing(({label, sponsor}) => /^(sponsored|advertorial)$/.test(label ?? '') === (sponsor !== undefined)),
      [],
    );
    assert.ok(articles.some(({kicker}) => kicker !== undefined));
    assert.equal(articles.filter(({corrected}) => corrected !== undefined).length, 1);
    assert.equal(articles.filter((article) => article.reactions_open === false).length, 1);
  });

  it('never mix Latin letters into Cyrillic words, or the other way round', () => {
    const mixed = /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u;
    assert.match('3 человекa', mixed);
    const texts = [...data.authors.map(({name}) => name), ...data.kinds.flatMap(({label}) => Object.values(label))];
    assert.deepEqual(
      [...texts, ...articles.flatMap(textsOf)].filter((text) => mixed.test(text)),
      [],
    );
  });

  it('are trimmed, end their sentences and keep to the quotes and dashes of their language', () => {
    const clean = (text: string): boolean => text === text.trim() && !/ {2}| [,.;:!?]|\s-\s|\.\.\./.test(text);
    assert.deepEqual(
      articles.flatMap(textsOf).filter((text) => !clean(text)),
      [],
    );
    const sentences = articles.flatMap(({standfirst, body}) => [standfirst, ...(body ?? [])]);
    assert.deepEqual(
      sentences.filter((text) => !/[.!?…»”]$/.test(text)),
      [],
    );
    const even = (text: string): boolean => text.split('«').length === text.split('»').length && !/["“”]/.test(text);
    assert.deepEqual(
      russian.flatMap(textsOf).filter((text) => !even(text)),
      [],
    );
  });
});

describe('pictures', () => {
  it('are missing from twenty articles; the others have address, size and words in their language', () => {
    assert.equal(articles.filter(({image}) => image === undefined).length, 20);
    assert.deepEqual(
      failing(({id, image}) => image === undefined || image.url === pictureAddress(id)),
      [],
    );
    const right = ({lang, image}: SeedArticle): boolean =>
      image === undefined || (/\p{Script=Cyrillic}/u.test(image.alt) === (lang === 'ru') && image.alt.length >= 10);
    assert.deepEqual(failing(right), []);
    const sizes = new Set(articles.flatMap(({image}) => (image === undefined ? [] : [image.width / image.height])));
    assert.equal(sizes.size, Object.keys(ratios).length);
  });

  it('are small, well-formed, the same each time, and hold nothing that runs, styles, loads or reads', () => {
    const wrong = articles.filter(({id, image}) => {
      const svg = pictureOf(id);
      if (image === undefined) return svg !== undefined;
      if (svg === undefined || svg !== pictureOf(id) || Buffer.byteLength(svg) > 12_000) return true;
      const opens = svg.match(/<[a-z]+(?:\s[^<>]*[^/])?>/g) ?? [];
      const closes = svg.match(/<\/[a-z]+>/g) ?? [];
      const size = `width="${image.width}" height="${image.height}"`;
      return opens.length !== closes.length || !svg.includes(size) || /NaN|undefined|Infinity/.test(svg);
    });
    assert.deepEqual(
      wrong.map(({id}) => id),
      [],
    );
    const forbidden = articles.filter(({id}) =>
      /<(script|style|text|title|image|foreignObject|a)\b|\s(style|on\w+)=|(href|url)\W*(?!#)[a-z]+:|>[^<]+</.test(
        pictureOf(id) ?? '',
      ),
    );
    assert.deepEqual(
      forbidden.map(({id}) => id),
      [],
    );
  });

  it('draw every motif in every ratio within 12 kB, whatever the id', () => {
    const large = motifNames.flatMap((motif) =>
      Object.values(ratios).flatMap((size) =>
        ['7', 'a-name', 'https://example.org/an/id?x=1&y=<2>'].map((id) => {
          const bytes = picture(id, {...size, motif}).length;
          return bytes > 12_000 ? `${motif} ${bytes}` : '';
        }),
      ),
    );
    assert.deepEqual(
      large.filter((name) => name !== ''),
      [],
    );
    assert.equal(new Set(articles.filter(({image}) => image).map(({id}) => motifOf(id))).size, motifNames.length);
  });
});

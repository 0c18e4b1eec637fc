// What the server writes, the page reads back as the same articles, whatever stands in them.
import {expect} from '@open-wc/testing';
import {loadLanguage} from '../../src/i18n/language.js';
import type {Article} from '../../src/model/article.js';
import {readArticle} from '../../src/model/item.js';
import {numberGroups} from '../../src/model/numbers.js';
import {adopt} from '../../src/rows/adopt.js';
import {isOf} from '../../src/rows/fields.js';
import {rowsIn, templateIn, templateOf} from '../../src/rows/find.js';
import {list} from '../../src/rows/layouts.js';
import {namesOf} from '../../src/rows/marked.js';
import {stamp} from '../../src/rows/prepare.js';
import {whole} from '../../src/rows/whole.js';
import {write} from '../../src/rows/write.js';
import {renderTeasers} from '../../src/server/render.js';
import {base, hostile, stories} from '../support/corpus.js';
import {elementOf, first, nodesOf, shownOf, wordsOf} from '../support/rows.js';
import {wholeTemplate} from '../support/whole-template.js';

const silent = (): void => undefined;
const read = (item: unknown): Article | undefined => readArticle(item, {base, order: 0, tell: silent});
const articles = stories().flatMap((story) => read(story) ?? []);
/** What a layout of ours has no place for. */
const notInList = ['sectionUrl', 'credit', 'modified', 'access', 'sponsor', 'corrected'];

const renderings: readonly {name: string; template: string | undefined; lacks: readonly string[]}[] = [
  {name: 'our list', template: undefined, lacks: notInList},
  {name: "a page's template with every place", template: wholeTemplate, lacks: []},
];

const without = (shown: Readonly<Record<string, unknown>>, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(shown).filter(([name]) => !names.includes(name)));

const isNumber = (name: string): boolean => isOf(name, numberGroups);

/** Everything in a row but hidden texts, which the server leaves out. */
const nodesIn = (row: Element): readonly unknown[] => {
  const copy = elementOf('<div></div>');
  copy.append(row.cloneNode(true));
  const [clone] = copy.children;
  if (!clone) return [];
  for (const place of [...clone.querySelectorAll('[hidden]')])
    if (!namesOf(place, clone).some(isNumber)) place.remove();
  clone.normalize();
  return [clone, ...clone.querySelectorAll('*')].map((each) => [
    each.localName,
    [...each.attributes].map(({name, value}) => `${name}=${value}`).sort(),
    [...each.childNodes].map((node) => (node instanceof Text ? node.data : node.nodeName)),
  ]);
};

describe('the corpus', () => {
  it('has 400 articles and more than 60 hostile texts', () => {
    expect(articles).to.have.length(400);
    expect(new Set(hostile).size).to.be.above(60);
  });
});

for (const {name, template, lacks} of renderings)
  for (const lang of ['ru', 'en'])
    describe(`${name}, written by the server in "${lang}"`, () => {
      let holder: HTMLElement;
      let rows: readonly Element[];
      const words = () => wordsOf(lang);

      before(async () => {
        await loadLanguage(lang);
        const options = {lang, base, dateStyle: 'short', limit: 400, ...(template && {template})} as const;
        holder = elementOf(renderTeasers(stories(), {...options, wrap: {tag: 'x-list'}}));
        document.body.append(holder);
        rows = rowsIn(holder);
      });
      after(() => holder.remove());

      it('is adopted as the same 400 articles', () => {
        expect(rows).to.have.length(articles.length);
        const shown = (article: Article | undefined): unknown => article && without(shownOf(article, words()), lacks);
        rows.forEach((row, index) => {
          const article = articles[index];
          const {id, item} = adopt(row, base);
          expect(id).to.equal(article?.id);
          expect(shown(read(item))).to.deep.equal(shown(article), `article ${index}`);
        });
      });

      it('ran, loaded and styled nothing of them', () => {
        expect('ran' in window).to.equal(false);
        expect(
          holder.querySelectorAll('script, style, iframe, base, svg, math, h1, [onerror], [onclick], [onload]').length,
        ).to.equal(0);
        for (const link of holder.querySelectorAll('a[href], link[href]'))
          expect(link.getAttribute('href')).to.match(/^https?:/);
        for (const each of holder.querySelectorAll('*'))
          for (const {name: attribute} of each.attributes) expect(attribute).not.to.match(/^on|^style$/);
      });

      it('is not touched when the same articles are written', () => {
        const observer = new MutationObserver(silent);
        observer.observe(holder, {subtree: true, childList: true, characterData: true, attributes: true});
        rows.forEach((row, index) => {
          const article = articles[index];
          if (article) write(row, article, words(), whole);
          if (article) write(row, article, words(), whole, numberGroups);
        });
        const changes = observer
          .takeRecords()
          .map(({type, attributeName, target}) => `${type} ${attributeName ?? ''} ${target.nodeName}`);
        expect(changes).to.deep.equal([]);
      });

      it('is node for node what the browser stamps', () => {
        const own = template
          ? templateOf(elementOf(`<ul>${template}</ul>`).firstElementChild ?? holder, {vocabulary: whole})
          : templateOf(nodesOf(list));
        const sent = templateIn(holder)?.content.firstElementChild;
        if (!sent) throw new Error('The server wrote no template');
        articles.forEach((article, index) => {
          const served = rows[index];
          if (!served) return;
          expect(nodesIn(stamp(own, article, words()))).to.deep.equal(nodesIn(served), article.id);
          if (index % 20 === 0)
            expect(nodesIn(stamp(templateOf(sent, {vocabulary: whole}), article, words()))).to.deep.equal(
              nodesIn(served),
              'from the template sent',
            );
        });
      });
    });

describe('a number that changed', () => {
  it('costs one text node its data', async () => {
    await loadLanguage('ru');
    const item = {
      id: 'a',
      title: 'T',
      _presslet: {views: 1043, as_of: 1_700_000_000_000, reactions: {like: 3}, people: 3},
    };
    const [before, after] = [
      item,
      {...item, _presslet: {...item._presslet, views: 1044, as_of: 1_700_000_000_001}},
    ].map(read);
    if (!before || !after) throw new Error('unreadable');
    const holder = elementOf(renderTeasers([item], {lang: 'ru'}));
    const [row] = rowsIn(holder);
    if (!row) throw new Error('no row');
    const observer = new MutationObserver(silent);
    const text = first(row, '[itemprop=userInteractionCount]').firstChild;
    observer.observe(holder, {subtree: true, childList: true, characterData: true, attributes: true});
    write(row, after, wordsOf('ru'), whole, ['views']);
    const records = observer.takeRecords();
    expect(records.map(({type, attributeName}) => attributeName ?? type).sort()).to.deep.equal([
      'characterData',
      'characterData',
      'data-as-of',
      'value',
    ]);
    expect(first(row, '[itemprop=userInteractionCount]').firstChild === text).to.equal(true);
    expect(first(row, '[part=views]').textContent).to.equal('1\u00a0044 1\u00a0044 просмотра');
    expect(before.views?.value).to.equal(1043);
  });
});

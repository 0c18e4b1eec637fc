/** Rows for tests: words, articles, layouts as nodes, and what a row can show of an article. */
import {html, render} from 'lit';
import {languageOf} from '../../src/i18n/language.js';
import type {Article} from '../../src/model/article.js';
import {readArticle} from '../../src/model/item.js';
import type {Words} from '../../src/rows/fields.js';
import {iconOf} from '../../src/rows/icons.js';
import {base} from './corpus.js';

export const wordsOf = (lang: string, others: Partial<Words> = {}): Words => ({
  language: languageOf(lang),
  dateStyle: 'short',
  timeZone: 'UTC',
  icon: iconOf,
  ...others,
});

export const articleOf = (item: object): Article => {
  const article = readArticle({id: 'a', title: 'Title', ...item}, {base, order: 0, tell: () => undefined});
  if (!article) throw new Error('The test gives an article that cannot be read');
  return article;
};

/** As the elements do it: Lit makes the nodes. */
export const nodesOf = (layout: TemplateStringsArray): Element => {
  const holder = document.createDocumentFragment();
  render(html(layout), holder);
  return first(holder, '*');
};

/** The element of a text of HTML; for tests alone. */
export const elementOf = (source: string): HTMLElement => {
  const body = new DOMParser().parseFromString(source, 'text/html').body.firstElementChild;
  if (!(body instanceof HTMLElement)) throw new Error('The test gives no element');
  return document.importNode(body, true);
};

export const first = (holder: ParentNode, selector: string): HTMLElement => {
  const found = holder.querySelector(selector);
  if (!(found instanceof HTMLElement)) throw new Error(`There is no ${selector}`);
  return found;
};

/** What the places of `wholeTemplate` say of an article: kinds without a reader and plain news are not told, authors are one text. */
export const shownOf = (article: Article, words: Words): Readonly<Record<string, unknown>> => {
  const kinds = [...(article.reactions?.value.kinds ?? [])].filter(([, count]) => count > 0).sort();
  const moments = [article.views, article.reactions, article.comments].map((each) => each?.asOf);
  const people = article.reactions?.value.people;
  const isWithNumbers = article.views ?? article.comments ?? (kinds.length || people ? true : undefined);
  return {
    id: article.id,
    url: article.url,
    title: article.title,
    standfirst: article.standfirst,
    published: article.published,
    modified: article.modified,
    authors: words.language.list(article.authors),
    section: article.section?.title,
    sectionUrl: article.section?.url,
    image: article.image && [article.image.url, article.image.alt, article.image.width, article.image.height],
    credit: article.image?.credit,
    kicker: article.kicker,
    label: article.label === 'news' ? undefined : article.label,
    access: article.access,
    sponsor: article.sponsor && {...article.sponsor},
    corrected: article.corrected,
    views: article.views?.value,
    comments: article.comments?.value,
    kinds,
    people: people || undefined,
    asOf: isWithNumbers && moments.find((each) => each !== undefined),
  };
};

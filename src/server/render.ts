/** Articles as HTML: rows, and beside them the template of further ones. What is sent is what the browser then adopts. */
import {languageOf, type DateStyle} from '../i18n/language.js';
import type {Article} from '../model/article.js';
import {readArticle} from '../model/item.js';
import {numberGroups} from '../model/numbers.js';
import {within, type Tell} from '../model/tell.js';
import {isOf, type Words} from '../rows/fields.js';
import {iconOf} from '../rows/icons.js';
import {compact, list, withHeading} from '../rows/layouts.js';
import {namesOf} from '../rows/marked.js';
import {prepare, stamp, type Show, type Template} from '../rows/prepare.js';
import {whole} from '../rows/whole.js';
import {escape, type RowNode} from './node.js';
import {readTemplate} from './read.js';

export interface RenderOptions {
  /** A language tag. Another language than English must have been loaded: `await loadLanguage(lang)`. */
  readonly lang?: string;
  /** The browser cannot know where the server stands: UTC unless another one is named. */
  readonly timeZone?: string;
  readonly dateStyle?: DateStyle;
  readonly layout?: 'list' | 'compact';
  /** The page's own row in place of a layout: what stands in its `<template>`. */
  readonly template?: string;
  readonly show?: readonly Show[];
  /** The level of the headings in a layout. */
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly limit?: number;
  /** What relative addresses in the items are relative to; without it they are dropped. */
  readonly base?: string;
  /** Puts the list into an element of this name, as `press-teasers`, with these attributes. */
  readonly wrap?: {readonly tag?: string; readonly attributes?: Readonly<Record<string, string | number | true>>};
  readonly icon?: (kind: string) => string;
  /** Articles that expired before this moment are left out, in ms since 1970 UTC. */
  readonly now?: number;
  /** Hears what was wrong with an item. */
  readonly tell?: Tell;
}

/**
 * A `<ul>` with a row for each article that can be read and is to be shown, and the row's template.
 *
 * @param items - Unchecked items of the wire format.
 * @throws {SyntaxError} For a template or a wrapping element that cannot be written safely.
 */
export const renderTeasers = (items: readonly unknown[], options: RenderOptions = {}): string => {
  const {lang = 'en', timeZone = 'UTC', dateStyle = 'medium', icon = iconOf, show, wrap, limit = Infinity} = options;
  const words: Words = {language: languageOf(lang), timeZone, dateStyle, icon};
  const template = prepare(readTemplate(sourceOf(options)), (row) => row.cloneNode(), {show, vocabulary: whole});
  const rows = articlesOf(items, options)
    .slice(0, limit)
    .map((article) => rowOf(template, article, words));
  const around = template.row.localName === 'li' ? 'ul' : 'div';
  const html = `<${around}>\n${[...rows, `<template>${template.row.toString()}</template>`].join('\n')}\n</${around}>`;
  return wrap ? wrapped(html, wrap) : html;
};

const sourceOf = ({template, layout, headingLevel = 3}: RenderOptions): string =>
  template ?? withHeading(layout === 'compact' ? compact : list, headingLevel)[0] ?? '';

/** Each once, neither withdrawn nor expired. */
const articlesOf = (
  items: readonly unknown[],
  {base = '', now = Date.now(), tell = () => undefined}: RenderOptions,
): readonly Article[] => {
  const articles = new Map<string, Article>();
  items.forEach((item, index) => {
    const article = readArticle(item, {base, order: 0, tell: within(tell, index)});
    if (!article || article.isGone || (article.expires ?? Infinity) <= now || articles.has(article.id)) return;
    articles.set(article.id, article);
  });
  return [...articles.values()];
};

const isNumber = (name: string): boolean => isOf(name, numberGroups);

/** Hidden texts are left out; hidden numbers stay, because they may still come. */
const rowOf = (template: Template<RowNode>, article: Article, words: Words): string => {
  const row = stamp(template, article, words);
  for (const place of row.querySelectorAll())
    if (place.attributes.has('hidden') && !namesOf(place, row).some(isNumber)) place.remove();
  return row.toString();
};

const wrapped = (
  html: string,
  {tag = 'press-teasers', attributes = {}}: NonNullable<RenderOptions['wrap']>,
): string => {
  if (!/^[a-z][a-z\d]*(?:-[a-z\d]+)+$/.test(tag)) throw new SyntaxError(`"${tag}" is no name of a custom element`);
  const written = Object.entries(attributes).map(([name, value]) => {
    if (!/^[a-z][a-z\d-]*$/.test(name) || /^on|^style$/.test(name))
      throw new SyntaxError(`"${name}" is no attribute of a widget`);
    return value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`;
  });
  return `<${tag}${written.join('')}>\n${html}\n</${tag}>`;
};

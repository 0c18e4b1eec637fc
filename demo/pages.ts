/** The pages of the magazine, filled on the server: readable before, and without, any script. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

import {languageOf, loadLanguage} from 'presslet/i18n';
import {renderTeasers, type RenderOptions} from 'presslet/server';
import {editions, type EditionFacts} from './editions.js';
import type {Article, Storage} from './endpoint/src/storage/port.js';
import {footer, masthead} from './frame.js';
import {fill, Html, html, type Value} from './html.js';

export interface Site {
  readonly origin: string;
  readonly storage: Storage;
  /** Address of the other site's feed. */
  readonly feed: string;
  /** Items of the wire format, as the endpoint of this edition answers them. */
  readonly list: (edition: EditionFacts, query: string) => Promise<readonly unknown[]>;
}

await loadLanguage('ru');

/** Read anew for every answer, so that a page can be worked on while the demo runs. */
const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

/** The article to begin with. */
export const leadPath = '/articles/staroborskiy-kombinat-perevel-sushilnye-kamery';

/** Every edition lives in the time of its newsroom. */
const timeZone = 'Europe/Moscow';

/** The HTML of a page of the magazine; undefined where there is none. */
export const pageAt = async (pathname: string, site: Site): Promise<string | undefined> => {
  const edition = pathname.startsWith(editions.en.home) ? editions.en : editions.ru;
  if (pathname === edition.home) return frontPage(edition, site);
  if (pathname === '/foreign.html') return foreignPage(site);
  const section = edition.sections.find(({path}) => path === pathname);
  if (section) return sectionPage(edition, section, site);
  if (pathname.startsWith('/articles/')) return articlePage(pathname.slice(1), site);
  return undefined;
};

export const notFoundPage = (pathname: string): string => {
  const edition = pathname.startsWith(editions.en.home) ? editions.en : editions.ru;
  const {words} = edition;
  return fill(read('not-found.html'), {...common(edition), title: words.notFound, hint: words.notFoundHint});
};

const common = (edition: EditionFacts, current?: string): Readonly<Record<string, Value>> => {
  const {lang, name, home, endpoint, words} = edition;
  const pathOf = (wanted: string): string => edition.sections.find(({id}) => id === wanted)?.path ?? home;
  return {
    lang,
    name,
    home,
    endpoint,
    timeZone,
    tagline: words.tagline,
    homeLabel: words.home,
    masthead: masthead(edition, current),
    footer: footer(edition, leadPath),
    newsHeading: words.news,
    newsPath: pathOf('news'),
    allNews: words.allNews,
    productsHeading: words.products,
    productsPath: pathOf('products'),
    allProducts: words.allProducts,
    popularHeading: words.popular,
    discussedHeading: words.discussed,
    latestHeading: words.latest,
  };
};

/** A list as the server writes it, for the browser to adopt. */
const teasers = async (
  edition: EditionFacts,
  site: Site,
  query: string,
  options: RenderOptions = {},
): Promise<Html> => {
  const items = await site.list(edition, query);
  return new Html(renderTeasers(items, {lang: edition.lang, timeZone, dateStyle: 'short', ...options}));
};

const frontPage = async (edition: EditionFacts, site: Site): Promise<string> => {
  const {words, home} = edition;
  const [lead, news] = await Promise.all([
    teasers(edition, site, edition.lang === 'ru' ? 'id=2537' : 'limit=1&section=workshop', {
      template: read('pages/hero-row.html').trim(),
      dateStyle: 'long',
    }),
    teasers(edition, site, 'limit=6&section=news', {layout: 'list'}),
  ]);
  return fill(read('index.html'), {
    ...common(edition),
    url: site.origin + home,
    lead,
    news,
    howHeading: words.how,
    howText: words.howText,
    snippet: read('pages/front-snippet.txt').trim().replace('{{endpoint}}', edition.endpoint),
    leadPath,
    articleLabel: words.article,
    foreignLabel: words.foreign,
  });
};

const sectionPage = async (
  edition: EditionFacts,
  {id, title, path}: EditionFacts['sections'][number],
  site: Site,
): Promise<string> =>
  fill(read('section.html'), {
    ...common(edition, id),
    id,
    title,
    url: site.origin + path,
    list: await teasers(edition, site, `limit=10&section=${id}`, {layout: 'list', headingLevel: 2}),
  });

const foreignPage = ({origin, feed}: Site): string =>
  fill(read('foreign.html'), {
    ...common(editions.en),
    url: `${origin}/foreign.html`,
    feed,
    feedLang: 'en',
    sourceSnippet: `<press-source endpoint="${feed}"></press-source>`,
    listSnippet: '<press-teasers limit="5"></press-teasers>',
    compactSnippet: '<press-teasers layout="compact" limit="6"></press-teasers>',
    templateSnippet: read('pages/template-snippet.txt').trim(),
  });

const articlePage = async (address: string, site: Site): Promise<string | undefined> => {
  const ids = await site.storage.resolve([address]);
  const [article] = await site.storage.articles([...ids.values()]);
  if (!article || article.isGone) return undefined;
  const edition = article.text.lang.startsWith('ru') ? editions.ru : editions.en;
  const about = await site.storage.about();
  const news = await teasers(edition, site, 'limit=6&section=news', {layout: 'compact'});
  return fill(read('article.html'), {
    ...common(edition, article.text.section.id),
    ...storyOf(article, edition, site),
    news,
    reactions: about?.kinds.map(({kind, label, icon}) => {
      const count = languageOf(edition.lang).number(article.reactions[kind] ?? 0);
      return html`<button name="reactions" value="${kind}">${icon} ${label[edition.lang]} <data value="${article.reactions[kind] ?? 0}">${count}</data></button>\n`;
    }),
  });
};

/** The places of an article's page. */
const storyOf = (article: Article, edition: EditionFacts, {origin}: Site): Readonly<Record<string, Value>> => {
  const {id, url, date, text, views} = article;
  const {words} = edition;
  const language = languageOf(edition.lang);
  const section = edition.sections.find((each) => each.id === text.section.id);
  return {
    id,
    url: new URL(url, origin).href,
    articleLang: text.lang,
    title: text.title,
    standfirst: text.standfirst || text.title,
    lead: text.standfirst ? html`<p class="standfirst" itemprop="description" dir="auto">${text.standfirst}</p>` : '',
    section: section?.title ?? text.section.title,
    sectionPath: section?.path ?? edition.home,
    kicker: text.kicker ? html` <span dir="auto">${text.kicker}</span>` : '',
    authors: language.list(text.authors.map(({name}) => name)),
    published: new Date(date).toISOString(),
    date: language.date(date, 'long', timeZone),
    viewsLabel: words.views,
    views: language.number(views),
    picture: pictureOf(article, origin),
    ogImage: text.image ? html`<meta property="og:image" content="${new URL(text.image.url, origin).href}">` : '',
    body: text.body
      ? text.body.map((paragraph) => html`<p>${paragraph}</p>\n`)
      : html`<p class="note" lang="${edition.lang}">${words.short}</p>`,
    sameHeading: words.same,
    wholeSection: words.wholeSection,
    show: words.show,
  };
};

const pictureOf = ({text: {image}}: Article, origin: string): Value =>
  image &&
  html`<figure>
          <img itemprop="image" src="${new URL(image.url, origin).href}" alt="${image.alt}" width="${image.width}" height="${image.height}" fetchpriority="high">
        </figure>`;

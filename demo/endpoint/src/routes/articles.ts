/** `GET {base}/articles`: a list of articles as a JSON Feed. */
import type {Context} from 'hono';

import {lists, read} from '../answer.js';
import {readCursor, writeCursor} from '../cursor.js';
import {firstDay, periodWords} from '../day.js';
import {resolveName, resolveNames, sectionOf, type Endpoint} from '../endpoint.js';
import {fold, wordsOf} from '../fold.js';
import {itemBody} from '../item.js';
import {bad, Parameters} from '../parameters.js';
import type {Place} from '../place.js';
import {sorts, type Article, type Filter, type ListPage, type ListQuery} from '../storage/port.js';

const names = [
  ...['id', 'url', 'limit', 'section', 'section_of', 'related_to', 'tag', 'author', 'query', 'sort', 'period', 'lang'],
];

/** Where the extension is explained, as JSON Feed asks. */
const about = 'https://www.npmjs.com/package/presslet';

export const answerArticles = async (endpoint: Endpoint, {req}: Context): Promise<Response> => {
  const parameters = new Parameters(req.url);
  const place = endpoint.placeOf(req.url);
  const asked = parameters.names(endpoint.limits.ids);
  const feed =
    asked.length > 0
      ? await pickedFeed(endpoint, asked, place)
      : await listFeed(endpoint, await readQuery(endpoint, parameters, place), parameters, place);
  const {name, language} = endpoint.description;
  const head = {
    version: 'https://jsonfeed.org/version/1.1',
    title: name,
    home_page_url: place.site,
    feed_url: `${place.base}/articles${parameters.query(names)}`,
    language,
  };
  return read({...head, ...feed}, {type: 'application/feed+json', caching: lists, known: req.header('If-None-Match')});
};

/** Articles by name, in the order asked, with their bodies; other parameters mean nothing here. */
const pickedFeed = async (endpoint: Endpoint, asked: readonly string[], place: Place): Promise<object> => {
  const ids = new Set((await resolveNames(endpoint, asked, place)).values());
  const articles = await endpoint.storage.articles([...ids]);
  return {
    items: articles.map((article) => itemBody(article, place, true)),
    _presslet: summary(articles, articles.length),
  };
};

const listFeed = async (
  endpoint: Endpoint,
  query: ListQuery,
  parameters: Parameters,
  place: Place,
): Promise<object> => {
  const page = await endpoint.storage.list(query);
  return {
    ...(page.next && {next_url: nextUrl(query, page.next, parameters, place)}),
    items: page.articles.map((article) => itemBody(article, place)),
    _presslet: summary(page.articles, page.total),
  };
};

/** `computed` is the newest change in the list and not the clock, so that equal data gives an equal body. */
const summary = (articles: readonly Article[], total: number): object => ({
  about,
  version: 1,
  total,
  ...(articles.length > 0 && {computed: Math.max(...articles.map(({asOf}) => asOf))}),
});

const nextUrl = (
  {sort, since}: ListQuery,
  next: NonNullable<ListPage['next']>,
  parameters: Parameters,
  {base}: Place,
): string => {
  const cursor = writeCursor({sort, ...(since !== undefined && {since}), place: next});
  return `${base}/articles${parameters.query(names, cursor)}`;
};

const readQuery = async (endpoint: Endpoint, parameters: Parameters, place: Place): Promise<ListQuery> => {
  const related = parameters.text('related_to', 2_048);
  const sort = parameters.word('sort', sorts) ?? (related === undefined ? 'newest' : 'related');
  if (sort === 'related' && related === undefined) throw bad('sort', 'is "related"; say to what, by related_to');
  const now = endpoint.now();
  const period = parameters.word('period', periodWords);
  const since = period === undefined ? undefined : firstDay(period, now);
  const filter = await readFilter(endpoint, parameters, place, now);
  const query = {
    ...filter,
    sort,
    limit: parameters.limit(10, endpoint.limits.articles),
    ...(related !== undefined && {relatedTo: await resolveName(endpoint, related, place)}),
    ...(since !== undefined && {since}),
  };
  return continued(query, parameters.text('cursor', 4_096));
};

const readFilter = async (endpoint: Endpoint, parameters: Parameters, place: Place, now: number): Promise<Filter> => {
  const [tag, author, lang] = [parameters.text('tag'), parameters.text('author'), parameters.text('lang')];
  const words = wordsOf(parameters.text('query') ?? '');
  const section = {section: parameters.text('section'), article: parameters.text('section_of', 2_048)};
  return {
    now,
    ...(await sectionOf(endpoint, section, place)),
    ...(tag !== undefined && {tag: fold(tag)}),
    ...(author !== undefined && {author: fold(author)}),
    ...(words.length > 0 && {words}),
    ...(lang !== undefined && {lang: lang.toLowerCase()}),
  };
};

/** The query from a cursor on; the days of the period stay those of the first page. */
const continued = (query: ListQuery, encoded: string | undefined): ListQuery => {
  if (encoded === undefined) return query;
  const cursor = readCursor(encoded);
  const isOurs = cursor?.sort === query.sort && (cursor.since === undefined) === (query.since === undefined);
  if (!cursor || !isOurs) throw bad('cursor', 'is not one of this list; follow next_url, or begin without a cursor');
  return {...query, ...(cursor.since !== undefined && {since: cursor.since}), after: cursor.place};
};

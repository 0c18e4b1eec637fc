/** Which articles a list of teasers asks for, out of its attributes and its source. */
import type {Period, Query, Sort} from '../model/provider.js';

/** The attributes that choose articles. Empty texts and lists say nothing. */
export interface TeasersWish {
  readonly limit: number;
  readonly articles: readonly string[];
  readonly section: string;
  readonly tag: string;
  readonly author: string;
  readonly query: string;
  readonly sort: Sort;
  readonly period: Period | undefined;
  readonly exclude: readonly string[];
}

/** What the source knows of the page. */
export interface PageFacts {
  readonly article: string | undefined;
  readonly section: string | undefined;
}

/** Undefined while the list depends on an article that nobody has named yet. */
export const queryOf = (wish: TeasersWish, {article, section}: PageFacts): Query | undefined => {
  const {articles, tag, author, query, sort, period} = wish;
  const wanted = wish.section || section;
  const isOfArticle = wanted === 'current' || sort === 'related';
  if (isOfArticle && !article) return undefined;
  const exclude = excluded(wish.exclude, article);
  return {
    ...(articles.length > 0 ? {ids: articles} : {limit: wish.limit}),
    ...(wanted && (wanted === 'current' ? {sectionOf: article ?? ''} : {section: wanted})),
    ...(tag && {tag}),
    ...(author && {author}),
    ...(query && {query}),
    ...(sort !== 'newest' && {sort}),
    ...(sort === 'related' && {relatedTo: article ?? ''}),
    ...(period && {period}),
    ...(exclude.length > 0 && {exclude}),
  };
};

/** `current` stands for the page's article; without one nothing is left out for it. */
const excluded = (exclude: readonly string[], article: string | undefined): readonly string[] =>
  exclude.map((word) => (word === 'current' ? article : word)).filter((id) => id !== undefined);

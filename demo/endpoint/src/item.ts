/** Articles and their numbers as the wire format has them. */
import {absolute, type Place} from './place.js';
import type {Article, Numbers} from './storage/port.js';

/** The numbers of an article: in an item, in `/counts`. */
export const numbersBody = ({views, reactions, people, comments, asOf}: Numbers): object => ({
  views,
  reactions,
  people,
  ...(comments !== undefined && {comments}),
  as_of: asOf,
});

/** A JSON Feed 1.1 item. `whole` adds the body; lists hold the standfirst. */
export const itemBody = (article: Article, place: Place, whole = false): object => {
  if (article.isGone) return withdrawn(article);
  const {id, url, date, text} = article;
  return {
    id,
    url: absolute(url, place),
    title: text.title,
    content_text: whole && text.body ? text.body.join('\n\n') : text.standfirst || text.title,
    ...(text.standfirst && {summary: text.standfirst}),
    ...(text.image && {image: absolute(text.image.url, place)}),
    date_published: new Date(date).toISOString(),
    ...(text.modified !== undefined && {date_modified: new Date(text.modified).toISOString()}),
    authors: text.authors.map((author) => withAddress(author, place)),
    ...(text.tags && {tags: text.tags}),
    language: text.lang,
    _presslet: extension(article, place),
  };
};

/** Of a withdrawn article only the fact is told; the format wants a text. */
const withdrawn = ({id, asOf}: Article): object => ({
  id,
  content_text: 'Withdrawn.',
  _presslet: {as_of: asOf, gone: true},
});

const extension = (article: Article, place: Place): object => {
  const {text, viewsInPeriod, isOpen, expires} = article;
  const {kicker, label, sponsor, access, corrected, image, canonical} = text;
  return {
    ...numbersBody(article),
    ...(viewsInPeriod !== undefined && {views_in_period: viewsInPeriod}),
    section: withAddress(text.section, place),
    ...(kicker !== undefined && {kicker}),
    ...(label !== undefined && {label}),
    ...(sponsor && {sponsor: withAddress(sponsor, place)}),
    ...(access !== undefined && {access}),
    ...(corrected !== undefined && {corrected}),
    ...(expires !== undefined && {expires: new Date(expires).toISOString()}),
    ...(image && {image: imageBody(image)}),
    ...(canonical !== undefined && {canonical}),
    ...(!isOpen && {reactions_open: false}),
  };
};

const imageBody = ({width, height, alt, credit}: NonNullable<Article['text']['image']>): object => ({
  width,
  height,
  alt,
  ...(credit !== undefined && {credit}),
});

const withAddress = <T extends {readonly url?: string}>(named: T, place: Place): T =>
  named.url === undefined ? named : {...named, url: absolute(named.url, place)};

/** A seeded article as both storages keep it: what selects and sorts apart from what is only shown. */
import {dayOf} from '../day.js';
import {fold} from '../fold.js';
import type {SeedArticle, SeedData} from '../seed.js';
import type {Text} from './port.js';
import {spread} from './spread.js';

export interface Stock {
  readonly id: string;
  readonly url: string;
  readonly canonical: string | undefined;
  readonly lang: string;
  readonly section: string;
  readonly date: number;
  readonly expires: number | undefined;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  /** What a query is looked for in. */
  readonly search: string;
  readonly text: Text;
  readonly views: number;
  readonly viewDays: ReadonlyMap<number, number>;
  readonly reactions: Readonly<Record<string, number>>;
  readonly people: number;
  readonly comments: number | undefined;
  readonly isGone: boolean;
  readonly isOpen: boolean;
}

/** The head of the seed, as far as articles name things in it. */
type Head = Pick<SeedData, 'sections' | 'authors'>;

export const stockOf = (article: SeedArticle, head: Head, at: number): Stock => {
  const {id, url, date: published, views, reactions, people, comments, gone, reactions_open, ...text} = article;
  const date = Date.parse(published);
  return {
    id,
    url: normal(url ?? `articles/${article.slug}`),
    canonical: article.canonical === undefined ? undefined : normal(article.canonical),
    lang: article.lang.toLowerCase(),
    section: article.section,
    date,
    expires: article.expires === undefined ? undefined : Date.parse(article.expires),
    tags: [...new Set((article.tags ?? []).map(fold))],
    authors: [...new Set(article.authors.map(fold))],
    search: fold([article.title, article.standfirst, ...article.authors, ...(article.tags ?? [])].join('\n')),
    text: {...text, ...namedIn(article, head)},
    views,
    viewDays: spread(id, views, dayOf(date), dayOf(at)),
    reactions,
    people,
    comments,
    isGone: gone === true,
    isOpen: reactions_open !== false,
  };
};

/** What the article names, with what is said of it in the head of the seed. */
const namedIn = (article: SeedArticle, {sections, authors}: Head): Pick<Text, 'section' | 'authors'> => ({
  section: sections.find(({id}) => id === article.section) ?? {id: article.section, title: article.section},
  authors: article.authors.map((name) => authors.find((author) => author.name === name) ?? {name}),
});

/** Percent-encoded as a browser sends it, and relative where it was relative. */
const normal = (address: string): string => {
  const site = 'http://site.invalid/';
  const {href} = new URL(address, site);
  return href.startsWith(site) ? href.slice(site.length) : href;
};

/** Every name of every article, first the ids, so that no address can take the place of an id. */
export const namesOf = (stocks: readonly Stock[]): readonly (readonly [name: string, id: string])[] => [
  ...stocks.map(({id}) => [id, id] as const),
  ...stocks.map(({id, url}) => [url, id] as const),
  ...stocks.flatMap(({id, canonical}) => (canonical === undefined ? [] : [[canonical, id] as const])),
];

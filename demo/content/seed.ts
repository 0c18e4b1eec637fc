/** The stock of the demo's magazine, «Верстак» (in English "Workbench"): everything that its endpoint starts with. */
import type {SeedArticle, SeedData, SeedImage} from '../endpoint/src/seed.js';
import * as machinesEn from './articles/en/machines.js';
import * as materialsEn from './articles/en/materials.js';
import * as newsEn from './articles/en/news.js';
import * as opinionEn from './articles/en/opinion.js';
import * as productsEn from './articles/en/products.js';
import * as workshopEn from './articles/en/workshop.js';
import * as machinesRu from './articles/ru/machines.js';
import * as materialsRu from './articles/ru/materials.js';
import {news2025} from './articles/ru/news-2025.js';
import {news2026a} from './articles/ru/news-2026a.js';
import {news2026b} from './articles/ru/news-2026b.js';
import * as opinionRu from './articles/ru/opinion.js';
import * as productsRu from './articles/ru/products.js';
import * as workshopRu from './articles/ru/workshop.js';
import type {Draft} from './draft.js';
import {picture} from './pictures.js';
import {ratios} from './ratios.js';

export type Edition = 'ru' | 'en';

/** The magazine's name in each edition. */
export const names = {ru: 'Верстак', en: 'Workbench'} as const satisfies Record<Edition, string>;

/** The sections, with their titles in both editions. */
export const sections = [
  {id: 'news', title: {ru: 'Новости', en: 'News'}},
  {id: 'workshop', title: {ru: 'Мастерская', en: 'Workshop'}},
  {id: 'materials', title: {ru: 'Материалы', en: 'Materials'}},
  {id: 'machines', title: {ru: 'Станки', en: 'Machines'}},
  {id: 'products', title: {ru: 'Новинки', en: 'New products'}},
  {id: 'opinion', title: {ru: 'Мнения', en: 'Opinion'}},
] as const satisfies readonly {id: string; title: Record<Edition, string>}[];

type Section = (typeof sections)[number]['id'];

const drafts: Record<Edition, Record<Section, readonly Draft[]>> = {
  ru: {
    news: [...news2026b, ...news2026a, ...news2025],
    workshop: workshopRu.workshop,
    materials: materialsRu.materials,
    machines: machinesRu.machines,
    products: productsRu.products,
    opinion: opinionRu.opinion,
  },
  en: {
    news: newsEn.news,
    workshop: workshopEn.workshop,
    materials: materialsEn.materials,
    machines: machinesEn.machines,
    products: productsEn.products,
    opinion: opinionEn.opinion,
  },
};

/** The address of the drawing of an article, relative to the site. */
export const pictureAddress = (id: string): string => `pictures/${id}.svg`;

const imageOf = (id: string, {ratio, alt}: NonNullable<Draft['picture']>): SeedImage => ({
  url: pictureAddress(id),
  ...ratios[ratio],
  alt,
});

const published = (lang: Edition, section: Section, {picture: drawing, ...rest}: Draft): SeedArticle => ({
  ...rest,
  lang,
  section,
  ...(drawing === undefined ? {} : {image: imageOf(rest.id, drawing)}),
});

const articlesOf = (lang: Edition): SeedArticle[] =>
  sections.flatMap(({id}) => drafts[lang][id].map((draft) => published(lang, id, draft)));

/** The whole stock, both languages in it; `edition` chooses the language of the site and of its sections. */
export const stock = (edition: Edition) =>
  ({
    name: names[edition],
    language: edition,
    kinds: [
      {kind: 'like', label: {en: 'Like', ru: 'Нравится'}, icon: '👍'},
      {kind: 'super', label: {en: 'Super', ru: 'Супер'}, icon: '🔥'},
      {kind: 'love', label: {en: 'Love', ru: 'Люблю'}, icon: '❤️'},
      {kind: 'wow', label: {en: 'Wow', ru: 'Ого'}, icon: '😮'},
      {kind: 'thanks', label: {en: 'Thanks', ru: 'Спасибо'}, icon: '🙏'},
    ],
    sections: sections.map(({id, title}) => ({id, title: title[edition]})),
    authors: [
      {name: 'Анна Лозовая'},
      {name: 'Глеб Осинин'},
      {name: 'Марина Берестова'},
      {name: 'Тимур Долотов'},
      {name: 'Самир аль-Арзи'},
      {name: 'Hazel Wickersham'},
      {name: 'Owen Tenonby'},
      {name: 'Noa Alonit'},
    ],
    articles: [...articlesOf('ru'), ...articlesOf('en')],
  }) satisfies SeedData;

/** What the demo's endpoint starts with: the Russian site, which also carries the English articles. */
export const seedData: SeedData = stock('ru');

const images = new Map(seedData.articles.map(({id, image}) => [id, image]));

/** The SVG document behind `pictures/{id}.svg`; undefined where the article has no picture. */
export const pictureOf = (id: string): string | undefined => {
  const image = images.get(id);
  return image === undefined ? undefined : picture(id, image);
};

/** The magazine in its two languages: where each edition is, and the words of its pages. */
import {names, sections} from './content/seed.js';
import type {Edition} from './content/seed.js';

const words = {
  ru: {
    tagline: 'Журнал о дереве и тех, кто с ним работает',
    toContent: 'К содержанию',
    sectionsOf: 'Разделы',
    other: {label: 'In English', lang: 'en'},
    views: 'Просмотры',
    news: 'Новости',
    allNews: 'Все новости',
    latest: 'Свежее во всех разделах',
    products: 'Новые товары',
    allProducts: 'Все новинки',
    /** What a row shows; the titles of sections are kept in Russian alone. */
    show: 'image kicker title standfirst byline section date views reactions comments',
    same: 'Другие материалы в разделе',
    wholeSection: 'Весь раздел',
    popular: 'Самое читаемое',
    discussed: 'Обсуждают',
    home: 'На главную',
    short: 'Полный текст этой статьи для демонстрации не написан: у страницы есть заголовок, вводка и иллюстрация.',
    notFound: 'Такой страницы нет',
    notFoundHint: 'Возможно, материал снят с публикации.',
    how: 'Как сделана эта страница',
    howText:
      'Первые списки пришли вместе с HTML и читаются без JavaScript; остальные Presslet рисует сам или по шаблону страницы. Все числа на странице одной статьи — одно число.',
    foreign: 'Чужая лента в трёх видах',
    article: 'Статья со всеми виджетами',
    invented: 'Журнал, его авторы и события вымышлены для демонстрации',
  },
  en: {
    tagline: 'A magazine about wood and the people who work it',
    toContent: 'Skip to content',
    sectionsOf: 'Sections',
    other: {label: 'По-русски', lang: 'ru'},
    views: 'Views',
    news: 'News',
    allNews: 'All news',
    latest: 'Latest in all sections',
    products: 'New products',
    allProducts: 'All new products',
    show: 'image kicker title standfirst byline date views reactions comments',
    same: 'More in this section',
    wholeSection: 'The whole section',
    popular: 'Most read',
    discussed: 'Most discussed',
    home: 'Front page',
    short: 'The body of this article was not written for the demo: the page has its title, standfirst and picture.',
    notFound: 'There is no such page',
    notFoundHint: 'The article may have been withdrawn.',
    how: 'How this page is made',
    howText:
      'The first lists came with the HTML and read well without JavaScript; Presslet draws the others itself, or from the page’s own template. All numbers of one article on a page are one number.',
    foreign: 'A foreign feed in three looks',
    article: 'An article with every widget',
    invented: 'The magazine, its authors and events are made up for the demo',
  },
} as const;

export interface EditionFacts {
  readonly lang: Edition;
  readonly name: string;
  /** Path of the front page; with a slash at the end. */
  readonly home: string;
  /** Path of the endpoint. */
  readonly endpoint: string;
  readonly words: (typeof words)[Edition];
  readonly sections: readonly {readonly id: string; readonly title: string; readonly path: string}[];
}

const factsOf = (lang: Edition, home: string, endpoint: string): EditionFacts => ({
  lang,
  name: names[lang],
  home,
  endpoint,
  words: words[lang],
  sections: sections.map(({id, title}) => ({id, title: title[lang], path: `${home}sections/${id}`})),
});

export const editions = {
  ru: factsOf('ru', '/', '/presslet'),
  en: factsOf('en', '/en/', '/presslet-en'),
} as const satisfies Record<Edition, EditionFacts>;

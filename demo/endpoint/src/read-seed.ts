/** Reads a seed from outside the program, and says of the first mistake where it is and what belongs there. */
import type {SeedArticle, SeedAuthor, SeedData, SeedImage, SeedKind, SeedSection} from './seed.js';
import {Fields, SeedMistake} from './fields.js';

/** Throws a `SeedMistake`. */
export const readSeed = (value: unknown): SeedData => {
  const fields = new Fields(value, 'seed');
  const seed: SeedData = {
    name: fields.text('name'),
    language: fields.text('language'),
    kinds: fields.list('kinds', kindOf),
    sections: fields.list('sections', sectionOf),
    authors: fields.list('authors', authorOf),
    articles: fields.list('articles', articleOf),
  };
  checkNames(seed);
  for (const article of seed.articles) checkArticle(article, seed);
  return seed;
};

const kindOf = (fields: Fields): SeedKind => {
  const label = fields.fields('label');
  return {
    kind: fields.matching('kind', /^[a-z0-9][a-z0-9_-]{0,31}$/u),
    label: {en: label.text('en'), ru: label.text('ru')},
    icon: fields.text('icon'),
  };
};

const sectionOf = (fields: Fields): SeedSection => ({
  id: fields.text('id'),
  title: fields.text('title'),
  ...fields.maybe('url', fields.text),
});

const authorOf = (fields: Fields): SeedAuthor => ({name: fields.text('name'), ...fields.maybe('url', fields.text)});

const articleOf = (fields: Fields): SeedArticle => ({
  id: fields.text('id'),
  slug: fields.text('slug'),
  lang: fields.text('lang'),
  title: fields.text('title'),
  standfirst: fields.text('standfirst'),
  ...fields.maybe('body', fields.texts),
  section: fields.text('section'),
  authors: fields.texts('authors'),
  date: fields.moment('date'),
  ...fields.maybe('modified', fields.moment),
  ...fields.maybe('url', fields.text),
  ...fields.maybe('canonical', fields.text),
  ...fields.maybe('image', (name) => imageOf(fields.fields(name))),
  ...fields.maybe('kicker', fields.text),
  ...fields.maybe('label', (name) => fields.word(name, labels)),
  ...fields.maybe('sponsor', (name) => authorOf(fields.fields(name))),
  ...fields.maybe('access', (name) => fields.word(name, accesses)),
  ...fields.maybe('tags', fields.texts),
  views: fields.count('views'),
  reactions: fields.counts('reactions'),
  people: fields.count('people'),
  ...fields.maybe('comments', fields.count),
  ...fields.maybe('reactions_open', fields.truth),
  ...fields.maybe('corrected', fields.text),
  ...fields.maybe('expires', fields.moment),
  ...fields.maybe('gone', fields.truth),
});

const labels = ['news', 'live', 'updated', 'opinion', 'sponsored', 'advertorial'] as const;
const accesses = ['free', 'metered', 'subscriber'] as const;

const imageOf = (fields: Fields): SeedImage => ({
  url: fields.text('url'),
  width: fields.count('width'),
  height: fields.count('height'),
  alt: fields.text('alt', 0),
  ...fields.maybe('credit', fields.text),
});

const checkNames = ({kinds, sections, authors, articles}: SeedData): void => {
  unique(
    'kind',
    kinds.map(({kind}) => kind),
  );
  unique(
    'section',
    sections.map(({id}) => id),
  );
  unique(
    'author',
    authors.map(({name}) => name),
  );
  unique(
    'article',
    articles.map(({id}) => id),
  );
  unique(
    'slug',
    articles.map(({slug}) => slug),
  );
};

const unique = (what: string, names: readonly string[]): void => {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new SeedMistake(`The ${what} "${twice}" is there twice.`);
};

/** What an article names has to be there, and its numbers have to be possible. */
const checkArticle = (article: SeedArticle, {kinds, sections, authors}: SeedData): void => {
  const fail = (what: string): never => {
    throw new SeedMistake(`Article "${article.id}": ${what}.`);
  };
  if (!sections.some(({id}) => id === article.section)) fail(`the section "${article.section}" is not in sections`);
  for (const author of article.authors) {
    if (!authors.some(({name}) => name === author)) fail(`the author "${author}" is not in authors`);
  }
  for (const kind of Object.keys(article.reactions)) {
    if (!kinds.some((known) => known.kind === kind)) fail(`the kind "${kind}" is not in kinds`);
  }
  const chosen = Object.values(article.reactions);
  const sum = chosen.reduce((total, count) => total + count, 0);
  if (article.people > sum || article.people < Math.max(0, ...chosen)) {
    fail(`${String(article.people)} people cannot have made these reactions`);
  }
};

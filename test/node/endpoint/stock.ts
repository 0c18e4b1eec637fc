/** A publisher for the tests: 120 regular articles and five odd ones. */
import type {SeedArticle, SeedData} from '../../../demo/endpoint/src/seed.js';

/** The moment at which the tests fill their databases. */
export const start = Date.UTC(2026, 10, 23, 12);

const hour = 3_600_000;
const sections = ['pumps', 'valves', 'energy'] as const;

export const seedOfTests = (count = 120): SeedData => ({
  name: 'Вестник насосов',
  language: 'ru',
  kinds: [
    {kind: 'like', label: {en: 'Like', ru: 'Нравится'}, icon: '👍'},
    {kind: 'super', label: {en: 'Super', ru: 'Супер'}, icon: 'icons/super.svg'},
    {kind: 'sad', label: {en: 'Sad', ru: 'Грустно'}, icon: '😢'},
  ],
  sections: [
    ...sections.map((id) => ({id, title: `Раздел ${id}`, url: `sections/${id}`})),
    // A section of its own, so that the lists of the others stay regular.
    {id: 'odd', title: 'Разное'},
  ],
  authors: [{name: 'Анна Ёлкина', url: 'authors/elkina'}, {name: 'Ivan Petrov'}],
  articles: [...Array.from({length: count}, (_, index) => makeArticle(index)), ...odd],
});

/** Every third article shares its date with the one before. */
export const makeArticle = (index: number): SeedArticle => ({
  id: `article-${String(index).padStart(3, '0')}`,
  slug: `slug-${String(index)}`,
  lang: index % 2 === 0 ? 'ru' : 'en',
  title: index % 2 === 0 ? `Насос номер ${String(index)}` : `Pump number ${String(index)}`,
  standfirst: `What article ${String(index)} is about`,
  section: sections[index % sections.length] ?? 'pumps',
  authors: [index % 4 === 0 ? 'Анна Ёлкина' : 'Ivan Petrov'],
  date: new Date(start - (index - (index % 3 === 2 ? 1 : 0)) * 50 * hour).toISOString(),
  tags: [`tag-${String(index % 7)}`],
  views: (index * 7_919) % 1_000,
  reactions: {like: index % 5},
  people: index % 5,
  comments: index % 4,
});

const base = {
  lang: 'ru',
  standfirst: 'Подзаголовок',
  authors: ['Ivan Petrov'],
  reactions: {},
  people: 0,
  views: 5,
} as const;

const odd: readonly SeedArticle[] = [
  {
    ...base,
    id: 'https://example.org/original?a=1,2&b=%20',
    slug: 'is-an-address',
    title: 'Насосы «Ёж»: 50% скидки_на всё',
    section: 'odd',
    date: '2024-02-01T10:00:00+03:00',
    canonical: 'https://partner.example/original',
    body: ['Первый абзац.', 'Второй абзац.'],
    image: {url: 'images/hedgehog.svg', width: 800, height: 600, alt: 'Ёж', credit: 'Анна Ёлкина'},
    kicker: 'Рынок',
    label: 'sponsored',
    sponsor: {name: 'Насос и сын', url: 'https://sponsor.example/'},
    access: 'metered',
    corrected: 'Исправлена цена.',
    modified: '2024-02-02T10:00:00+03:00',
    reactions: {like: 3, super: 1},
    people: 3,
    views: 1_043,
    comments: 2,
  },
  {
    ...base,
    id: 'closed',
    slug: 'closed',
    title: 'Closed',
    section: 'odd',
    date: '2024-02-03T10:00:00Z',
    reactions_open: false,
  },
  {...base, id: 'gone', slug: 'gone', title: 'A secret', section: 'odd', date: '2024-02-04T10:00:00Z', gone: true},
  {
    ...base,
    id: 'over',
    slug: 'over',
    title: 'Over',
    section: 'odd',
    date: '2024-02-05T10:00:00Z',
    expires: '2025-01-01T00:00:00Z',
  },
  {
    ...base,
    id: '__proto__',
    slug: 'proto',
    title: '<img src=x onerror=alert(1)>',
    section: 'odd',
    date: '2024-02-06T10:00:00Z',
  },
];

export const oddId = 'https://example.org/original?a=1,2&b=%20';

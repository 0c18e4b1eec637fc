/** Writes a seed into an empty SQLite database. */
import type {SeedData} from '../seed.js';
import type {Database} from './database.js';
import {namesOf, stockOf, type Stock} from './stock.js';

/** In one transaction: a first start that is interrupted begins anew at the next. */
export const fillDatabase = (database: Database, data: SeedData, at: number): boolean =>
  database.transaction(() => {
    if (database.get('SELECT 1 FROM about')) return false;
    const {articles, ...about} = data;
    const stocks = articles.map((article) => stockOf(article, about, at));
    for (const stock of stocks) insertStock(database, stock, at);
    for (const [name, id] of namesOf(stocks)) {
      database.run('INSERT INTO names (name, article) VALUES (:name, :id) ON CONFLICT DO NOTHING', {name, id});
    }
    database.run('INSERT INTO about (only, json) VALUES (1, :json)', {json: JSON.stringify(about)});
    return true;
  });

/** One article with all that belongs to it, but its names. */
export const insertStock = (database: Database, stock: Stock, at: number): void => {
  const {id, tags, authors, viewDays, reactions} = stock;
  insertArticle(database, stock, at);
  for (const tag of tags) database.run('INSERT INTO tags (tag, article) VALUES (:tag, :id)', {tag, id});
  for (const author of authors) {
    database.run('INSERT INTO authors (author, article) VALUES (:author, :id)', {author, id});
  }
  for (const [day, views] of viewDays) {
    database.run('INSERT INTO view_days (article, day, views) VALUES (:id, :day, :views)', {id, day, views});
  }
  for (const [kind, seeded] of Object.entries(reactions)) {
    database.run('INSERT INTO kinds (article, kind, seeded, readers) VALUES (:id, :kind, :seeded, 0)', {
      id,
      kind,
      seeded,
    });
  }
};

const insertArticle = (database: Database, stock: Stock, at: number): void => {
  database.run(
    `INSERT INTO articles (id, url, lang, section, date, expires, search, text, views, people_seeded, people, comments,
      is_gone, is_open, as_of)
    VALUES (:id, :url, :lang, :section, :date, :expires, :search, :text, :views, :people, :people, :comments,
      :isGone, :isOpen, :at)`,
    {
      id: stock.id,
      url: stock.url,
      lang: stock.lang,
      section: stock.section,
      date: stock.date,
      expires: stock.expires ?? null,
      search: stock.search,
      text: JSON.stringify(stock.text),
      views: stock.views,
      people: stock.people,
      comments: stock.comments ?? null,
      isGone: Number(stock.isGone),
      isOpen: Number(stock.isOpen),
      at,
    },
  );
};

/**
 * The steps from an empty file to the newest shape. `user_version` is the number of steps done; a step that was
 * released is never edited, a new one is appended.
 */
import type {DatabaseSync} from 'node:sqlite';

export const migrations: readonly string[] = [
  `
  CREATE TABLE about (only INTEGER PRIMARY KEY CHECK (only = 1), json TEXT NOT NULL) STRICT;

  CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    lang TEXT NOT NULL,
    section TEXT NOT NULL,
    date INTEGER NOT NULL,
    expires INTEGER,
    search TEXT NOT NULL,
    text TEXT NOT NULL,          -- JSON of what is only shown
    views INTEGER NOT NULL,      -- those of the seed, and the rows of views
    people_seeded INTEGER NOT NULL,
    people INTEGER NOT NULL,     -- those of the seed, and the rows of reactions with a kind
    comments INTEGER,
    is_gone INTEGER NOT NULL,
    is_open INTEGER NOT NULL,
    as_of INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX articles_by_date ON articles (date DESC, id DESC);
  CREATE INDEX articles_by_section ON articles (section, date DESC, id DESC);

  CREATE TABLE names (name TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles) STRICT, WITHOUT ROWID;

  CREATE TABLE tags (tag TEXT, article TEXT REFERENCES articles, PRIMARY KEY (tag, article)) STRICT, WITHOUT ROWID;
  CREATE INDEX tags_by_article ON tags (article);
  CREATE TABLE authors (author TEXT, article TEXT REFERENCES articles, PRIMARY KEY (author, article))
    STRICT, WITHOUT ROWID;
  CREATE INDEX authors_by_article ON authors (article);

  -- One row for each counted view: who read is unknown, the key only keeps a view from being counted twice.
  CREATE TABLE views (article TEXT REFERENCES articles, key TEXT, day INTEGER NOT NULL, site TEXT,
    PRIMARY KEY (article, key)) STRICT, WITHOUT ROWID;
  CREATE INDEX views_by_day ON views (article, day);
  -- Views of which only the number is known.
  CREATE TABLE view_days (article TEXT REFERENCES articles, day INTEGER, views INTEGER NOT NULL,
    PRIMARY KEY (article, day)) STRICT, WITHOUT ROWID;

  -- The newest wish of each reader of an article; the reader's name is made for this article alone.
  CREATE TABLE reactions (article TEXT REFERENCES articles, reader TEXT, kinds TEXT NOT NULL, seq INTEGER NOT NULL,
    day INTEGER NOT NULL, site TEXT, PRIMARY KEY (article, reader)) STRICT, WITHOUT ROWID;
  CREATE TABLE kinds (article TEXT REFERENCES articles, kind TEXT, seeded INTEGER NOT NULL, readers INTEGER NOT NULL,
    PRIMARY KEY (article, kind)) STRICT, WITHOUT ROWID;
  `,
];

/** Brings a database up to date, each step in a transaction; refuses one that a newer program has written. */
export const migrate = (database: DatabaseSync, steps = migrations): void => {
  const done = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (done > steps.length) {
    throw new Error(
      `The database is of version ${String(done)}, this program knows ${String(steps.length)}: ` +
        'start a newer program, or name another file.',
    );
  }
  for (const [index, step] of steps.entries()) {
    if (index < done) continue;
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(`${step}; PRAGMA user_version = ${String(index + 1)}; COMMIT`);
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
};

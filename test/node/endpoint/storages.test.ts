/** One contract for both storages: what one answers, the other answers too. */
import {deepEqual, equal, ok} from 'node:assert/strict';
import {afterEach, beforeEach, describe, it} from 'node:test';

import {dayOf} from '../../../demo/endpoint/src/day.js';
import {fold, wordsOf} from '../../../demo/endpoint/src/fold.js';
import {MemoryStorage} from '../../../demo/endpoint/src/storage/memory.js';
import type {ListQuery, Place, Storage} from '../../../demo/endpoint/src/storage/port.js';
import {SqliteStorage} from '../../../demo/endpoint/src/storage/sqlite.js';
import {storages} from './storages.js';
import {oddId, seedOfTests, start} from './stock.js';

const newest = (more: Partial<ListQuery> = {}): ListQuery => ({now: start, sort: 'newest', limit: 10, ...more});

/** All pages of a list, one after the other. */
const walk = async (storage: Storage, query: ListQuery, between = () => Promise.resolve()): Promise<string[]> => {
  const ids: string[] = [];
  let after: Place | undefined;
  do {
    const page = await storage.list({...query, ...(after && {after})});
    ids.push(...page.articles.map(({id}) => id));
    after = page.next;
    await between();
  } while (after);
  return ids;
};

for (const [name, make] of storages) {
  describe(`a storage in ${name}`, () => {
    let storage: Storage;

    beforeEach(async () => {
      storage = make();
      await storage.fill(seedOfTests(), start);
    });

    afterEach(() => storage.close());

    it('is empty at first and is filled once', async () => {
      const empty = make();
      equal(await empty.about(), undefined);
      equal(await empty.fill(seedOfTests(3), start), true);
      equal(await empty.fill(seedOfTests(9), start), false);
      equal((await empty.list(newest())).total, 6);
      equal((await empty.about())?.name, 'Вестник насосов');
      await empty.close();
    });

    it('finds an article by its id, its address and its canonical address', async () => {
      const names = [
        oddId,
        'articles/is-an-address',
        'https://partner.example/original',
        'nobody',
        '\0',
        "' OR 1=1 --",
      ];
      const known = await storage.resolve(names);
      deepEqual(
        [...known].sort(),
        names
          .slice(0, 3)
          .map((alias) => [alias, oddId])
          .sort(),
      );
    });

    it('lists the newest first, equal dates by id, without withdrawn and expired ones', async () => {
      const page = await storage.list(newest({limit: 4}));
      deepEqual(
        page.articles.map(({id}) => id),
        ['article-000', 'article-002', 'article-001', 'article-003'],
      );
      equal(page.total, 123);
      const odd = await walk(storage, newest({section: 'odd'}));
      deepEqual(odd, ['__proto__', 'closed', oddId]);
    });

    for (const sort of ['newest', 'popular', 'discussed'] as const) {
      it(`pages by ${sort} show each article once`, async () => {
        const ids = await walk(storage, newest({sort, limit: 7}));
        equal(ids.length, 123);
        equal(new Set(ids).size, 123);
        const whole = await storage.list(newest({sort, limit: 200}));
        deepEqual(
          ids,
          whole.articles.map(({id}) => id),
        );
      });
    }

    it('sorts by views in all, and by views of a period', async () => {
      const all = await storage.list(newest({sort: 'popular', limit: 50}));
      const views = all.articles.map((article) => article.views);
      deepEqual(
        views,
        views.toSorted((a, b) => b - a),
      );
      await Promise.all(
        Array.from({length: 2_000}, (_, key) => storage.view({article: 'closed', key: String(key), at: start})),
      );
      const week = await storage.list(newest({sort: 'popular', since: dayOf(start) - 6}));
      deepEqual([week.articles[0]?.id, week.articles[0]?.viewsInPeriod], ['closed', 2_000]);
      const later = await storage.list(newest({sort: 'popular', since: dayOf(start) + 1}));
      equal(later.articles[0]?.viewsInPeriod, 0, 'the day after, nobody has read');
      deepEqual(later.articles[0].views, 2_005, 'and the views in all decide');
    });

    it('finds words in any case and any alphabet, and takes every character as itself', async () => {
      const find = async (query: string): Promise<string[]> =>
        walk(storage, newest({words: wordsOf(query), limit: 100}));
      equal((await find('НАСОС номер')).length, 60);
      deepEqual(await find('еж насосы'), [oddId]);
      deepEqual(await find('50%'), [oddId]);
      deepEqual(await find('скидки_на'), [oddId]);
      for (const nothing of ['5_%', '%', 'насосы_', "' OR 1=1 --", '\\', 'pump\0']) {
        deepEqual(await find(nothing), nothing === '%' ? [oddId] : [], nothing);
      }
    });

    it('filters by section, tag, author and language', async () => {
      const total = async (more: Partial<ListQuery>): Promise<number> => (await storage.list(newest(more))).total;
      equal(await total({section: 'pumps'}), 40);
      equal(await total({section: 'nowhere'}), 0);
      equal(await total({tag: 'tag-3'}), 17);
      equal(await total({author: fold('АННА ёлкина')}), 30);
      equal(await total({lang: 'en'}), 60);
      equal(await total({lang: 'e'}), 0);
    });

    it('relates articles by tag, section and author, and never to themselves', async () => {
      const page = await storage.list(newest({sort: 'related', relatedTo: 'article-003', limit: 200}));
      equal(page.articles[0]?.id, 'article-045', 'all three in common');
      ok(page.articles.every(({id}) => id !== 'article-003'));
      const ids = await walk(storage, newest({sort: 'related', relatedTo: 'article-003', limit: 7}));
      deepEqual(
        ids,
        page.articles.map(({id}) => id),
      );
    });

    it('knows the neighbours at both ends and among equal dates', async () => {
      const beside = async (id: string, section?: string): Promise<(string | undefined)[]> => {
        const found = await storage.adjacent(id, {now: start, ...(section !== undefined && {section})});
        return [found?.previous?.id, found?.next?.id];
      };
      deepEqual(await beside('article-000'), ['article-002', undefined]);
      deepEqual(await beside('article-002'), ['article-001', 'article-000']);
      deepEqual(await beside('article-001'), ['article-003', 'article-002']);
      deepEqual(await beside('article-003', 'pumps'), ['article-006', 'article-000']);
      deepEqual(await beside(oddId), [undefined, 'closed']);
      deepEqual(await beside('closed'), [oddId, '__proto__'], 'without the withdrawn and the expired one');
      equal(await storage.adjacent('nobody', {now: start}), undefined);
    });

    it('tells which articles are read most, and which are withdrawn', async () => {
      for (const key of ['a', 'b', 'c']) await storage.view({article: '__proto__', key, at: start + 86_400_000 * 9});
      const busiest = await storage.busiest(3, dayOf(start) + 3);
      equal(busiest.length, 3);
      equal(busiest[0]?.id, '__proto__');
      deepEqual(await storage.gone(10), ['gone']);
    });
  });
}

it('both storages hold the same after the same seed', async () => {
  const [memory, sqlite] = [new MemoryStorage(), new SqliteStorage(':memory:')];
  for (const storage of [memory, sqlite]) await storage.fill(seedOfTests(), start);
  for (const sort of ['newest', 'popular', 'discussed'] as const) {
    const query = newest({sort, limit: 200, since: dayOf(start) - 29});
    deepEqual(await sqlite.list(query), await memory.list(query), sort);
  }
  deepEqual(await sqlite.busiest(200, dayOf(start) - 6), await memory.busiest(200, dayOf(start) - 6));
  await sqlite.close();
});

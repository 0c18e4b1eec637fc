/** Wishes of several readers in whatever order they arrive, some of them twice. For `npm test` and, with more runs, `test:long`. */
import {deepEqual, equal} from 'node:assert/strict';

import fc from 'fast-check';

import {createApp} from '../../../demo/endpoint/src/app.js';
import {describe as descriptionOf} from '../../../demo/endpoint/src/describe.js';
import {readSeed} from '../../../demo/endpoint/src/read-seed.js';
import type {Storage} from '../../../demo/endpoint/src/storage/port.js';
import {at} from './serving.js';
import {seedOfTests, start} from './stock.js';

const articles = ['article-001', 'article-002'] as const;

interface Wished {
  readonly article: string;
  readonly reader: number;
  readonly reactions: readonly string[];
}

const wished: fc.Arbitrary<Wished> = fc.record({
  article: fc.constantFrom(...articles),
  reader: fc.nat(2),
  reactions: fc.subarray(['like', 'super', 'sad']),
});

interface Arriving extends Wished {
  readonly seq: number;
}

/** In the order of wishing, and in that of arrival: shuffled, with some that the network brings twice. */
const course: fc.Arbitrary<{readonly wishes: readonly Arriving[]; readonly arrivals: readonly Arriving[]}> = fc
  .array(wished, {minLength: 1, maxLength: 12})
  .chain((all) => {
    const wishes = all.map((wish, index) => ({...wish, seq: index + 1}));
    return fc
      .subarray(wishes)
      .chain((twice) => fc.shuffledSubarray([...wishes, ...twice], {minLength: wishes.length + twice.length}))
      .map((arrivals) => ({wishes, arrivals}));
  });

interface Numbers {
  readonly reactions: Readonly<Record<string, number>>;
  readonly people: number;
}

/** @param storage - Empty; it serves all runs, each with readers of its own. */
export const endInTheLastWish = async (storage: Storage): Promise<fc.IAsyncProperty<[unknown, number]>> => {
  const seed = readSeed(seedOfTests(3));
  await storage.fill(seed, start);
  let now = start;
  const app = createApp({storage, description: descriptionOf(seed), clock: () => ++now});
  let run = 0;

  const send = async ({article, reader, seq, reactions}: Arriving): Promise<unknown> => {
    const body = JSON.stringify({article, reader: `reader-${String(reader)}-of-run-${String(run)}`, seq, reactions});
    const answer = await app.request('/presslet/reactions', {method: 'POST', body});
    equal(answer.status, 200);
    return answer.json();
  };

  const numbersOf = async (article: string): Promise<Numbers> => {
    const [counted] = await storage.counts([article]);
    return counted ?? {reactions: {}, people: 0};
  };

  return fc.asyncProperty(course, fc.integer({min: 1, max: 4}), async ({wishes, arrivals}, atOnce) => {
    run += 1;
    const before = new Map(await Promise.all(articles.map(async (id) => [id, await numbersOf(id)] as const)));
    for (let index = 0; index < arrivals.length; index += atOnce) {
      await Promise.all(arrivals.slice(index, index + atOnce).map(send));
    }
    for (const article of articles) {
      const last = new Map(wishes.filter((wish) => wish.article === article).map((wish) => [wish.reader, wish]));
      for (const wish of last.values()) {
        // Older than all: the answer is what the row says.
        const row = await send({...wish, seq: 0, reactions: ['like', 'super', 'sad']});
        deepEqual(at(row, 'mine'), wish.reactions.toSorted());
      }
      const expected = before.get(article) ?? {reactions: {}, people: 0};
      deepEqual(await plain(numbersOf(article)), withRows(expected, [...last.values()]));
    }
  });
};

const withRows = ({reactions, people}: Numbers, rows: readonly Wished[]): Numbers => {
  const sums = new Map(Object.entries(reactions));
  for (const kind of rows.flatMap((row) => row.reactions)) sums.set(kind, (sums.get(kind) ?? 0) + 1);
  return {
    reactions: Object.fromEntries([...sums].toSorted(([one], [other]) => (one < other ? -1 : 1))),
    people: people + rows.filter((row) => row.reactions.length > 0).length,
  };
};

const plain = async (numbers: Promise<Numbers>): Promise<Numbers> => {
  const {reactions, people} = await numbers;
  return {reactions: {...reactions}, people};
};

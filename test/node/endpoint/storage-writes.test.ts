/** The writes of the contract that both storages keep. */
import {deepEqual, equal, notEqual, ok} from 'node:assert/strict';
import {afterEach, beforeEach, describe, it} from 'node:test';

import type {Counted, Reaction, ReactionResult, Refusal, Storage} from '../../../demo/endpoint/src/storage/port.js';
import {storages} from './storages.js';
import {seedOfTests, start} from './stock.js';

const reaction = (more: Partial<Reaction> = {}): Reaction => ({
  article: 'article-001',
  reader: 'reader-of-sixteen',
  seq: 1,
  kinds: ['like'],
  at: start + 1,
  ...more,
});

const isRefusal = (result: object): result is Refusal => 'refused' in result;

const accepted = (result: ReactionResult): Exclude<ReactionResult, Refusal> => {
  ok(!isRefusal(result));
  return result;
};

const only = async (storage: Storage, id: string): Promise<Counted> => {
  const [counted] = await storage.counts([id]);
  ok(counted);
  return counted;
};

for (const [name, make] of storages) {
  describe(`a storage in ${name}, written to`, () => {
    let storage: Storage;

    beforeEach(async () => {
      storage = make();
      await storage.fill(seedOfTests(), start);
    });

    afterEach(() => storage.close());

    it('counts a view once for each key and article, and moves its moment with each', async () => {
      const before = await only(storage, 'article-001');
      const first = await storage.view({article: 'article-001', key: 'a', at: start - 5});
      deepEqual(
        first,
        {views: before.views + 1, asOf: before.asOf + 1},
        'a clock set back does not set back the moment',
      );
      deepEqual(await storage.view({article: 'article-001', key: 'a', at: start + 9}), first);
      deepEqual(await storage.view({article: 'article-001', key: 'b', at: start + 9}), {
        views: before.views + 2,
        asOf: start + 9,
      });
      deepEqual(await storage.view({article: 'nobody', key: 'a', at: start}), {refused: 'unknown'});
      deepEqual(await storage.view({article: 'gone', key: 'a', at: start}), {refused: 'gone'});
    });

    it('keeps the newest wish of each reader, however late an older one comes', async () => {
      const before = await only(storage, 'article-001');
      const {like = 0} = before.reactions;
      const first = accepted(await storage.react(reaction({seq: 5})));
      deepEqual(first, {reactions: {like: like + 1}, people: before.people + 1, mine: ['like'], asOf: start + 1});
      deepEqual(await storage.react(reaction({seq: 4, kinds: ['sad']})), first);
      deepEqual(await storage.react(reaction({seq: 5, kinds: ['sad']})), first);
      const changed = accepted(await storage.react(reaction({seq: 6, kinds: ['sad', 'super'], at: start + 2})));
      deepEqual(changed.reactions, {...(like > 0 && {like}), sad: 1, super: 1});
      equal(changed.people, before.people + 1);
      const same = accepted(await storage.react(reaction({seq: 7, kinds: ['sad', 'super'], at: start + 3})));
      equal(same.asOf, changed.asOf, 'no number changed');
      const none = accepted(await storage.react(reaction({seq: 8, kinds: [], at: start + 4})));
      deepEqual([none.reactions, none.people, none.mine], [before.reactions, before.people, []]);
      notEqual(none.asOf, changed.asOf);
    });

    it('keeps two readers apart', async () => {
      const before = await only(storage, 'article-001');
      await storage.react(reaction({reader: 'reader-one-of-two', seq: 10}));
      const two = accepted(
        await storage.react(reaction({reader: 'reader-two-of-two', seq: 1, kinds: ['like', 'sad']})),
      );
      equal(two.people, before.people + 2);
      equal(two.reactions['like'], (before.reactions['like'] ?? 0) + 2);
      const rest = accepted(await storage.react(reaction({reader: 'reader-one-of-two', seq: 11, kinds: []})));
      deepEqual([rest.people, rest.reactions['sad'], rest.mine], [before.people + 1, 1, []]);
    });

    it('refuses reactions to closed, withdrawn and unknown articles', async () => {
      deepEqual(await storage.react(reaction({article: 'closed'})), {refused: 'closed'});
      deepEqual(await storage.react(reaction({article: 'gone'})), {refused: 'gone'});
      deepEqual(await storage.react(reaction({article: 'nobody'})), {refused: 'unknown'});
    });
  });
}

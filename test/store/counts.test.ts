/** Numbers for a whole page in as few requests as can be. */
import {expect} from '@open-wc/testing';
import {Failure} from '../../src/model/failure.js';
import type {CountsAnswer, Provider} from '../../src/model/provider.js';
import {inChunks} from '../../src/store/counts-answer.js';
import type {Store} from '../../src/store/store.js';
import {answerOf, at, Deferred, item, settled, World} from './world.js';

interface CountsCall {
  readonly ids: readonly string[] | undefined;
  readonly answer: Deferred<CountsAnswer>;
}

const counts = (all: Record<string, number>, gone?: unknown): CountsAnswer => ({
  counts: Object.fromEntries(Object.entries(all).map(([id, views]) => [id, {views}])),
  gone,
});

describe('the counts of a page', () => {
  let world: World;
  let calls: CountsCall[];
  let hasBusiest: boolean;
  let store: Store;

  const frame = (): Promise<void> => world.run(17);

  const answer = async (index: number, given: CountsAnswer): Promise<void> => {
    at(calls, index).answer.resolve(given);
    await settled();
  };

  const fail = async (index: number, failure: unknown): Promise<void> => {
    at(calls, index).answer.reject(failure);
    await settled();
  };

  const viewsOf = (name: string): number | undefined => store.table.numbersOf(name)?.views?.value;

  beforeEach(() => {
    world = new World();
    calls = [];
    hasBusiest = false;
    const provider: Provider = {
      counts: (ids) => {
        if (!ids && !hasBusiest) return undefined;
        const call = {ids, answer: new Deferred<CountsAnswer>()};
        calls.push(call);
        return call.answer.promise;
      },
    };
    store = world.store(provider);
  });

  it('are asked in one request for all that want them within a frame, each once', async () => {
    store.wantCounts(['b', 'a']);
    store.wantCounts(['c', 'a']);
    await settled();
    expect(calls).to.have.length(0);
    expect(world.planned, 'one call for all').to.equal(1);
    await frame();
    expect(calls.map(({ids}) => ids)).to.deep.equal([['a', 'b', 'c']]);
    await answer(0, counts({a: 1, b: 2, c: 3}));
    expect(['a', 'b', 'c'].map(viewsOf)).to.deep.equal([1, 2, 3]);
  });

  it('are asked once for an article that is wanted by two of its names', async () => {
    store.adopt([item(7)], '');
    store.wantCounts(['https://news.example/7', '7']);
    await frame();
    expect(calls.map(({ids}) => ids)).to.deep.equal([['7']]);
  });

  it('are not asked twice, neither in flight nor answered nor unknown to the endpoint', async () => {
    store.wantCounts(['a', 'b']);
    await frame();
    store.wantCounts(['a', 'c']);
    await frame();
    expect(calls.map(({ids}) => ids)).to.deep.equal([['a', 'b'], ['c']]);
    await answer(0, counts({a: 1}));
    await answer(1, counts({}));
    store.wantCounts(['a', 'b', 'c']);
    await frame();
    expect(calls).to.have.length(2);
  });

  it('are asked again all at once when they are refreshed, less what is in flight', async () => {
    store.wantCounts(['a', 'b']);
    await frame();
    await answer(0, counts({a: 1, b: 1}));
    store.wantCounts(['c']);
    await frame();
    store.refreshCounts();
    await frame();
    expect(calls.map(({ids}) => ids)).to.deep.equal([['a', 'b'], ['c'], ['a', 'b']]);
  });

  it('are not asked for widgets that have left', async () => {
    const leave = store.wantCounts(['a', 'b']);
    store.wantCounts(['b', 'c']);
    leave();
    leave();
    await frame();
    expect(calls.map(({ids}) => ids)).to.deep.equal([['b', 'c']]);
    await answer(0, counts({}));
    store.refreshCounts();
    await frame();
    expect(at(calls, 1).ids).to.deep.equal(['b', 'c']);
  });

  it('are wanted by each of two widgets that want the same', async () => {
    const names = ['a'];
    const leave = store.wantCounts(names);
    store.wantCounts(names);
    leave();
    await frame();
    expect(at(calls, 0).ids).to.deep.equal(['a']);
  });

  it('are not asked of withdrawn articles, and withdraw some', async () => {
    store.adopt([item(1), item(2)], '');
    store.table.remove(['2']);
    store.wantCounts(['1', '2']);
    await frame();
    expect(at(calls, 0).ids).to.deep.equal(['1']);
    await answer(0, counts({}, ['1', 5, null]));
    expect(store.table.isGone('1')).to.equal(true);
  });

  it('learn the own id of an article', async () => {
    store.wantCounts(['https://news.example/7']);
    await frame();
    await answer(0, {counts: {'https://news.example/7': {id: '7', views: 5}}});
    expect(viewsOf('7')).to.equal(5);
    expect(store.table.idOf('https://news.example/7')).to.equal('7');
  });

  it('come in requests whose addresses stay below two kilobytes', async () => {
    const names = Array.from({length: 60}, (_, index) => `https://news.example/заголовок/${index}`);
    store.wantCounts(names);
    await frame();
    expect(calls.length).to.be.greaterThan(1);
    expect(calls.flatMap(({ids}) => ids ?? []).sort()).to.deep.equal([...names].sort());
    for (const {ids = []} of calls) {
      expect(ids.map((id) => `&id=${encodeURIComponent(id)}`).join('').length).to.be.at.most(1800);
    }
  });

  it('do not stumble over an id that is too long or cannot be encoded', () => {
    const long = 'x'.repeat(5000);
    expect(inChunks(['a', long, '\ud800', 'b'])).to.deep.equal([['a'], [long], ['\ud800', 'b']]);
    expect(inChunks([])).to.deep.equal([]);
  });

  describe('where the endpoint offers those of its busiest articles', () => {
    beforeEach(() => {
      hasBusiest = true;
    });

    it('are asked without ids, and with ids only for what that lacks', async () => {
      store.wantCounts(['a', 'b', 'z']);
      await frame();
      expect(calls.map(({ids}) => ids)).to.deep.equal([undefined]);
      await answer(0, counts({a: 1, b: 2, other: 3}));
      expect(at(calls, 1).ids).to.deep.equal(['z']);
      await answer(1, counts({z: 4}));
      expect(calls).to.have.length(2);
      expect(['a', 'b', 'other', 'z'].map(viewsOf)).to.deep.equal([1, 2, 3, 4]);
    });

    it('are one request for what is wanted before the answer, too', async () => {
      store.wantCounts(['a']);
      await frame();
      store.wantCounts(['b']);
      await frame();
      expect(calls).to.have.length(1);
      await answer(0, counts({a: 1, b: 2}));
      store.wantCounts(['a', 'b']);
      await frame();
      expect(calls).to.have.length(1);
    });

    it('are not asked at all for withdrawn articles alone', async () => {
      store.table.remove(['a']);
      store.wantCounts(['a']);
      await frame();
      expect(calls).to.have.length(0);
    });

    it('are not asked twice at once when they are refreshed meanwhile', async () => {
      store.wantCounts(['a']);
      await frame();
      store.refreshCounts();
      store.wantCounts(['b']);
      await frame();
      expect(calls).to.have.length(1);
    });

    it('are known for an address when the answer says whose it is', async () => {
      store.wantCounts(['https://news.example/7']);
      await frame();
      await answer(0, {counts: {'https://news.example/7': {id: '7', views: 5}}});
      expect(calls).to.have.length(1);
    });

    it('count an article as known by whichever name it was reported', async () => {
      store.adopt([item(7)], '');
      store.wantCounts(['7']);
      await frame();
      await answer(0, counts({'https://news.example/7': 9}));
      expect(calls).to.have.length(1);
      expect(viewsOf('7')).to.equal(9);
    });

    it('are asked that way again when they are refreshed', async () => {
      store.wantCounts(['a']);
      await frame();
      await answer(0, counts({a: 1}));
      store.refreshCounts();
      await frame();
      expect(calls.map(({ids}) => ids)).to.deep.equal([undefined, undefined]);
    });

    it('are asked with ids where the other way fails', async () => {
      store.wantCounts(['a']);
      await frame();
      await fail(0, new TypeError('ids is undefined'));
      expect(at(calls, 1).ids).to.deep.equal(['a']);
    });

    it('are left alone where the endpoint asks for patience', async () => {
      store.wantCounts(['a']);
      await frame();
      await fail(0, new Failure('status', 'too many', {status: 429, retryAt: world.time + 60_000}));
      store.wantCounts(['b']);
      store.refreshCounts();
      await world.run(59_000);
      expect(calls).to.have.length(1);
      await world.run(3000);
      expect(calls.map(({ids}) => ids)).to.deep.equal([undefined, undefined]);
      await answer(1, counts({a: 1, b: 2}));
      expect(['a', 'b'].map(viewsOf)).to.deep.equal([1, 2]);
    });
  });

  describe('that fail', () => {
    it('are asked again by themselves three times, then when somebody wants them', async () => {
      store.wantCounts(['a']);
      await frame();
      for (const index of [0, 1, 2, 3]) {
        expect(calls).to.have.length(index + 1);
        await fail(index, new Failure('network', 'down'));
        await world.run(30_000);
      }
      expect(calls).to.have.length(4);
      store.wantCounts(['a', 'b']);
      await frame();
      expect(at(calls, 4).ids).to.deep.equal(['a', 'b']);
      await answer(4, counts({a: 1, b: 1}));
      expect(viewsOf('a')).to.equal(1);
    });

    it('are asked again by themselves as often for many requests as for one, and anew after a success', async () => {
      const long = (id: string): string => id.repeat(1000);
      store.wantCounts([long('a'), long('b')]);
      await frame();
      for (const round of [1, 2, 3]) {
        expect(calls).to.have.length(2 * round);
        await fail(2 * round - 2, new Failure('network', 'down'));
        await fail(2 * round - 1, new Failure('network', 'down'));
        await world.run(30_000);
      }
      expect(calls).to.have.length(8);
      await answer(6, counts({}));
      await fail(7, new Failure('network', 'down'));
      await world.run(30_000);
      expect(at(calls, 8).ids).to.deep.equal([long('b')]);
    });

    it('are asked again at once when they are refreshed: the network may be back', async () => {
      store.wantCounts(['a']);
      await frame();
      await fail(0, new Failure('offline', 'no network'));
      store.refreshCounts();
      await frame();
      expect(calls).to.have.length(2);
      await answer(1, counts({a: 1}));
      expect(world.planned, 'and what had been planned is called off').to.equal(0);
    });

    it('are asked again by themselves anew when they are refreshed', async () => {
      store.wantCounts(['a']);
      await frame();
      for (const index of [0, 1, 2, 3]) {
        await fail(index, new Failure('network', 'down'));
        await world.run(30_000);
      }
      store.refreshCounts();
      await frame();
      await fail(4, new Failure('network', 'down'));
      await world.run(30_000);
      expect(calls).to.have.length(6);
    });

    it('do not take others with them', async () => {
      const long = (id: string): string => id.repeat(1000);
      store.wantCounts([long('a'), long('b')]);
      await frame();
      await fail(0, new Failure('status', 'gone wrong', {status: 400}));
      await answer(1, counts({[long('b')]: 2}));
      expect(viewsOf(long('b'))).to.equal(2);
      store.refreshCounts();
      await frame();
      expect(calls).to.have.length(4);
    });

    for (const garbage of [null, 'text', 7, {}, {counts: 'no', gone: {}}, [1]]) {
      it(`are no answer when they are ${JSON.stringify(garbage)}`, async () => {
        store = world.store({
          counts: (ids) => {
            if (!ids) return undefined;
            calls.push({ids, answer: new Deferred()});
            return JSON.parse(JSON.stringify(garbage)) as Promise<CountsAnswer>; // what a page's own script may do
          },
        });
        store.wantCounts(['a']);
        await frame();
        store.wantCounts(['a']);
        await frame();
        expect(calls).to.have.length(2);
      });
    }

    it('cost only themselves when a part is garbage', async () => {
      store.wantCounts(['a', 'b', 'c']);
      await frame();
      await answer(0, {
        counts: JSON.parse('{"a": null, "b": {"views": "many"}, "c": {"views": 3}, "__proto__": {"views": 4}}'),
      });
      expect(['a', 'b', 'c'].map(viewsOf)).to.deep.equal([undefined, undefined, 3]);
      expect(({} as {views?: number}).views).to.equal(undefined);
    });
  });

  describe('of a list', () => {
    const listing = (items: unknown): Provider => ({
      list: () => Promise.resolve(answerOf(items)),
      counts: (ids) => {
        if (!ids) return undefined;
        const call = {ids, answer: new Deferred<CountsAnswer>()};
        calls.push(call);
        return call.answer.promise;
      },
    });

    it('are asked where the list comes without them, together with those of another list', async () => {
      store = world.store(listing([item(1), item(2), item(3, {views: 5})]));
      const lists = [store.list({}), store.list({section: 'x'})];
      for (const list of lists) list.start();
      await frame();
      expect(calls.map(({ids}) => ids)).to.deep.equal([['1', '2']]);
      await fail(0, new Failure('status', 'down', {status: 500}));
      expect(lists.map(({state}) => `${state.data} ${state.activity}`)).to.deep.equal(['ready idle', 'ready idle']);
      for (const list of lists) list.close();
      await world.run(60_000);
      expect(calls, 'and no more when the lists have left').to.have.length(1);
    });

    it('are not asked where the list brings them', async () => {
      store = world.store(listing([item(1, {views: 0}), item(2, {comments: 1})]));
      store.list({}).start();
      await frame();
      expect(calls).to.have.length(0);
    });
  });
});

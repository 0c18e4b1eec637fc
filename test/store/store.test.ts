/** A store survives whatever a page's own provider does, heeds what an endpoint says, and counts a view once. */
import {expect} from '@open-wc/testing';
import {Failure} from '../../src/model/failure.js';
import type {ListAnswer, Provider, ViewOptions} from '../../src/model/provider.js';
import type {ListState} from '../../src/store/list-query.js';
import {createStore} from '../../src/store/store.js';
import {createStores} from '../../src/store/stores.js';
import {answerOf, at, byHand, Deferred, item, settled, World} from './world.js';

/** Whatever a script without types hands in. */
const stranger = (provider: object): Provider => provider;

describe('a store', () => {
  let world: World;
  let unhandled: unknown[];

  const hear = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    unhandled.push(event.reason);
  };

  beforeEach(() => {
    world = new World();
    unhandled = [];
    addEventListener('unhandledrejection', hear);
  });

  afterEach(async () => {
    // The event comes with the end of a task.
    await new Promise((resolve) => setTimeout(resolve));
    removeEventListener('unhandledrejection', hear);
    expect(unhandled).to.deep.equal([]);
  });

  const listOf = async (provider: object, duration = 31_000): Promise<ListState> => {
    const list = world.store(stranger(provider)).list({});
    list.start();
    await world.run(duration);
    return list.state;
  };

  describe('of a provider that', () => {
    it('cannot list says so and waits for nothing', async () => {
      const state = await listOf({});
      expect(state).to.include({data: 'failed', activity: 'idle'});
      expect(state.failure?.kind).to.equal('unsupported');
    });

    it('throws at once fails like any other', async () => {
      const state = await listOf({
        list: () => {
          throw new RangeError('broken');
        },
      });
      expect(state).to.include({data: 'failed', activity: 'idle'});
      expect(state.failure?.message).to.equal('broken');
    });

    it('never answers fails in time, can be asked again, and holds nobody up', async () => {
      const signals: AbortSignal[] = [];
      const store = world.store(
        stranger({
          list: ({section}: {section?: string}, {signal}: {signal: AbortSignal}) => {
            signals.push(signal);
            return section ? Promise.resolve(answerOf([item(1, {views: 1})])) : new Promise(() => undefined);
          },
        }),
      );
      const silent = store.list({});
      const other = store.list({section: 'x'});
      silent.start();
      other.start();
      await world.run(100);
      expect(other.state.ids).to.deep.equal(['1']);
      await world.run(30_000);
      expect(silent.state).to.include({data: 'failed', activity: 'waiting'});
      expect(silent.state.failure?.kind).to.equal('timeout');
      expect(at(signals, 0).aborted).to.equal(true);
    });

    it('never opens fails in time', async () => {
      const list = world.store(() => new Promise(() => undefined)).list({});
      list.start();
      await world.run(30_000);
      expect(list.state.failure?.kind).to.equal('timeout');
    });

    it('answers after it was called off is not heard', async () => {
      const {provider, calls} = byHand();
      const list = world.store(provider).list({});
      list.start();
      await settled();
      list.close();
      at(calls, 0).answer.reject(new Error('late'));
      await settled();
      expect(list.state.failure).to.equal(undefined);
    });

    it('answers twice is heard once', async () => {
      const state = await listOf({
        list: () => ({
          then: (resolve: (answer: ListAnswer) => void, reject: (reason: unknown) => void) => {
            resolve(answerOf([item(1, {views: 1})]));
            resolve(answerOf([item(2, {views: 1})]));
            reject(new Error('and failed'));
          },
        }),
      });
      expect(state).to.include({data: 'ready', failure: undefined});
      expect(state.ids).to.deep.equal(['1']);
    });

    for (const [name, answer] of Object.entries({
      null: null,
      'a text': 'items',
      'a number': 5,
      'a list': [item(1)],
      'no items': {},
      'items in a record': {items: {0: item(1), length: 1}},
      'a getter that throws': Object.defineProperty({}, 'items', {
        enumerable: true,
        get: () => {
          throw new Error('trap');
        },
      }),
    })) {
      it(`answers garbage (${name}) is unreadable`, async () => {
        const state = await listOf({list: () => Promise.resolve(answer)});
        expect(state).to.include({data: 'failed', activity: 'idle'});
        expect(state.failure?.kind).to.equal('unreadable');
      });
    }

    it('answers garbage around good items loses only the garbage', async () => {
      const state = await listOf({
        list: () =>
          Promise.resolve({
            items: [item(1, {views: 1}), Symbol('x'), () => 1, 1n],
            base: 5,
            next: 7,
            total: 'x',
            computed: {},
          }),
      });
      expect(state.ids).to.deep.equal(['1']);
      expect(state).to.include({data: 'ready', hasMore: false});
      expect([state.total, state.computed]).to.deep.equal([undefined, undefined]);
    });

    it('rejects with nothing at all fails with something', async () => {
      for (const reason of [undefined, null, 'text', {}, Object.create(null)]) {
        const list = world.store({list: () => Promise.reject(reason as Error)}).list({});
        list.start();
        await settled();
        expect(list.state.failure).to.be.instanceOf(Failure);
        list.close();
      }
    });

    it('cannot count is not asked to', async () => {
      const store = world.store(stranger({list: () => Promise.resolve(answerOf([item(1)]))}));
      store.list({}).start();
      await world.run(100);
      store.refreshCounts();
      await world.run(100);
    });

    it('fails on counts harms nothing', async () => {
      const store = world.store(
        stranger({
          list: () => Promise.resolve(answerOf([item(1)])),
          counts: () => {
            throw new Error('no');
          },
        }),
      );
      const list = store.list({});
      list.start();
      await world.run(100_000);
      expect(list.state).to.include({data: 'ready', failure: undefined});
    });
  });

  describe('of an endpoint with a description', () => {
    it('knows it when the endpoint is open', async () => {
      const store = world.store(
        {list: () => Promise.resolve(answerOf([])), description: {presslet: 1, name: 'News', logo: 'logo.png'}},
        'https://news.example/api',
      );
      let told = 0;
      store.description.subscribe(() => told++);
      expect(store.description.value).to.equal(undefined);
      store.list({}).start();
      await settled();
      expect(store.description.value?.name).to.equal('News');
      expect(store.description.value?.logo).to.equal('https://news.example/logo.png');
      expect(told).to.equal(1);
    });

    it('knows it also when it comes later, and when it never comes', async () => {
      const description = new Deferred<unknown>();
      const store = world.store({list: () => Promise.resolve(answerOf([])), description: description.promise});
      const list = store.list({});
      list.start();
      await settled();
      expect(list.state.data).to.equal('ready');
      description.resolve({presslet: 1, off: true});
      await settled();
      expect(store.description.value?.isOff).to.equal(true);
      const failing = world.store({
        list: () => Promise.resolve(answerOf([])),
        description: Promise.reject(new Error('no')),
      });
      failing.list({}).start();
      await settled();
      expect(failing.description.value).to.equal(undefined);
    });

    it('asks nothing of one that wants to be left alone', async () => {
      let asked = 0;
      const ask = (): Promise<never> => {
        asked++;
        return Promise.reject(new Error('asked'));
      };
      const store = world.store({list: ask, counts: ask, view: ask, description: {presslet: 1, off: true}});
      const list = store.list({});
      list.start();
      store.wantCounts(['1']);
      const view = await store.view('1', {key: 'k'.repeat(16)}).catch((failure: unknown) => failure);
      await world.run(100_000);
      expect(asked).to.equal(0);
      expect(list.state).to.include({data: 'failed', activity: 'idle'});
      expect(list.state.failure?.kind).to.equal('off');
      expect(view).to.be.instanceOf(Failure).and.include({kind: 'off'});
    });
  });

  describe('whose chunk of what no first rendering needs', () => {
    const provider: Provider = {
      list: ({cursor}) =>
        Promise.resolve(answerOf([item(cursor ?? 1, {views: 1})], {next: cursor === undefined ? '2' : undefined})),
      counts: (ids) => (ids ? Promise.resolve({counts: {[at(ids, 0)]: {views: 5}}}) : undefined),
      view: () => Promise.resolve({views: 6}),
    };
    let loads: number;
    let isThere: boolean;

    beforeEach(() => {
      loads = 0;
      isThere = false;
      const {load} = world;
      world.load = () => {
        loads++;
        return isThere ? load() : Promise.reject(new TypeError('Failed to fetch a module'));
      };
    });

    it('is not asked for before the first answer', async () => {
      const {provider: slow, calls} = byHand();
      const store = world.store(slow);
      store.list({}).start();
      store.adopt([item(1)], '');
      await settled();
      expect(loads).to.equal(0);
      at(calls, 0).answer.resolve(answerOf([item(1, {views: 1})]));
      await settled();
      expect(loads).to.equal(1);
    });

    it('cannot be had still shows its lists, and asks again when the reader says so', async () => {
      let isDown = true;
      const store = world.store({
        list: () => (isDown ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(answerOf([item(1)]))),
      });
      const list = store.list({limit: 1});
      list.start();
      await world.run(60_000);
      expect(list.state).to.include({data: 'failed', activity: 'idle'});
      isDown = false;
      list.refresh();
      await settled();
      expect(list.state).to.include({data: 'ready', failure: undefined});
      expect(list.state.ids).to.deep.equal(['1']);
    });

    it('cannot be had says why a list does not get longer, and does so once it can', async () => {
      const list = world.store(provider).list({limit: 1});
      list.start();
      await settled();
      list.showMore();
      await settled();
      expect(list.state).to.include({data: 'ready', activity: 'idle', hasMore: true});
      expect(list.state.failure).to.be.instanceOf(Failure).and.include({kind: 'network'});
      isThere = true;
      list.refresh();
      await settled();
      expect(list.state.ids, 'not by itself, long after the reader asked').to.deep.equal(['1']);
      list.showMore();
      await settled();
      expect(list.state.ids).to.deep.equal(['1', '2']);
      expect(list.state.failure).to.equal(undefined);
    });

    it('comes too late plans nothing for a list that has left', async () => {
      const chunk = new Deferred<undefined>();
      const {load} = world;
      world.load = async () => {
        await chunk.promise;
        isThere = true;
        return load();
      };
      const list = world.store({list: () => Promise.reject(new TypeError('Failed to fetch'))}).list({});
      list.start();
      await settled();
      list.close();
      chunk.resolve(undefined);
      await settled();
      expect(list.state).to.include({data: 'failed', activity: 'idle'});
      expect(world.planned).to.equal(0);
    });

    it('cannot be had is told of where counts are wanted, which come with the next want', async () => {
      const store = world.store(provider);
      const leave = store.wantCounts(['a']);
      await world.run(100);
      expect(world.told).to.deep.equal(['counts: not asked for: Failed to fetch a module']);
      isThere = true;
      store.wantCounts(['a', 'b']);
      leave();
      await world.run(100);
      expect(store.table.numbersOf('a')?.views?.value).to.equal(5);
    });

    it('cannot be had fails a view', async () => {
      const view = world.store(provider).view('1', {key: 'k'.repeat(16)});
      expect(await view.catch((failure: unknown) => failure)).to.be.instanceOf(Failure);
    });

    it('cannot be had leaves the description unknown until it can, but heeds that the endpoint is off', async () => {
      const store = world.store({...provider, description: {presslet: 1, name: 'News'}});
      const list = store.list({});
      list.start();
      await settled();
      expect(store.description.value).to.equal(undefined);
      isThere = true;
      list.refresh();
      await settled();
      expect(store.description.value?.name).to.equal('News');
      isThere = false;
      const off = world.store({...provider, description: {presslet: 1, off: true}}).list({});
      off.start();
      await settled();
      expect(off.state.failure?.kind).to.equal('off');
    });

    it('comes by itself', async () => {
      const store = createStore(() => Promise.resolve(provider), world.ports);
      await store.view('1', {key: 'k'.repeat(16)});
      expect(store.table.numbersOf('1')?.views?.value).to.equal(6);
    });
  });

  describe('takes in what the page holds', () => {
    it('and gives the ids', async () => {
      const store = world.store({});
      const rows = [{url: '/7', title: 'Seven', _presslet: {views: 7}}, {title: 'nameless'}, item(8)];
      expect(store.adopt(rows, 'https://news.example/')).to.deep.equal(['https://news.example/7', '8']);
      expect(store.table.get('https://news.example/7')?.views?.value).to.equal(7);
      expect(await store.adoptInSlices([item(9), item(8)], '')).to.deep.equal(['9', '8']);
    });

    it('as older than any answer', async () => {
      const {provider, calls} = byHand();
      const store = world.store(provider);
      store.list({}).start();
      await settled();
      at(calls, 0).answer.resolve(answerOf([item(7, {comments: 1}, {title: 'Answered'})]));
      await settled();
      store.adopt([item(7, {comments: 5}, {title: 'Written before'})], '');
      expect(store.table.get('7')?.title).to.equal('Answered');
      expect(store.table.get('7')?.comments?.value).to.equal(1);
    });
  });

  describe('counts a view', () => {
    let sent: (readonly [string, ViewOptions])[];
    let answer: Deferred<unknown>;
    const key = 'abcdefghijklmnop';

    const provider: Provider = {
      view: (id, options) => {
        sent.push([id, options]);
        return answer.promise;
      },
    };

    beforeEach(() => {
      sent = [];
      answer = new Deferred();
    });

    it('under the own id of the article, with the key that it was given, and shows the answer', async () => {
      const store = world.store(provider);
      store.adopt([item(7, {views: 1})], '');
      const view = store.view('https://news.example/7', {key, site: 'partner', isLeaving: true});
      await settled();
      const [id, options] = at(sent, 0);
      expect(id).to.equal('7');
      expect(options).to.include({key, site: 'partner', isLeaving: true});
      answer.resolve({views: 2, as_of: 1_700_000_000_000});
      await view;
      expect(store.table.get('7')?.views?.value).to.equal(2);
    });

    it('and learns the own id from the answer', async () => {
      const store = world.store(provider);
      const view = store.view('https://news.example/7', {key});
      answer.resolve({id: '7', views: 2});
      await view;
      expect(store.table.idOf('https://news.example/7')).to.equal('7');
    });

    it('once: a failed one is not sent again, and nobody has to hear of it', async () => {
      const store = world.store(provider);
      const view = store.view('7', {key});
      answer.reject(new Failure('network', 'reset'));
      await world.run(1_000_000);
      expect(sent).to.have.length(1);
      expect(await view.catch((failure: unknown) => failure)).to.include({kind: 'network'});
      void store.view('7', {key});
      await settled();
    });

    it('of a withdrawn article never', async () => {
      const store = world.store(provider);
      store.adopt([item(7)], '');
      answer.reject(new Failure('status', 'withdrawn', {status: 410}));
      expect(await store.view('7', {key}).catch((failure: unknown) => failure)).to.include({status: 410});
      expect(store.table.isGone('7')).to.equal(true);
    });

    it('only where the endpoint does', async () => {
      const failure: unknown = await world
        .store({})
        .view('7', {key})
        .catch((reason: unknown) => reason);
      expect(failure).to.include({kind: 'unsupported'});
    });

    it('and takes an empty answer for one', async () => {
      answer.resolve({});
      await world.store(provider).view('7', {key});
    });
  });

  describe('is one', () => {
    const stores = () =>
      createStores(
        () => world.store({}),
        (provider) => world.store(provider),
      );

    it('for one endpoint and adapter', () => {
      const {ofEndpoint} = stores();
      expect(ofEndpoint('https://a.example/')).to.equal(ofEndpoint('https://a.example/', ''));
      expect(ofEndpoint('https://a.example/')).not.to.equal(ofEndpoint('https://a.example/', 'json-feed'));
      expect(ofEndpoint('https://a.example/')).not.to.equal(ofEndpoint('https://b.example/'));
    });

    it('for one provider, told by the object alone', () => {
      const {ofProvider} = stores();
      const provider = {};
      expect(ofProvider(provider)).to.equal(ofProvider(provider));
      expect(ofProvider(provider)).not.to.equal(ofProvider({}));
    });
  });
});

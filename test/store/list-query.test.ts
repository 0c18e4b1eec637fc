/** A list as its reader sees it: there, old, failed, waiting, longer. */
import {expect} from '@open-wc/testing';
import {Failure} from '../../src/model/failure.js';
import type {Provider} from '../../src/model/provider.js';
import type {ListQuery, ListState} from '../../src/store/list-query.js';
import type {Store} from '../../src/store/store.js';
import {answerOf, at, byHand, item, settled, World, type ListCall} from './world.js';

const items = (...ids: (string | number)[]): object[] => ids.map((id) => item(id, {views: 1}));

describe('a list', () => {
  let world: World;
  let calls: ListCall[];
  let store: Store;
  let list: ListQuery;
  let states: ListState[];

  const open = (query = {}): void => {
    list = store.list(query);
    states = [];
    list.subscribe(() => states.push(list.state));
    list.start();
  };

  const answer = async (index: number, raw: unknown, more = {}): Promise<void> => {
    at(calls, index).answer.resolve(answerOf(raw, more));
    await settled();
  };

  const fail = async (index: number, reason: unknown): Promise<void> => {
    at(calls, index).answer.reject(reason);
    await settled();
  };

  beforeEach(() => {
    world = new World();
    const publisher = byHand();
    ({calls} = publisher);
    store = world.store(publisher.provider);
  });

  describe('that comes for the first time', () => {
    it('asks nothing before it is started, and then once', async () => {
      list = store.list({});
      await settled();
      expect(calls).to.have.length(0);
      expect(list.state).to.deep.equal({data: 'pending', activity: 'idle', ids: [], hasMore: false});
      list.start();
      list.start();
      await settled();
      list.start();
      await settled();
      expect(calls).to.have.length(1);
      expect(list.state.activity).to.equal('fetching');
    });

    it('is ready with the answer', async () => {
      open({limit: 2, section: 'news'});
      await settled();
      expect(at(calls, 0).query).to.deep.equal({limit: 2, section: 'news'});
      await answer(0, items(1, 2), {next: 'c', total: '1 043', computed: 1_700_000_000_000});
      expect(list.state).to.deep.equal({
        data: 'ready',
        activity: 'idle',
        ids: ['1', '2'],
        total: 1043,
        computed: 1_700_000_000_000,
        hasMore: true,
        failure: undefined,
        receivedAt: world.time,
      });
      expect(states.map(({data, activity}) => `${data} ${activity}`)).to.deep.equal(['pending fetching', 'ready idle']);
      expect(world.planned, 'and no timer is left').to.equal(0);
    });

    it('is ready and empty where there is nothing', async () => {
      open();
      await settled();
      await answer(0, [], {next: 'a lie'});
      expect(list.state.data).to.equal('ready');
      expect(list.state.ids).to.deep.equal([]);
      expect(list.state.hasMore).to.equal(false);
    });

    it('holds each article once, and none that has no name', async () => {
      open();
      await settled();
      await answer(0, [...items(1, 2, 1), {title: 'nameless'}, null, 5, {url: 'https://news.example/2'}]);
      expect(list.state.ids).to.deep.equal(['1', '2']);
    });

    it('shows no more than its limit, though the endpoint knows none', async () => {
      open({limit: 2});
      await settled();
      await answer(0, items(1, 2, 3, 4, 5));
      expect(list.state.ids).to.deep.equal(['1', '2']);
      expect(list.state.hasMore).to.equal(true);
      list.showMore();
      await settled();
      expect(list.state.ids).to.deep.equal(['1', '2', '3', '4']);
      list.showMore();
      await settled();
      expect(list.state.ids).to.deep.equal(['1', '2', '3', '4', '5']);
      expect(list.state.hasMore).to.equal(false);
      expect(calls, 'nothing more was asked').to.have.length(1);
    });

    it('leaves out what has expired', async () => {
      open();
      await settled();
      const past = new Date(world.time - 1).toISOString();
      const future = new Date(world.time + 1).toISOString();
      await answer(0, [item(1, {views: 1, expires: past}), item(2, {views: 1, expires: future})]);
      expect(list.state.ids).to.deep.equal(['2']);
    });
  });

  describe('of hand-picked articles', () => {
    it('stands in the order in which they were picked, by whichever name', async () => {
      const asked: (readonly string[])[] = [];
      const provider: Provider = {
        byId: (ids) => {
          asked.push(ids);
          return Promise.resolve(answerOf(items(2, 1, 3)));
        },
      };
      list = world.store(provider).list({ids: ['3', 'https://news.example/1', 'unknown', '2']});
      list.start();
      await settled();
      expect(asked).to.deep.equal([['3', 'https://news.example/1', 'unknown', '2']]);
      expect(list.state.ids).to.deep.equal(['3', '1', '2']);
    });
  });

  describe('that leaves some out', () => {
    it('asks for as many more, and never says which', async () => {
      open({limit: 2, exclude: ['2', 'https://news.example/9']});
      await settled();
      expect(at(calls, 0).query).to.deep.equal({limit: 4});
      await answer(0, items(1, 2, 9, 3), {next: 'b'});
      expect(list.state.ids, 'by whichever name').to.deep.equal(['1', '3']);
      expect(list.state.hasMore).to.equal(true);
    });

    it('shows no more than its limit where the endpoint does not list them', async () => {
      open({limit: 2, exclude: ['2', '9']});
      await settled();
      await answer(0, items(1, 3, 4, 5));
      expect(list.state.ids).to.deep.equal(['1', '3']);
      expect(list.state.hasMore, 'two in spare').to.equal(true);
      list.showMore();
      await settled();
      expect(list.state.ids).to.deep.equal(['1', '3', '4', '5']);
      expect(list.state.hasMore).to.equal(false);
    });

    it('shows as many again when the reader goes on', async () => {
      open({limit: 2, exclude: ['9']});
      await settled();
      await answer(0, items(1, 2, 3), {next: 'b'});
      list.showMore();
      await settled();
      expect(at(calls, 1).query).to.deep.equal({limit: 3, cursor: 'b'});
      expect(list.state.ids, 'not one alone meanwhile').to.deep.equal(['1', '2']);
      await answer(1, items(9, 4, 5), {next: 'c'});
      expect(list.state.ids).to.deep.equal(['1', '2', '3', '4']);
      list.showMore();
      await settled();
      await fail(2, new Failure('unreadable', 'HTML'));
      list.showMore();
      await settled();
      await answer(3, items(6, 7, 8));
      expect(list.state.ids, 'nor more after a failure').to.deep.equal(['1', '2', '3', '4', '5', '6']);
    });

    it('leaves them out of hand-picked articles, too', async () => {
      open({ids: ['1', '2'], exclude: ['1']});
      await settled();
      expect(at(calls, 0).query).to.deep.equal({ids: ['1', '2']});
      await answer(0, items(1, 2));
      expect(list.state.ids).to.deep.equal(['2']);
    });
  });

  describe('that is refreshed', () => {
    beforeEach(async () => {
      open({limit: 2});
      await settled();
      await answer(0, items(1, 2), {next: 'page 2', total: 4});
    });

    it('keeps the old articles on screen while new ones come', async () => {
      list.refresh();
      await settled();
      expect(list.state).to.include({data: 'ready', activity: 'fetching'});
      expect(list.state.ids).to.deep.equal(['1', '2']);
      await answer(1, items(0, 1));
      expect(list.state.ids).to.deep.equal(['0', '1']);
    });

    it('drops the answer to the question before, and calls it off', async () => {
      list.refresh();
      await settled();
      list.refresh();
      await settled();
      expect(at(calls, 1).signal.aborted).to.equal(true);
      expect(at(calls, 2).signal.aborted).to.equal(false);
      await answer(2, items('new'));
      await answer(1, items('stale'));
      expect(list.state.ids).to.deep.equal(['new']);
      expect(store.table.get('stale')).to.equal(undefined);
    });

    it('drops the failure of the question before', async () => {
      list.refresh();
      await settled();
      list.refresh();
      await settled();
      await answer(2, items('new'));
      await fail(1, new Error('late'));
      expect(list.state.failure).to.equal(undefined);
    });

    it('keeps the same array of ids when nothing in it changed', async () => {
      const {ids} = list.state;
      list.refresh();
      await settled();
      await answer(1, items(1, 2));
      expect(list.state.ids).to.equal(ids);
    });

    it('is stale, not empty, after a failure', async () => {
      list.refresh();
      await settled();
      await fail(1, new Failure('unreadable', 'HTML'));
      expect(list.state).to.include({data: 'ready', activity: 'idle'});
      expect(list.state.failure?.kind).to.equal('unreadable');
      expect(list.state.ids).to.deep.equal(['1', '2']);
      list.refresh();
      await settled();
      await answer(2, items(1, 2));
      expect(list.state.failure, 'the failure was not kept').to.equal(undefined);
    });

    it('does not take away the pages that the reader went on to', async () => {
      list.showMore();
      await settled();
      await answer(1, items(3, 4), {next: 'page 3'});
      list.refresh();
      await settled();
      await answer(2, items(0, 1), {next: 'page 2'});
      expect(list.state.ids, 'four were on screen').to.deep.equal(['0', '1', '2', '3']);
      list.showMore();
      await settled();
      expect(at(calls, 3).query.cursor, 'what was pushed out is not enough').to.equal('page 3');
      await answer(3, items(5, 6), {next: 'page 4'});
      expect(list.state.ids, 'as many again').to.deep.equal(['0', '1', '2', '3', '4', '5']);
    });

    it('shows no more what the endpoint lists no more', async () => {
      open();
      await settled();
      await answer(1, items(1, 2, 3));
      list.refresh();
      await settled();
      await answer(2, items(1, 3));
      expect(list.state.ids).to.deep.equal(['1', '3']);
      list.refresh();
      await settled();
      await answer(3, items(1));
      expect(list.state.ids).to.deep.equal(['1']);
    });

    it('begins anew where nothing is left of what was there', async () => {
      list.showMore();
      await settled();
      await answer(1, items(3, 4), {next: 'page 3'});
      list.refresh();
      await settled();
      await answer(2, items(7, 8), {next: 'page 2'});
      expect(list.state.ids).to.deep.equal(['7', '8']);
      list.refresh();
      await settled();
      await answer(3, items(7), {next: 'page 2'});
      expect(list.state.ids, 'as one page again').to.deep.equal(['7']);
      list.showMore();
      await settled();
      expect(at(calls, 4).query.cursor).to.equal('page 2');
    });

    it('does not go on by itself when going on had failed, or the widget had left', async () => {
      list.showMore();
      await settled();
      await fail(1, new Failure('unreadable', 'HTML'));
      list.refresh();
      await settled();
      await answer(2, items(1, 2), {next: 'page 2'});
      expect(calls).to.have.length(3);
      list.refresh();
      list.showMore();
      list.close();
      list.start();
      list.refresh();
      await settled();
      await answer(3, items(1, 2), {next: 'page 2'});
      expect(calls).to.have.length(4);
      expect(list.state.activity).to.equal('idle');
    });

    it('does not forget that the reader asked for more meanwhile', async () => {
      list.refresh();
      await settled();
      list.showMore();
      await answer(1, items(1, 2), {next: 'page 2'});
      expect(at(calls, 2).query.cursor).to.equal('page 2');
      list.refresh();
      await settled();
      await answer(3, items(1, 2), {next: 'page 2'});
      expect(at(calls, 4).query.cursor, 'nor when a refresh came between').to.equal('page 2');
      await answer(4, items(3, 4));
      expect(list.state.ids).to.deep.equal(['1', '2', '3', '4']);
    });
  });

  describe('that goes on', () => {
    beforeEach(async () => {
      open({limit: 2});
      await settled();
      await answer(0, items(1, 2), {next: 'b'});
      list.showMore();
      await settled();
    });

    it('asks for the next page and appends it', async () => {
      list.showMore();
      await settled();
      expect(calls, 'not twice').to.have.length(2);
      expect(at(calls, 1).query).to.deep.equal({limit: 2, cursor: 'b'});
      await answer(1, items(2, 3, 4), {next: 'c'});
      expect(list.state.ids).to.deep.equal(['1', '2', '3', '4']);
      expect(list.state.hasMore).to.equal(true);
    });

    it('ends at an empty page, whatever that page says', async () => {
      await answer(1, [], {next: 'c'});
      expect(list.state.hasMore).to.equal(false);
      list.showMore();
      await settled();
      expect(calls).to.have.length(2);
    });

    it('ends at a page that brings nothing new', async () => {
      await answer(1, items(2, 1), {next: 'c'});
      expect(list.state.hasMore).to.equal(false);
    });

    it('ends where the endpoint leads in a circle', async () => {
      await answer(1, items(3, 4), {next: 'b'});
      expect(list.state.hasMore).to.equal(false);
    });

    it('ends where the endpoint names no further page', async () => {
      await answer(1, items(3, 4), {next: {page: 3}});
      expect(list.state.hasMore).to.equal(false);
    });

    it('keeps what is there when the next page fails, and asks for that page again', async () => {
      await fail(1, new Failure('network', 'down'));
      expect(list.state).to.include({data: 'ready', activity: 'waiting', hasMore: true});
      expect(list.state.ids).to.deep.equal(['1', '2']);
      list.showMore();
      await settled();
      expect(at(calls, 2).query.cursor).to.equal('b');
      await answer(2, items(3, 4));
      expect(list.state.ids).to.deep.equal(['1', '2', '3', '4']);
    });
  });

  describe('that fails', () => {
    const after = async (delay: number, count: number): Promise<void> => {
      await world.run(delay);
      expect(calls, `after ${delay} ms`).to.have.length(count);
    };

    it('says so, and asks again by itself three times, each time later', async () => {
      open();
      await settled();
      await fail(0, new TypeError('Failed to fetch'));
      expect(list.state).to.include({data: 'failed', activity: 'waiting'});
      expect(list.state.failure?.kind).to.equal('network');
      await after(499, 1);
      await after(1001, 2);
      expect(list.state, 'and says why while it asks').to.include({data: 'failed', activity: 'fetching'});
      expect(list.state.failure?.kind).to.equal('network');
      await fail(1, new Failure('timeout', 'slow'));
      await after(1999, 2);
      await after(4001, 3);
      await fail(2, new Failure('status', 'down', {status: 503}));
      await after(7999, 3);
      await after(16_001, 4);
      await fail(3, new Failure('network', 'down'));
      expect(list.state).to.include({data: 'failed', activity: 'idle'});
      await after(100_000_000, 4);
    });

    it('asks again at once when the reader says so, and counts anew', async () => {
      open();
      await settled();
      for (const index of [0, 1, 2, 3]) {
        await fail(index, new Failure('network', 'down'));
        await world.run(30_000 - 1);
      }
      expect(calls).to.have.length(4);
      list.refresh();
      await settled();
      expect(calls).to.have.length(5);
      await fail(4, new Failure('network', 'down'));
      expect(list.state.activity).to.equal('waiting');
      list.refresh();
      await settled();
      await answer(5, items(1));
      expect(list.state).to.include({data: 'ready', activity: 'idle', failure: undefined});
      await after(100_000, 6);
    });

    it('does not come before the moment that the endpoint names', async () => {
      open();
      await settled();
      await fail(0, new Failure('status', 'too many', {status: 429, retryAt: world.time + 120_000}));
      await after(119_999, 1);
      await after(1001, 2);
    });

    it('is not kept waiting for years by what an endpoint names', async () => {
      open();
      await settled();
      await fail(0, new Failure('status', 'down', {status: 503, retryAt: Number.MAX_VALUE}));
      await after(86_400_000, 2);
      await fail(1, new Failure('status', 'down', {status: 503, retryAt: NaN}));
      await after(6_000, 3);
    });

    for (const failure of [
      new Failure('status', 'not found', {status: 404}),
      new Failure('unreadable', 'HTML'),
      new Failure('too-large', 'big'),
      new Failure('blocked', 'policy'),
      new Failure('off', 'left alone'),
      new Failure('unsupported', 'no'),
    ]) {
      it(`does not repeat a question that has this answer: ${failure.message}`, async () => {
        open();
        await settled();
        await fail(0, failure);
        expect(list.state).to.include({data: 'failed', activity: 'idle', failure});
        await after(100_000_000, 1);
      });
    }

    it('says that the device is offline rather than that the endpoint is down', async () => {
      open();
      await settled();
      world.isOnline = false;
      await fail(0, new TypeError('Failed to fetch'));
      expect(list.state.failure?.kind).to.equal('offline');
      world.isOnline = true;
      await world.run(1500);
      await answer(1, items(1));
      expect(list.state.data).to.equal('ready');
    });

    it('asks the endpoint to open again, when that is what failed', async () => {
      let opened = 0;
      const {provider} = byHand();
      const open = (): Promise<Provider> => {
        if (++opened === 1) throw new TypeError('import failed');
        return Promise.resolve(provider);
      };
      list = world.store(open).list({});
      list.start();
      await settled();
      expect(list.state).to.include({data: 'failed', activity: 'waiting'});
      await world.run(1500);
      expect(opened).to.equal(2);
      expect(list.state.activity).to.equal('fetching');
    });
  });

  describe('whose widget leaves', () => {
    it('calls its request off and hears nothing more of it', async () => {
      open();
      await settled();
      list.close();
      expect(at(calls, 0).signal.aborted).to.equal(true);
      expect(list.state).to.include({data: 'pending', activity: 'idle'});
      states = [];
      await answer(0, items(1));
      expect(states).to.deep.equal([]);
    });

    it('calls off what it had planned', async () => {
      open();
      await settled();
      await fail(0, new Failure('network', 'down'));
      list.close();
      expect(list.state.activity).to.equal('idle');
      await world.run(100_000);
      expect(calls).to.have.length(1);
    });

    it('does nothing more, whatever is asked of it', async () => {
      open({limit: 1});
      await settled();
      await answer(0, items(1, 2));
      list.close();
      list.refresh();
      list.showMore();
      await settled();
      expect(calls).to.have.length(1);
      expect(list.state.ids).to.deep.equal(['1']);
    });

    it('is back as it was when the widget comes back, less what was withdrawn meanwhile', async () => {
      open();
      await settled();
      await answer(0, items(1, 2));
      list.close();
      states = [];
      store.table.remove(['1']);
      expect(states, 'whoever left hears nothing').to.deep.equal([]);
      list.start();
      await settled();
      expect(list.state.ids).to.deep.equal(['2']);
      expect(calls).to.have.length(1);
    });

    it('asks again when it had left before the answer', async () => {
      open();
      await settled();
      list.close();
      list.start();
      await settled();
      await answer(1, items(1));
      expect(list.state.data).to.equal('ready');
    });
  });

  describe('from which an article is withdrawn', () => {
    it('shows it no more, nor after a refresh out of a cache', async () => {
      open();
      await settled();
      await answer(0, items(1, 2, 3));
      store.table.remove(['https://news.example/2']);
      expect(list.state.ids).to.deep.equal(['1', '3']);
      list.refresh();
      await settled();
      await answer(1, items(1, 2, 3));
      expect(list.state.ids).to.deep.equal(['1', '3']);
    });

    it('hears of it from another list', async () => {
      open();
      const other = store.list({section: 'other'});
      other.start();
      await settled();
      await answer(0, items(1, 2));
      await answer(1, [item(2, {gone: true}), ...items(3)]);
      expect(list.state.ids).to.deep.equal(['1']);
      expect(other.state.ids).to.deep.equal(['3']);
    });

    it('fills up with what it has in spare', async () => {
      open({limit: 2});
      await settled();
      await answer(0, items(1, 2, 3));
      store.table.remove(['1']);
      expect(list.state.ids).to.deep.equal(['2', '3']);
      expect(list.state.hasMore).to.equal(false);
    });
  });

  it('shows one row when two of its articles turn out to be one', async () => {
    open();
    await settled();
    await answer(0, items('old', 'new'));
    store.table.putReports([{name: 'old', id: 'new', numbers: {}}]);
    expect(list.state.ids).to.deep.equal(['new']);
  });

  it('is not told of numbers: they change no list', async () => {
    open();
    await settled();
    await answer(0, items(1, 2));
    states = [];
    store.table.putReports([{name: '1', numbers: {views: {value: 99, order: 9}}}]);
    expect(states).to.deep.equal([]);
  });

  describe('that is long', () => {
    const many = (count: number): object[] => items(...Array.from({length: count}, (_, index) => index));

    it('is read in slices, and short ones at once', async () => {
      let pauses = 0;
      const next = (): Promise<void> => {
        pauses++;
        return Promise.resolve();
      };
      Object.assign(world.ports, {pause: {isDue: () => true, next}});
      open();
      await settled();
      await answer(0, many(50));
      expect(pauses).to.equal(0);
      list.refresh();
      await settled();
      await answer(1, many(53));
      expect(pauses).to.equal(3);
      expect(list.state.ids).to.have.length(53);
    });

    it('is not read to its end when its widget leaves', async () => {
      let pauses = 0;
      const next = (): Promise<void> => {
        if (++pauses === 2) list.close();
        return Promise.resolve();
      };
      Object.assign(world.ports, {pause: {isDue: () => true, next}});
      open();
      await settled();
      await answer(0, many(80));
      expect(pauses).to.equal(2);
      expect(list.state.data).to.equal('pending');
      expect(store.table.get('1')).to.equal(undefined);
    });
  });
});

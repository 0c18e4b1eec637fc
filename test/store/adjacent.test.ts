/** The articles before and after one, in a world in which time passes only when a test says so. */
import {expect} from '@open-wc/testing';
import {Failure} from '../../src/model/failure.js';
import type {AdjacentAnswer, AdjacentOptions, ListAnswer, Provider, Query} from '../../src/model/provider.js';
import {createAdjacent, type AdjacentQuery, type AdjacentWish} from '../../src/store/adjacent.js';
import type {Store} from '../../src/store/store.js';
import {until} from '../support/wait.js';
import {answerOf, at, base, Deferred, item, settled, World} from './world.js';

interface Call {
  readonly id: string;
  readonly options: AdjacentOptions;
  readonly answer: Deferred<AdjacentAnswer>;
}

const beside = (previous: unknown, next: unknown): AdjacentAnswer => ({previous, next, base});

/** A store whose questions for neighbours are answered by hand. */
const byHand = (more: Provider = {}): {calls: Call[]; world: World; store: Store} => {
  const calls: Call[] = [];
  const world = new World();
  const store = world.store({
    adjacent: (id, options) => {
      const answer = new Deferred<AdjacentAnswer>();
      calls.push({id, options, answer});
      return answer.promise;
    },
    ...more,
  });
  return {calls, world, store};
};

const open = (store: Store, name = '5', wish?: AdjacentWish): AdjacentQuery => {
  const query = createAdjacent(store.core, name, wish);
  query.start();
  return query;
};

const seen = (query: AdjacentQuery): readonly unknown[] => {
  const {data, activity} = query.state;
  return [data, activity, query.at('previous'), query.at('next')];
};

describe('neighbours of an article', () => {
  it('are asked for once, within what was wished, and put into the table', async () => {
    const {calls, store} = byHand();
    const query = open(store, '5', {sectionOf: '5', site: 'partner'});
    query.start();
    await settled();
    expect(calls.map(({id, options: {signal, ...rest}}) => [id, rest, signal.aborted])).to.deep.equal([
      ['5', {sectionOf: '5', site: 'partner'}, false],
    ]);
    expect(seen(query)).to.deep.equal(['pending', 'fetching', undefined, undefined]);
    at(calls, 0).answer.resolve(beside(item(6), item(4)));
    await settled();
    expect(seen(query)).to.deep.equal(['ready', 'idle', '6', '4']);
    expect(store.table.get('6')?.title).to.equal('Article 6');
  });

  it('are null at an end', async () => {
    const {calls, store} = byHand();
    const query = open(store);
    await settled();
    at(calls, 0).answer.resolve(beside(item(6), null));
    await settled();
    expect(seen(query)).to.deep.equal(['ready', 'idle', '6', null]);
  });

  it('are never the article itself, under none of its names', async () => {
    const {calls, store} = byHand();
    const query = open(store, `${base}5`);
    await settled();
    at(calls, 0).answer.resolve(beside(item(5), item(4)));
    await settled();
    expect(seen(query)).to.deep.equal(['ready', 'idle', undefined, '4']);
  });

  it('are unknown where they cannot be read, have expired or were withdrawn', async () => {
    const {calls, store, world} = byHand();
    const query = open(store);
    await settled();
    at(calls, 0).answer.resolve(beside(item(6, {expires: new Date(world.time - 1).toISOString()}), 'nonsense'));
    await settled();
    expect(seen(query)).to.deep.equal(['ready', 'idle', undefined, undefined]);
    query.refresh();
    await settled();
    at(calls, 1).answer.resolve(beside(item(6, {gone: true}), item(4)));
    await settled();
    expect(seen(query)).to.deep.equal(['ready', 'idle', undefined, '4']);
    expect(calls).to.have.length(2);
  });

  it('are asked for again when one is withdrawn, and once for each', async () => {
    const {calls, store} = byHand();
    const query = open(store);
    await settled();
    at(calls, 0).answer.resolve(beside(item(6), item(4)));
    await settled();
    store.table.remove(['6']);
    await settled();
    expect(seen(query)).to.deep.equal(['ready', 'fetching', undefined, '4']);
    // A cache may still name it.
    at(calls, 1).answer.resolve(beside(item(6), item(4)));
    await settled();
    expect(seen(query)).to.deep.equal(['ready', 'idle', undefined, '4']);
    expect(calls).to.have.length(2);
  });

  it('stay while they are asked for again, also when that fails', async () => {
    const {calls, store} = byHand();
    const query = open(store);
    await settled();
    at(calls, 0).answer.resolve(beside(item(6), item(4)));
    await settled();
    query.refresh();
    await settled();
    expect(seen(query)).to.deep.equal(['ready', 'fetching', '6', '4']);
    at(calls, 1).answer.reject(new Failure('status', 'No.', {status: 404}));
    await settled();
    expect(seen(query)).to.deep.equal(['ready', 'idle', '6', '4']);
    expect(query.state.failure?.status).to.equal(404);
  });

  it('are asked for again by themselves where that may help, three times', async () => {
    const {calls, store, world} = byHand();
    const query = open(store);
    for (let time = 0; time < 4; time++) {
      await settled();
      at(calls, time).answer.reject(new Failure('network', 'Down.'));
      await settled();
      expect(seen(query).slice(0, 2)).to.deep.equal(['failed', time < 3 ? 'waiting' : 'idle']);
      await world.run(25_000);
    }
    expect(calls).to.have.length(4);
    query.refresh();
    await settled();
    at(calls, 4).answer.resolve(beside(null, item(4)));
    await settled();
    expect(seen(query)).to.deep.equal(['ready', 'idle', null, '4']);
    expect(query.state.failure).to.equal(undefined);
  });

  it('come from the newest question, whichever answer comes last', async () => {
    const {calls, store} = byHand();
    const query = open(store);
    await settled();
    query.refresh();
    await settled();
    expect(at(calls, 0).options.signal.aborted).to.equal(true);
    at(calls, 1).answer.resolve(beside(item(6), item(4)));
    await settled();
    at(calls, 0).answer.resolve(beside(item(60), item(40)));
    await settled();
    expect(seen(query)).to.deep.equal(['ready', 'idle', '6', '4']);
  });

  it('are no longer asked for when nobody wants them', async () => {
    const {calls, store, world} = byHand();
    const query = open(store);
    await settled();
    query.close();
    expect(at(calls, 0).options.signal.aborted).to.equal(true);
    expect(seen(query)).to.deep.equal(['pending', 'idle', undefined, undefined]);
    query.refresh();
    await settled();
    expect(calls).to.have.length(1);
    expect(world.planned).to.equal(0);
  });

  it('fail where the answer holds none, or nobody can name them', async () => {
    const {calls, store} = byHand();
    const query = open(store);
    await settled();
    at(calls, 0).answer.resolve(beside(undefined, undefined));
    await settled();
    expect(query.state.failure?.kind).to.equal('unreadable');
    const without = open(new World().store({}));
    await until(() => without.state.failure);
    expect(without.state.failure?.kind).to.equal('unsupported');
  });
});

describe('where an endpoint has only lists', () => {
  const dated = (id: number): object =>
    item(id, {}, {date_published: new Date(Date.UTC(2026, 0, 31 - id)).toISOString()});
  const pages = (...all: readonly (readonly object[])[]): {provider: Provider; asked: Query[]} => {
    const asked: Query[] = [];
    const list = (query: Query): Promise<ListAnswer> => {
      asked.push(query);
      const page = Number(query.cursor ?? 0);
      return Promise.resolve(answerOf(all[page] ?? [], page + 1 < all.length ? {next: String(page + 1)} : {}));
    };
    return {provider: {list}, asked};
  };
  const search = async (provider: Provider, name: string, wish?: AdjacentWish): Promise<AdjacentQuery> => {
    const query = open(new World().store(provider), name, wish);
    // The part that searches is loaded first.
    await until(() => query.state.activity === 'idle');
    return query;
  };

  it('neighbours stand beside the article, by date', async () => {
    const {provider, asked} = pages([dated(5), dated(9), dated(4), dated(6)]);
    expect(seen(await search(provider, '5', {section: 'news'}))).to.deep.equal(['ready', 'idle', '6', '4']);
    expect(asked).to.deep.equal([{limit: 50, section: 'news'}]);
    expect(seen(await search(provider, `${base}4`))).to.deep.equal(['ready', 'idle', '5', null]);
  });

  it('the last one of a list need not be the oldest', async () => {
    const {provider} = pages([item(4), item(5)]);
    expect(seen(await search(provider, '5'))).to.deep.equal(['ready', 'idle', undefined, '4']);
  });

  it('an article further back is found on its page', async () => {
    const {provider, asked} = pages([item(3), item(4)], [item(5)], [item(6)], [item(7)]);
    expect(seen(await search(provider, '5'))).to.deep.equal(['ready', 'idle', '6', '4']);
    expect(asked).to.have.length(3);
  });

  it('one that is nowhere is not looked for for ever', async () => {
    const {provider, asked} = pages(...Array.from({length: 20}, (_, page) => [item(page + 10)]));
    expect((await search(provider, '5')).state.failure?.kind).to.equal('unsupported');
    expect(asked).to.have.length(4);
  });

  it('that is found out only when the endpoint is asked', async () => {
    const {provider} = pages([item(4), item(5), item(6)]);
    const adjacent = (): Promise<never> => Promise.reject(new Failure('unsupported', 'Not offered.'));
    expect(seen(await search({...provider, adjacent}, '5'))).to.deep.equal(['ready', 'idle', '6', '4']);
  });
});

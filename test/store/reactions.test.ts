/** What becomes of a reader's wish: shown at once, sent once, kept or taken back. */
import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {Failure} from '../../src/model/failure.js';
import type {CountsAnswer, Provider, Wish} from '../../src/model/provider.js';
import type {Fact} from '../../src/store/facts.js';
import {createDesk, type Desk, type DeskOptions} from '../../src/store/reactions.js';
import type {Store} from '../../src/store/store.js';
import {lastWishWins} from './reaction-properties.js';
import {Device, endpoint, fakeKeys} from './reaction-world.js';
import {at, Deferred, item, settled, World} from './world.js';

interface Call extends Wish {
  readonly id: string;
  readonly signal: AbortSignal;
  readonly answer: Deferred<unknown>;
}

const down = (): Failure => new Failure('network', 'down');
const status = (code: number, more = {}): Failure => new Failure('status', 'no', {status: code, ...more});

describe('a reaction', () => {
  let world: World;
  let calls: Call[];
  let store: Store;
  let device: Device;
  let desk: Desk;
  let outcomes: string[];
  let facts: Fact[];
  let consent: ReturnType<DeskOptions['consent']>;

  const provider: Provider = {
    react: (id, wish, {signal}) => {
      const answer = new Deferred<unknown>();
      calls.push({id, ...wish, signal, answer});
      return answer.promise;
    },
  };

  const open = (more: Partial<DeskOptions> = {}, of: Provider = provider): void => {
    store = world.store(of);
    store.adopt([item(7)], '');
    learn({like: 3}, 3);
    desk = createDesk(store.core, {
      endpoint,
      memory: device,
      consent: () => consent,
      post: (fact) => facts.push(fact),
      keys: fakeKeys(world.random),
      ...more,
    });
    outcomes = [];
    desk.subscribe((id, outcome, failure) =>
      outcomes.push([id, outcome, failure?.status ?? failure?.kind].join(' ').trim()),
    );
  };

  /** What an earlier answer of the endpoint said. */
  const learn = (reactions: Record<string, number>, people: number, name = '7'): void =>
    store.table.putReports([
      {name, numbers: {reactions: {value: {kinds: new Map(Object.entries(reactions)), people}, order: 1, asOf: 1}}},
    ]);

  const shown = (name = '7'): unknown => {
    const {kinds, people} = store.table.get(name)?.reactions?.value ?? {};
    return kinds && {...Object.fromEntries(kinds), people};
  };

  const react = async (...kinds: string[]): Promise<void> => {
    desk.react('7', kinds);
    await settled();
  };

  const answer = async (index: number, given: unknown): Promise<void> => {
    at(calls, index).answer.resolve(given);
    await settled();
  };

  const fail = async (index: number, failure: unknown): Promise<void> => {
    at(calls, index).answer.reject(failure);
    await settled();
  };

  const wished = (): unknown => calls.map(({reactions}) => reactions);

  beforeEach(() => {
    world = new World();
    calls = [];
    facts = [];
    device = new Device();
    consent = 'remember';
    open();
  });

  it('is shown at once wherever the article is, and confirmed by the answer', async () => {
    const news: unknown[] = [];
    store.table.subscribe((changes) => news.push([...changes].map(([id, parts]) => [id, ...parts])));
    desk.react('https://news.example/7', ['super'], {site: 'partner.example'});
    expect(shown()).to.deep.equal({like: 3, super: 1, people: 4});
    expect(news).to.deep.equal([[['7', 'reactions']]]);
    expect([desk.mine('7'), desk.pending('7')]).to.deep.equal([['super'], true]);
    await settled();
    expect(at(calls, 0)).to.include({id: '7', site: 'partner.example', seq: world.time});
    expect(at(calls, 0).reader).to.match(/^[\w-]{43}$/);
    await answer(0, {reactions: {like: 5, super: 1}, people: 6, mine: ['super'], as_of: world.time});
    expect(shown()).to.deep.equal({like: 5, super: 1, people: 6});
    expect([desk.mine('7'), desk.pending('7')]).to.deep.equal([['super'], false]);
    expect(outcomes).to.deep.equal(['7 wished', '7 confirmed']);
    await world.run();
    expect(calls).to.have.length(1);
  });

  it('is laid over the numbers and never written into them', async () => {
    await react('like');
    learn({like: 8, sad: 1}, 9);
    expect(shown(), 'a later answer').to.deep.equal({like: 9, sad: 1, people: 10});
    await fail(0, status(409));
    expect(shown()).to.deep.equal({like: 8, sad: 1, people: 9});
  });

  it('takes the place of the one before, and can be withdrawn', async () => {
    await react('like', 'super');
    await answer(0, {reactions: {like: 4, super: 1}, people: 4, mine: ['like', 'super'], as_of: 2});
    await react('sad', 'like');
    expect(shown()).to.deep.equal({like: 4, super: 0, sad: 1, people: 4});
    await answer(1, {reactions: {like: 4, sad: 1}, people: 4, mine: ['like', 'sad'], as_of: 3});
    await react();
    expect(shown()).to.deep.equal({like: 3, sad: 0, people: 3});
    await answer(2, {reactions: {like: 3}, people: 3, mine: [], as_of: 4});
    expect(shown()).to.deep.equal({like: 3, people: 3});
    expect(new Set(calls.map(({reader}) => reader)).size, 'one reader').to.equal(1);
    expect(at(calls, 2).seq).to.be.greaterThan(at(calls, 1).seq);
  });

  it('never shows less than nothing, and makes nothing up', async () => {
    await react('super');
    await answer(0, {reactions: {}, people: 0, mine: ['super'], as_of: 2});
    await react();
    expect(shown()).to.deep.equal({super: 0, people: 0});
    desk.react('unknown', ['like']);
    await settled();
    expect(store.table.numbersOf('unknown')).to.deep.equal({});
  });

  it('is the last of many when the reader clicks fast, with one request at a time', async () => {
    for (const kinds of [['like'], ['sad'], ['super']]) desk.react('7', kinds);
    await settled();
    expect(wished(), 'the first three').to.deep.equal([['super']]);
    for (const kinds of [['like'], [], ['sad']]) await react(...kinds);
    expect(calls).to.have.length(1);
    expect(shown()).to.deep.equal({like: 3, sad: 1, people: 4});
    await answer(0, {reactions: {like: 3, super: 1}, people: 4, mine: ['super'], as_of: 2});
    expect(shown(), 'still as wished').to.deep.equal({like: 3, super: 0, sad: 1, people: 4});
    expect(wished()).to.deep.equal([['super'], ['sad']]);
    await answer(1, {reactions: {like: 3, sad: 1}, people: 4, mine: ['sad'], as_of: 3});
    expect(outcomes.filter((outcome) => outcome === '7 confirmed')).to.have.length(1);
  });

  it('of two articles is sent at the same time', async () => {
    store.adopt([item(8)], '');
    learn({}, 0, '8');
    desk.react('7', ['like']);
    desk.react('8', ['like']);
    await settled();
    expect(calls.map(({id}) => id)).to.deep.equal(['7', '8']);
    expect(at(calls, 1).seq).to.be.greaterThan(at(calls, 0).seq);
    expect(at(calls, 1).reader).not.to.equal(at(calls, 0).reader);
  });

  it('is not sent where the endpoint holds it already', async () => {
    await react('like');
    for (const kinds of [[], ['like']]) await react(...kinds);
    await answer(0, {reactions: {like: 4}, people: 4, mine: ['like'], as_of: 2});
    expect(calls).to.have.length(1);
    expect(outcomes.at(-1)).to.equal('7 confirmed');
    await react('like');
    expect(calls).to.have.length(1);
    expect([desk.pending('7'), outcomes.at(-1)]).to.deep.equal([false, '7 confirmed']);
  });

  it('is sent where another tab may have told the endpoint something else', async () => {
    await react('like');
    await answer(0, {reactions: {like: 4}, people: 4, mine: ['like'], as_of: 2});
    device.write({...device.kept, seq: world.time + 10});
    await react('like');
    expect(at(calls, 1).seq).to.equal(world.time + 11);
  });

  it('takes what the endpoint says for mine, or what was sent where it says nothing', async () => {
    await react('like', 'LIKE', 'super', '!');
    expect(at(calls, 0).reactions).to.deep.equal(['like', 'super']);
    await answer(0, {reactions: {like: 4}, people: 4, mine: ['like'], as_of: 2});
    expect(desk.mine('7')).to.deep.equal(['like']);
    await react('sad');
    await answer(1, {});
    expect(desk.mine('7')).to.deep.equal(['sad']);
    expect(shown(), 'and the numbers stay as they were shown').to.deep.equal({like: 3, sad: 1, people: 4});
  });

  describe('that the endpoint refuses', () => {
    for (const failure of [status(400), status(403), status(404), status(409), status(422), status(501)]) {
      it(`for good (${failure.status}) is taken back and told`, async () => {
        await react('super');
        await fail(0, failure);
        expect(shown()).to.deep.equal({like: 3, people: 3});
        expect([desk.mine('7'), desk.pending('7')]).to.deep.equal([[], false]);
        expect(outcomes).to.deep.equal(['7 wished', `7 refused ${failure.status}`]);
        await world.run();
        expect(calls).to.have.length(1);
      });
    }

    it('because the article is withdrawn removes the article', async () => {
      await react('super');
      await fail(0, status(410));
      expect(store.table.isGone('7')).to.equal(true);
      expect(outcomes.at(-1)).to.equal('7 refused 410');
    });

    it('because of its kinds does not take the next wish with it', async () => {
      await react('super');
      await react('like');
      await fail(0, status(422));
      expect(wished()).to.deep.equal([['super'], ['like']]);
      expect(outcomes).not.to.include('7 refused 422');
    });

    it('because nobody may react any more takes all wishes with it', async () => {
      await react('super');
      await react('like');
      await fail(0, status(409));
      expect(calls).to.have.length(1);
      expect(desk.mine('7')).to.deep.equal([]);
    });

    it('goes back to what was chosen before', async () => {
      await react('super');
      await answer(0, {reactions: {like: 3, super: 1}, people: 4, mine: ['super'], as_of: 2});
      await react('sad');
      await fail(1, status(422));
      expect(desk.mine('7')).to.deep.equal(['super']);
      expect(shown()).to.deep.equal({like: 3, super: 1, people: 4});
    });

    it('because it cannot take any is taken back', async () => {
      open({}, {});
      await react('like');
      expect(outcomes).to.deep.equal(['7 wished', '7 refused unsupported']);
    });
  });

  describe('while the endpoint is away', () => {
    for (const failure of [
      down(),
      status(500),
      status(408),
      status(425),
      status(429),
      new Failure('timeout', 'late'),
    ]) {
      it(`(${failure.status ?? failure.kind}) stays wished, and is sent again with the same number and name`, async () => {
        await react('super');
        await fail(0, failure);
        expect(shown()).to.deep.equal({like: 3, super: 1, people: 4});
        expect(outcomes).to.deep.equal(['7 wished', `7 waiting ${failure.status ?? failure.kind}`]);
        await world.run(2000);
        const [first, second] = [at(calls, 0), at(calls, 1)];
        expect([second.seq, second.reader]).to.deep.equal([first.seq, first.reader]);
        await answer(1, {reactions: {like: 3, super: 1}, people: 4, mine: ['super'], as_of: 2});
        expect(outcomes.at(-1)).to.equal('7 confirmed');
      });
    }

    it('is sent more and more seldom, but never given up', async () => {
      await react('super');
      const moments: number[] = [];
      for (let index = 0; index < 9; index++) {
        await fail(index, down());
        const before = world.time;
        while (calls.length === index + 1) await world.run(1000);
        moments.push(world.time - before);
      }
      expect(moments.every((moment, index) => moment > (moments[index - 1] ?? 0))).to.equal(true);
      expect(at(moments, 8)).to.be.greaterThan(3_600_000);
    });

    it('is sent again soon when the reader has just clicked', async () => {
      await react('super');
      for (const index of [0, 1, 2]) {
        await fail(index, down());
        await world.run(30_000);
      }
      expect(calls).to.have.length(4);
      await react('like');
      await fail(3, down());
      await world.run(2000);
      expect(at(calls, 4).reactions).to.deep.equal(['like']);
    });

    it('is sent when the reader clicks again, or when the endpoint may be back', async () => {
      await react('super');
      await fail(0, down());
      await react('like');
      expect(wished()).to.deep.equal([['super'], ['like']]);
      await fail(1, down());
      desk.retry();
      await settled();
      expect(wished()).to.deep.equal([['super'], ['like'], ['like']]);
      desk.retry();
      await settled();
      expect(calls, 'one at a time').to.have.length(3);
      await answer(2, {reactions: {like: 4}, people: 4, mine: ['like'], as_of: 2});
      desk.retry();
      await world.run();
      expect(calls).to.have.length(3);
    });

    it('is not sent before the moment that the endpoint names, whichever article it was asked for', async () => {
      store.adopt([item(8)], '');
      learn({}, 0, '8');
      await react('super');
      await fail(0, status(503, {retryAt: world.time + 60_000}));
      desk.retry();
      await settled();
      expect(outcomes).to.deep.equal(['7 wished', '7 waiting 503']);
      await react('like');
      desk.react('8', ['like']);
      await world.run(59_000);
      expect(calls).to.have.length(1);
      expect(outcomes).to.include('8 waiting 503');
      await world.run(3000);
      expect(calls.slice(1).map(({id, reactions}) => [id, reactions])).to.have.deep.members([
        ['7', ['like']],
        ['8', ['like']],
      ]);
    });

    it('is sent even where it was undone: whether the first one arrived nobody knows', async () => {
      await react('super');
      await fail(0, down());
      await react();
      expect(wished()).to.deep.equal([['super'], []]);
    });

    it('waits for more than a hotel’s network that answers in its place', async () => {
      await react('super');
      await fail(0, new Failure('unreadable', 'no JSON'));
      expect(outcomes.at(-1)).to.equal('7 waiting unreadable');
    });

    it('never ends when the provider never settles, and yet is sent again', async () => {
      await react('super');
      await world.run(40_000);
      expect(calls.length).to.be.greaterThan(1);
      expect(outcomes).to.include('7 waiting timeout');
    });
  });

  describe('is remembered', () => {
    it('over a reload', async () => {
      await react('super');
      await answer(0, {reactions: {like: 3, super: 1}, people: 4, mine: ['super'], as_of: 2});
      open();
      learn({like: 3, super: 1}, 4);
      expect(desk.mine('7')).to.deep.equal(['super']);
      expect(shown(), 'which the numbers hold already').to.deep.equal({like: 3, super: 1, people: 4});
      await react();
      expect(shown()).to.deep.equal({like: 3, super: 0, people: 3});
      expect(at(calls, 1).reader).to.equal(at(calls, 0).reader);
      expect(at(calls, 1).seq).to.be.greaterThan(at(calls, 0).seq);
    });

    it('only once the endpoint has taken it', async () => {
      await react('super');
      expect(device.kept).to.deep.include({mine: {}, seq: world.time});
    });

    it('for this endpoint alone', async () => {
      await react('super');
      await answer(0, {mine: ['super']});
      open({endpoint: 'https://other.example/'});
      expect(desk.mine('7')).to.deep.equal([]);
      await react('super');
      expect(at(calls, 1).reader).not.to.equal(at(calls, 0).reader);
    });

    it('under whichever name the page asks', async () => {
      await react('super');
      await answer(0, {mine: ['super']});
      open();
      expect(desk.mine('https://news.example/7')).to.deep.equal(['super']);
    });

    it('with a number that grows, whatever the clock says', async () => {
      await react('super');
      await answer(0, {mine: ['super']});
      world.time -= 500_000;
      open();
      await react('like');
      expect(at(calls, 1).seq).to.equal(at(calls, 0).seq + 1);
    });

    it('up to five hundred choices, the newest', async () => {
      const choices = Array.from({length: 500}, (_, index) => ({id: `old-${index}`, seq: index + 1}));
      const mine = choices.map(({id, seq}) => [`${endpoint}\n${id}`, {reactions: ['like'], seq}] as const);
      await react('super');
      device.write({...device.kept, mine: Object.fromEntries(mine)});
      await answer(0, {mine: ['super']});
      open();
      expect(['7', 'old-0', 'old-1', 'old-499'].map((id) => desk.mine(id)[0])).to.deep.equal([
        'super',
        undefined,
        'like',
        'like',
      ]);
    });
  });

  describe('by consent', () => {
    it('for the page’s life is kept nowhere', async () => {
      consent = 'count';
      open();
      await react('super');
      await answer(0, {reactions: {like: 3, super: 1}, people: 4, mine: ['super'], as_of: 2});
      expect(desk.mine('7')).to.deep.equal(['super']);
      expect([device.entry, device.writes]).to.deep.equal([undefined, 0]);
      expect(
        facts.map(({mine}) => mine),
        'and is nobody’s elsewhere',
      ).to.deep.equal([undefined]);
      await react();
      expect(at(calls, 1).reader, 'one reader for the page’s life').to.equal(at(calls, 0).reader);
      open();
      expect(desk.mine('7')).to.deep.equal([]);
    });

    for (const level of ['display', 'none'] as const) {
      it(`is not taken at ${level}, and nothing is shown as mine`, async () => {
        await react('super');
        await answer(0, {mine: ['super']});
        consent = level;
        open();
        expect(desk.mine('7')).to.deep.equal([]);
        await react('like');
        expect(outcomes).to.deep.equal(['7 refused denied']);
        expect(calls).to.have.length(1);
      });
    }

    it('that grows keeps the reader and the choices of the page’s life apart from those of the device', async () => {
      store.adopt([item(8)], '');
      learn({}, 0, '8');
      consent = 'count';
      await react('super');
      await answer(0, {mine: ['super']});
      consent = 'remember';
      desk.react('8', ['like']);
      await settled();
      await answer(1, {mine: ['like']});
      desk.hear({endpoint, mine: {7: {reactions: ['sad'], seq: world.time + 1000}}});
      expect(desk.mine('7'), 'whoever that is').to.deep.equal(['super']);
      await react('like');
      await answer(2, {mine: ['like']});
      expect(at(calls, 2).reader, 'so that nobody is counted twice').to.equal(at(calls, 0).reader);
      expect(Object.keys(device.kept.mine)).to.deep.equal([`${endpoint}\n8`]);
    });

    it('that shrinks hides what is mine', async () => {
      await react('super');
      await answer(0, {mine: ['super']});
      consent = 'display';
      expect(desk.mine('7')).to.deep.equal([]);
    });

    it('is not learned from other tabs at count', () => {
      consent = 'count';
      desk.hear({endpoint, mine: {7: {reactions: ['sad'], seq: world.time}}});
      expect(desk.mine('7')).to.deep.equal([]);
    });

    it('is forgotten after a reload, too', async () => {
      await react('super');
      await answer(0, {mine: ['super']});
      open();
      expect(desk.mine('7')).to.deep.equal(['super']);
      desk.forget();
      expect(desk.mine('7')).to.deep.equal([]);
    });

    it('that ends while a wish waits is taken back', async () => {
      await react('super');
      await fail(0, down());
      consent = 'display';
      await world.run(5000);
      expect(calls).to.have.length(1);
      expect(outcomes.at(-1)).to.equal('7 refused denied');
    });

    it('is forgotten when consent is withdrawn, with what is under way', async () => {
      await react('super');
      await answer(0, {reactions: {like: 3, super: 1}, people: 4, mine: ['super'], as_of: 2});
      await react('like');
      desk.forget();
      expect(at(calls, 1).signal.aborted).to.equal(true);
      expect([device.entry, desk.mine('7'), desk.pending('7')]).to.deep.equal([undefined, [], false]);
      expect(outcomes.at(-1)).to.equal('7 refused denied');
      expect(shown()).to.deep.equal({like: 3, super: 1, people: 4});
      await answer(1, {reactions: {like: 4}, people: 4, mine: ['like'], as_of: 3});
      await world.run();
      expect([device.entry, desk.mine('7'), facts.length]).to.deep.equal([undefined, [], 1]);
      await react('sad');
      expect(at(calls, 2).reader, 'another reader').not.to.equal(at(calls, 0).reader);
    });
  });

  describe('to an article that the page names by its address before any answer came', () => {
    const name = 'https://news.example/9';
    let asked: (readonly string[] | undefined)[];
    let counts: () => Promise<CountsAnswer>;

    beforeEach(() => {
      asked = [];
      open(
        {},
        {
          ...provider,
          counts: (ids) => {
            asked.push(ids);
            return counts();
          },
        },
      );
    });

    it('is sent under the article’s own id, which is asked for first', async () => {
      counts = () => Promise.resolve({counts: {[name]: {id: '9', reactions: {like: 1}, people: 1, as_of: 1}}});
      desk.react(name, ['like']);
      await settled();
      expect([asked, calls.map(({id}) => id)]).to.deep.equal([[[name]], ['9']]);
      expect(store.table.numbersOf('9')?.reactions?.value.kinds.get('like'), 'the wish moved with it').to.equal(2);
      expect(desk.mine('9')).to.deep.equal(['like']);
      await answer(0, {reactions: {like: 2}, people: 2, mine: ['like'], as_of: 2});
      expect(Object.keys(device.kept.mine)).to.deep.equal([`${endpoint}\n9`]);
      expect(store.table.numbersOf(name)?.reactions?.value.kinds.get('like')).to.equal(2);
    });

    it('is sent under that name where the endpoint has no counts', async () => {
      counts = () => Promise.reject(status(404));
      desk.react(name, ['like']);
      await settled();
      expect(calls.map(({id}) => id)).to.deep.equal([name]);
    });

    it('is sent at once where the device remembers that it is the own id', async () => {
      device.write({secret: 'x'.repeat(43), seq: 5, mine: {[`${endpoint}\n9`]: {reactions: ['like'], seq: 5}}});
      desk.react('9', []);
      await settled();
      expect([asked, calls.map(({id}) => id)]).to.deep.equal([[], ['9']]);
    });

    it('waits where the endpoint is away', async () => {
      counts = () => Promise.reject(down());
      desk.react(name, ['like']);
      await settled();
      expect([calls.length, outcomes]).to.deep.equal([0, [`${name} wished`, `${name} waiting network`]]);
    });

    it('is one with what was wished under its id', async () => {
      counts = () => new Promise(() => undefined);
      desk.react(name, ['like']);
      learn({like: 1}, 1, '9');
      desk.react('9', ['super']);
      await settled();
      store.table.putReports([{name, id: '9', numbers: {}}]);
      expect([desk.mine(name), desk.mine('9')]).to.deep.equal([['super'], ['super']]);
      await answer(0, {reactions: {like: 1, super: 1}, people: 2, mine: ['super'], as_of: 2});
      await world.run();
      expect(calls.map(({id}) => id)).to.deep.equal(['9']);
      expect(store.table.numbersOf(name)?.reactions?.value.people).to.equal(2);
    });
  });

  describe('with a memory that somebody else has written', () => {
    for (const garbage of [
      null,
      7,
      '{}',
      [],
      {secret: 7, seq: -1, mine: 'x'},
      {secret: 'short', seq: 9e15, mine: {[`${endpoint}\n7`]: {reactions: 'like', seq: 1}}},
      {seq: 'x', mine: {[`${endpoint}\n7`]: null, x: {reactions: ['!'], seq: 2}}},
    ]) {
      it(`holds nothing for ${JSON.stringify(garbage).slice(0, 40)}, and starts anew`, async () => {
        device.entry = JSON.stringify(garbage);
        open();
        expect(desk.mine('7')).to.deep.equal([]);
        await react('like');
        await answer(0, {mine: ['like']});
        expect(at(calls, 0).seq).to.equal(world.time);
        expect(device.kept.secret).to.match(/^[\w-]{43}$/);
        open();
        expect(desk.mine('7')).to.deep.equal(['like']);
      });
    }
  });

  it('with a provider that answers garbage ends somehow, and nothing throws', async () => {
    for (const garbage of [null, 7, 'x', [], {reactions: 'x', people: -1, mine: 7, as_of: 'x', id: {}}]) {
      open({}, {react: () => Promise.resolve(garbage)});
      await react('like');
      expect(outcomes).to.deep.equal(['7 wished', '7 confirmed']);
      expect(desk.mine('7')).to.deep.equal(['like']);
    }
  });
});

/** 100 random interleavings in each browser; test/long has more. */
describe('whatever happens between reader and endpoint', () => {
  for (const consent of ['remember', 'count'] as const) {
    it(`the last wish wins, at ${consent}`, async () => {
      await fc.assert(lastWishWins(consent), {numRuns: 50});
    });
  }
});

/** What tabs, and copies of the library on one page, tell each other. */
import {expect} from '@open-wc/testing';
import type {Provider, Wish} from '../../src/model/provider.js';
import {createFacts, factsName, targetOn, type Fact, type Facts} from '../../src/store/facts.js';
import {createDesk, type Desk} from '../../src/store/reactions.js';
import type {Store} from '../../src/store/store.js';
import {Device, endpoint, fakeKeys, Registry} from './reaction-world.js';
import {settled, World} from './world.js';

describe('facts', () => {
  const opened: (Facts | BroadcastChannel)[] = [];

  const channel = (): BroadcastChannel => {
    const made = new BroadcastChannel(factsName);
    opened.push(made);
    return made;
  };

  const facts = (ports: Omit<Parameters<typeof createFacts>[0], 'tell'>): {facts: Facts; heard: Fact[]} => {
    const made = createFacts({...ports, tell: () => undefined});
    const heard: Fact[] = [];
    made.listen((fact) => heard.push(fact));
    opened.push(made);
    return {facts: made, heard};
  };

  /** Resolves when a channel has delivered all that was posted before. */
  const delivered = async (): Promise<void> => {
    const [one, other] = [channel(), channel()];
    await new Promise((resolve) => {
      other.addEventListener('message', resolve, {once: true});
      one.postMessage(0);
    });
  };

  afterEach(() => {
    for (const made of opened.splice(0)) made.close();
  });

  it('reach the other tabs, and not oneself', async () => {
    const [one, other] = [facts({channel: channel()}), facts({channel: channel()})];
    one.facts.post({endpoint, counts: {7: {people: 1}}});
    await delivered();
    expect(other.heard).to.deep.equal([{endpoint, counts: {7: {people: 1}}, mine: undefined}]);
    expect(one.heard).to.deep.equal([]);
  });

  it('reach the other copies on the page at once, as copies', () => {
    const target = new EventTarget();
    const [one, other] = [facts({target}), facts({target})];
    const counts = {7: {people: 1}};
    one.facts.post({endpoint, counts});
    expect(other.heard).to.deep.equal([{endpoint, counts, mine: undefined}]);
    expect(other.heard[0]?.counts).not.to.equal(counts);
    expect(one.heard).to.deep.equal([]);
  });

  it('meet at one target of the page, unless the page has something else there', () => {
    const host = {};
    const target = targetOn(host);
    expect(target).to.be.instanceOf(EventTarget);
    expect(targetOn(host)).to.equal(target);
    expect(Reflect.get(host, Symbol.for('presslet:1'))).to.equal(target);
    expect(targetOn({[Symbol.for('presslet:1')]: 'mine'})).to.equal(undefined);
    expect(targetOn(Object.freeze({}))).to.equal(undefined);
  });

  it('are heard no more after closing', () => {
    const target = new EventTarget();
    const [one, other] = [facts({target}), facts({target})];
    other.facts.close();
    one.facts.post({endpoint});
    expect(other.heard).to.deep.equal([]);
  });

  it('that are none are not heard, and those that cannot be sent harm nobody', () => {
    const target = new EventTarget();
    const own = channel();
    const {facts: mine, heard} = facts({target, channel: own});
    for (const detail of [null, 7, 'x', {}, {endpoint: 7}]) target.dispatchEvent(new CustomEvent(factsName, {detail}));
    target.dispatchEvent(new Event(factsName));
    mine.post({endpoint, counts: () => undefined});
    own.close();
    mine.post({endpoint});
    expect(heard).to.deep.equal([]);
  });

  it('do not end at a listener that throws', () => {
    const target = new EventTarget();
    const one = facts({target});
    const other = createFacts({target, tell: () => undefined});
    opened.push(other);
    const heard: Fact[] = [];
    other.listen(() => {
      throw new Error('no');
    });
    other.listen((fact) => heard.push(fact));
    one.facts.post({endpoint});
    expect(heard).to.have.length(1);
  });
});

describe('what another tab was told', () => {
  let world: World;
  let registry: Registry;
  let device: Device;
  let sent: Wish[];
  let answers: (() => void)[];

  interface Tab {
    readonly store: Store;
    readonly desk: Desk;
    readonly facts: Fact[];
    readonly outcomes: string[];
  }

  const tab = (consent: 'remember' | 'count' = 'remember', isSlow = false): Tab => {
    const provider: Provider = {
      react: (id, wish) => {
        sent.push(wish);
        const answer = registry.put(id, wish);
        return isSlow ? new Promise((resolve) => answers.push(() => resolve(answer))) : Promise.resolve(answer);
      },
    };
    const store = world.store(provider);
    const facts: Fact[] = [];
    const outcomes: string[] = [];
    const post = (fact: Fact): unknown => facts.push(fact);
    const keys = fakeKeys(world.random);
    const desk = createDesk(store.core, {endpoint, memory: device, consent: () => consent, post, keys});
    store.table.putReports([
      {name: '7', numbers: {reactions: {value: {kinds: new Map([['like', 3]]), people: 3}, order: 1, asOf: 1}}},
    ]);
    desk.subscribe((_, outcome) => outcomes.push(outcome));
    return {store, desk, facts, outcomes};
  };

  const peopleIn = ({store}: Tab): number | undefined => store.table.numbersOf('7')?.reactions?.value.people;

  beforeEach(() => {
    world = new World();
    registry = new Registry();
    device = new Device();
    sent = [];
    answers = [];
  });

  it('is shown here, as chosen and in the numbers, and is not told again', async () => {
    const [one, other] = [tab(), tab()];
    expect(other.desk.mine('7')).to.deep.equal([]);
    one.desk.react('7', ['super']);
    await settled();
    expect(one.facts).to.have.length(1);
    const [fact] = one.facts;
    expect(fact).to.deep.include({endpoint, mine: {7: {reactions: ['super'], seq: sent[0]?.seq}}});
    const news: unknown[] = [];
    other.store.table.subscribe((changes) => news.push(changes.get('7')));
    if (fact) other.desk.hear(fact);
    expect([other.desk.mine('7'), peopleIn(other)]).to.deep.equal([['super'], 4]);
    expect(news.length).to.be.greaterThan(0);
    expect([other.facts, other.outcomes, sent.length]).to.deep.equal([[], [], 1]);
  });

  it('of another endpoint is nothing', () => {
    const other = tab();
    other.desk.hear({endpoint: 'https://other.example/', counts: {7: {people: 9, as_of: Date.UTC(2026, 5)}}});
    expect(peopleIn(other)).to.equal(3);
  });

  it('does not replace what was wished here since, nor does a late older one what was confirmed', async () => {
    const [one, other] = [tab(), tab('remember', true)];
    one.desk.react('7', ['super']);
    await settled();
    other.desk.react('7', ['sad']);
    for (const fact of one.facts) other.desk.hear(fact);
    expect([other.desk.mine('7'), other.desk.pending('7')]).to.deep.equal([['sad'], true]);
    expect(peopleIn(other), 'one reader').to.equal(4);
    await settled();
    for (const answer of answers) answer();
    await settled();
    for (const fact of one.facts) other.desk.hear(fact);
    expect(other.desk.mine('7')).to.deep.equal(['sad']);
  });

  it('ends a wish that is older', async () => {
    const [one, other] = [tab('remember', true), tab()];
    one.desk.react('7', ['super']);
    await settled();
    other.desk.react('7', ['sad']);
    await settled();
    for (const fact of other.facts) one.desk.hear(fact);
    expect([one.desk.mine('7'), one.desk.pending('7'), one.outcomes]).to.deep.equal([
      ['sad'],
      false,
      ['wished', 'confirmed'],
    ]);
    for (const answer of answers) answer();
    await settled();
    expect(one.desk.mine('7'), 'the late answer to the older one').to.deep.equal(['sad']);
    expect([one.outcomes.length, one.facts], 'and nobody is told of it').to.deep.equal([2, []]);
  });

  it('is another reader’s where nothing is remembered', async () => {
    const [one, other] = [tab('remember'), tab('count')];
    other.desk.react('7', ['like']);
    await settled();
    expect(other.facts[0]).not.to.have.property('mine');
    one.desk.react('7', ['super']);
    await settled();
    for (const fact of one.facts) other.desk.hear(fact);
    expect([other.desk.mine('7'), peopleIn(other)]).to.deep.equal([['like'], 5]);
  });

  it('may be anything, and harms nobody', () => {
    const one = tab();
    const hostile = [null, 7, 'x', [], {7: null}, {7: {reactions: 7, seq: 'x'}}, {7: {reactions: ['!'], seq: 9e15}}];
    for (const said of hostile) one.desk.hear({endpoint, counts: said, mine: said});
    expect([one.desk.mine('7'), peopleIn(one)]).to.deep.equal([[], 3]);
  });
});

/** `adapter="presslet"`: no list waits for the description. */
import {expect} from '@open-wc/testing';
import {open} from '../../src/adapters/registry.js';
import {Failure} from '../../src/model/failure.js';
import type {Provider} from '../../src/model/provider.js';
import {endpoint, json, type Endpoint} from '../net/endpoint.js';
import {nextTask, until} from '../support/wait.js';

const base = 'https://endpoint.example/api';
const {signal} = new AbortController();
const call = {signal};
const wish = {reader: 'r'.repeat(22), seq: 7, reactions: ['super', 'like']};

const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'T',
  items: [{id: 'a'}],
  next_url: `${base}/articles?cursor=2`,
  _presslet: {version: 1, total: 12, computed: 5},
};

/** Answers in full what is asked at the usual addresses. */
const serve = (description: unknown = {presslet: 1}): Endpoint =>
  endpoint((url, {method}) => {
    const {pathname} = new URL(url);
    if (method === 'POST') return json({views: 8, as_of: 5});
    if (pathname.endsWith('/counts')) return json({counts: {a: {views: 7}}, gone: ['b']});
    if (pathname.endsWith('/adjacent')) return json({previous: {id: 'p'}, next: null});
    return json(url === base ? description : feed);
  });

const kindOf = (promise: Promise<unknown> | undefined): Promise<string> =>
  Promise.resolve(promise).then(
    () => 'none',
    (error: unknown) => (error instanceof Failure ? error.kind : 'a stranger'),
  );

describe('the adapter named “presslet”', () => {
  const open2 = (fake: Endpoint): Promise<Provider> => open(base, {...fake, adapter: 'presslet'});

  it('asks for description and list at once, and waits for neither to ask the other', async () => {
    const pending: (() => void)[] = [];
    const fake = endpoint(
      (url) =>
        new Promise((resolve) =>
          pending.push(() => {
            resolve(json(url === base ? {presslet: 1, name: 'Magazine'} : feed));
          }),
        ),
    );
    const provider = await open2(fake);
    expect(fake.asked).to.deep.equal([]);
    const list = provider.list?.({limit: 10}, call);
    await Promise.resolve();
    expect(fake.asked.map(({url}) => url)).to.have.members([base, `${base}/articles?limit=10`]);
    expect(provider.description).to.equal(undefined);
    for (const answer of pending) answer();
    await list;
  });

  it('goes by the description as soon as it is there, and asks for it no more', async () => {
    const fake = serve({presslet: 1, capabilities: {articles: '/v2/list{?limit}', reactions: null, busiest: true}});
    const provider = await open2(fake);
    await provider.list?.({limit: 1}, call);
    await until(() => provider.description);
    await provider.list?.({limit: 2}, call);
    await provider.counts?.(undefined, call);
    expect(fake.asked.map(({url}) => url)).to.have.members([
      base,
      `${base}/articles?limit=1`,
      'https://endpoint.example/v2/list?limit=2',
      `${base}/counts`,
    ]);
    expect(await kindOf(provider.react?.('a', wish, call))).to.equal('unsupported');
  });

  it('learns the description also when the first caller leaves', async () => {
    let answer = (): void => undefined;
    const fake = endpoint((url) =>
      url === base
        ? new Promise((resolve) => (answer = () => resolve(json({presslet: 1, name: 'Magazine'}))))
        : json(feed),
    );
    const provider = await open2(fake);
    const leaving = new AbortController();
    const list = provider.list?.({}, {signal: leaving.signal});
    leaving.abort();
    expect(await kindOf(list)).to.equal('aborted');
    answer();
    await until(() => provider.description);
    expect(fake.asked.filter(({url}) => url === base)).to.have.length(1);
  });

  it('does without a description where there is none', async () => {
    const fake = endpoint((url) => (url === base ? json({}, {status: 404}) : json(feed)));
    const provider = await open2(fake);
    for (const limit of [1, 2, 3]) {
      expect((await provider.list?.({limit}, call))?.total).to.equal(12);
      await nextTask();
    }
    expect(fake.asked.filter(({url}) => url === base)).to.have.length(1);
    expect(provider.description).to.equal(undefined);
  });

  it('asks for the description again after the endpoint was down, or nobody had waited', async () => {
    let downs = 0;
    const fake = endpoint((url) => {
      if (url !== base) return json(feed);
      if (++downs === 1) throw new TypeError('Failed to fetch');
      return downs === 2 ? json({}, {status: 503}) : json({presslet: 1});
    });
    const provider = await open2(fake);
    for (let limit = 1; provider.description === undefined; limit++) {
      await provider.list?.({limit}, call);
      await nextTask();
    }
    expect(downs).to.equal(3);
    expect(provider.description).to.deep.equal({presslet: 1});
  });
});

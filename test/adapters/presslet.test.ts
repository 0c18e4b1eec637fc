/** Presslet's own format: what is asked where, with and without a description. */
import {expect} from '@open-wc/testing';
import {open} from '../../src/adapters/registry.js';
import {Failure} from '../../src/model/failure.js';
import type {Provider} from '../../src/model/provider.js';
import {until} from '../support/wait.js';
import {endpoint, json, type Asked, type Endpoint} from '../net/endpoint.js';

const base = 'https://endpoint.example/api';
const {signal} = new AbortController();
const call = {signal};
const key = 'k'.repeat(22);
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

const bodyOf = (sent?: Asked): Promise<unknown> => new Request(base, sent?.init).json();

const kindOf = (promise: Promise<unknown> | undefined): Promise<string> =>
  Promise.resolve(promise).then(
    () => 'none',
    (error: unknown) => (error instanceof Failure ? error.kind : 'a stranger'),
  );

describe('an endpoint of Presslet’s own format', () => {
  let fake: Endpoint;
  let provider: Provider;
  const addresses = (): readonly string[] => fake.asked.slice(1).map(({url}) => url.replace(base, ''));

  beforeEach(async () => {
    fake = serve();
    provider = await open(base, fake);
  });

  it('is asked for lists by every word of the query', async () => {
    await provider.list?.({limit: 5, sort: 'popular', period: 'week', lang: 'ru', site: 'partner.example'}, call);
    await provider.list?.({section: 'Рынок & право', tag: 'R&D', author: 'A B', query: '"x"'}, call);
    await provider.list?.({sectionOf: 'https://magazine.example/a?b=1', relatedTo: '7'}, call);
    expect(addresses()).to.deep.equal([
      '/articles?limit=5&sort=popular&period=week&lang=ru&site=partner.example',
      '/articles?section=%D0%A0%D1%8B%D0%BD%D0%BE%D0%BA%20%26%20%D0%BF%D1%80%D0%B0%D0%B2%D0%BE&tag=R%26D&author=A%20B&query=%22x%22',
      '/articles?section_of=https%3A%2F%2Fmagazine.example%2Fa%3Fb%3D1&related_to=7',
    ]);
  });

  it('answers a list as it is, with what stands beside it', async () => {
    expect(await provider.list?.({}, call)).to.deep.equal({
      items: [{id: 'a'}],
      next: feed.next_url,
      total: 12,
      computed: 5,
      base: `${base}/articles`,
    });
  });

  it('is asked for the next page where it said, and by parameter for a cursor that is no address', async () => {
    await provider.list?.({limit: 5, cursor: feed.next_url}, call);
    await provider.list?.({cursor: 'abc&id=7'}, call);
    await provider.list?.({cursor: 'javascript:alert(1)'}, call);
    await provider.list?.({cursor: 'https://me:secret@endpoint.example/'}, call);
    expect(addresses()).to.deep.equal([
      '/articles?cursor=2',
      '/articles?cursor=abc%26id%3D7',
      '/articles?cursor=javascript%3Aalert%281%29',
      '/articles?cursor=https%3A%2F%2Fme%3Asecret%40endpoint.example%2F',
    ]);
  });

  it('is asked for articles, counts and neighbours by id, whatever the id', async () => {
    const ids = ['https://magazine.example/b?x=1&y=2', 'a b', '"q"', 'ключ', 'a,b'];
    await provider.byId?.(ids, call);
    await provider.counts?.(ids, call);
    await provider.adjacent?.('a&b', {signal, section: 'x y'});
    const [byId, counts, adjacent] = fake.asked.slice(1).map(({url}) => new URL(url));
    expect(byId?.searchParams.getAll('id')).to.deep.equal([...ids].sort());
    expect(counts?.pathname).to.equal('/api/counts');
    expect(counts?.searchParams.getAll('id')).to.deep.equal([...ids].sort());
    expect(adjacent?.search).to.equal('?id=a%26b&section=x%20y');
  });

  it('answers counts and neighbours unread', async () => {
    expect(await provider.counts?.(['a', 'b'], call)).to.deep.equal({counts: {a: {views: 7}}, gone: ['b']});
    expect(await provider.adjacent?.('a', call)).to.deep.equal({
      previous: {id: 'p'},
      next: null,
      base: `${base}/adjacent?id=a`,
    });
  });

  it('has one answer for every page only where its description says so', async () => {
    expect(provider.counts?.(undefined, call)).to.equal(undefined);
    expect(addresses()).to.deep.equal([]);
    fake = serve({presslet: 1, capabilities: {busiest: true}});
    provider = await open(base, fake);
    await provider.counts?.(undefined, call);
    expect(addresses()).to.deep.equal(['/counts']);
  });

  it('is told of views and reactions in simple requests that outlive the page', async () => {
    expect(await provider.view?.('a', {signal, key, site: 'partner.example'})).to.deep.equal({views: 8, as_of: 5});
    await provider.react?.('a', wish, call);
    const [view, react] = fake.asked.slice(1);
    expect(addresses()).to.deep.equal(['/views', '/reactions']);
    expect(await bodyOf(view)).to.deep.equal({article: 'a', key, site: 'partner.example'});
    expect(await bodyOf(react)).to.deep.equal({article: 'a', ...wish});
    for (const sent of [view, react]) {
      expect(sent?.init).to.include({method: 'POST', keepalive: true, credentials: 'omit'});
      expect([...new Headers(sent?.init.headers)]).to.deep.equal([]);
    }
  });

  it('need not say anything to a write that is done', async () => {
    const silent = endpoint((_, {method}) =>
      method === 'POST' ? new Response(null, {status: 204}) : json({presslet: 1}),
    );
    expect(await (await open(base, silent)).view?.('a', {signal, key})).to.deep.equal({});
  });

  it('does not hand out after a write what was asked before it', async () => {
    const held: (() => void)[] = [];
    const slow = endpoint((url, {method}) => {
      if (url === base) return json({presslet: 1});
      if (method === 'POST') return json({views: 8});
      return new Promise((resolve) => held.push(() => resolve(json({counts: {a: {views: 6 + held.length}}}))));
    });
    const writer = await open(base, slow);
    const before = writer.counts?.(['a'], call);
    await writer.view?.('a', {signal, key});
    const after = writer.counts?.(['a'], call);
    await until(() => slow.asked.length === 4);
    for (const answer of held) answer();
    await Promise.all([before, after]);
    expect(slow.asked.slice(1).map(({url}) => url.replace(base, ''))).to.deep.equal([
      '/counts?id=a',
      '/views',
      '/counts?id=a',
    ]);
  });

  it('is asked once for what two widgets want at one time', async () => {
    await Promise.all([provider.list?.({limit: 3}, call), provider.list?.({limit: 3}, call)]);
    expect(addresses()).to.deep.equal(['/articles?limit=3']);
  });

  it('fails where it answers something else than a list', async () => {
    for (const body of ['{}', '[]', 'null', '{"items":{}}', '{"error":"no"}', '<p>x']) {
      const broken = endpoint((url) => (url === base ? json({presslet: 1}) : new Response(body)));
      expect(await kindOf((await open(base, broken)).list?.({}, call)), body).to.equal('unreadable');
    }
  });
});

describe('a description', () => {
  const capabilities = {
    articles: '/v2/list{?id*,limit,sort}',
    counts: 'https://counts.example/all{?id*}',
    busiest: 'https://counts.example/busy.json',
    reactions: null,
    adjacent: false,
  };

  it('says where to ask, also elsewhere, and what cannot be asked', async () => {
    const fake = serve({presslet: 1, capabilities});
    const provider = await open(base, fake);
    expect(Object.keys(provider).sort()).to.deep.equal(['byId', 'counts', 'description', 'list', 'view']);
    await provider.list?.({limit: 3}, call);
    await provider.byId?.(['b', 'a'], call);
    await kindOf(provider.counts?.(['a'], call));
    await kindOf(provider.counts?.(undefined, call));
    await provider.view?.('a', {signal, key});
    expect(fake.asked.slice(1).map(({url}) => url)).to.deep.equal([
      'https://endpoint.example/v2/list?limit=3',
      'https://endpoint.example/v2/list?id=a&id=b',
      'https://counts.example/all?id=a',
      'https://counts.example/busy.json',
      `${base}/views`,
    ]);
  });

  it('cannot lead anywhere but to http addresses', async () => {
    const told: string[] = [];
    const fake = serve({
      presslet: 1,
      capabilities: {articles: 'javascript:alert(1)', counts: 'data:,{id}', views: '{id}', reactions: 7},
    });
    const provider = await open(base, {...fake, tell: (path) => told.push(path)});
    await provider.list?.({}, call);
    await provider.counts?.(['a'], call);
    await provider.view?.('a', {signal, key});
    await provider.react?.('a', wish, call);
    for (const {url} of fake.asked) expect(url).to.match(/^https:\/\/endpoint\.example\/api/);
    expect(told).to.include('capabilities.articles');
  });
});

/** From the address on a page to articles: one question finds out what an endpoint speaks. */
import {expect} from '@open-wc/testing';
import {open, providerOf} from '../../src/adapters/registry.js';
import {Failure} from '../../src/model/failure.js';
import type {Provider} from '../../src/model/provider.js';
import captured from '../fixtures/jsonfeed.json';
import {endpoint, json} from '../net/endpoint.js';

const base = 'https://endpoint.example/api';
const {signal} = new AbortController();

const failure = async (answer: Promise<unknown>): Promise<Failure> => {
  try {
    await answer;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('Nothing failed.');
};

/** A method that the provider has to have. */
const has = <K extends keyof Provider>(provider: Provider, name: K): NonNullable<Provider[K]> => {
  const method = provider[name];
  if (!method) throw new Error(`No ${name}.`);
  return method;
};

const feed = (...ids: string[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'T',
  items: ids.map((id) => ({id, title: id})),
});

describe('detection', () => {
  it('asks once, exactly as the address is written', async () => {
    const {fetch, asked} = endpoint(() => json({presslet: 1, name: 'Magazine'}));
    const provider = await open(`${base}?key=1`, {fetch});
    expect(asked.map(({url}) => url)).to.deep.equal([`${base}?key=1`]);
    expect(provider.description).to.deep.equal({presslet: 1, name: 'Magazine'});
  });

  it('takes the list of a feed out of the answer that told the format', async () => {
    const {fetch, asked} = endpoint(() => json(captured));
    const provider = await open(`${base}/feed.json`, {fetch});
    const first = await has(provider, 'list')({limit: 10}, {signal});
    expect(first.items).to.deep.equal(captured.items);
    expect(asked).to.have.length(1);
    await has(provider, 'list')({limit: 10}, {signal});
    expect(asked).to.have.length(2, 'a refresh asks again');
  });

  it('says what was tried when nothing fits', async () => {
    const answers = [
      () => new Response('<!doctype html><p>Hello', {headers: {'content-type': 'text/html'}}),
      () => json([{id: 1, title: {rendered: 'x'}}]),
      () => json({version: 'https://jsonfeed.org/version/2', items: []}),
      () => json({presslet: 2}),
      () => json(null),
      () => new Response(''),
    ];
    for (const answer of answers) {
      const {message, kind} = await failure(open(base, {fetch: endpoint(answer).fetch}));
      expect(kind).to.equal('unreadable');
      expect(message).to.contain(base).and.to.contain('Presslet').and.to.contain('JSON Feed 1.0 and 1.1');
    }
  });

  it('knows a feed without a list of items for none', async () => {
    const {fetch} = endpoint(() => json({version: 'https://jsonfeed.org/version/1', items: {}}));
    expect((await failure(open(base, {fetch}))).kind).to.equal('unreadable');
  });

  it('hands on why an endpoint did not answer', async () => {
    const {fetch} = endpoint(() => json({detail: 'Closed for the night.'}, {status: 503}));
    expect(await failure(open(base, {fetch}))).to.include({kind: 'status', status: 503});
  });

  it('ends when the reader leaves', async () => {
    const {fetch, asked} = endpoint(() => json({presslet: 1}));
    expect((await failure(open(base, {fetch, signal: AbortSignal.abort()}))).kind).to.equal('aborted');
    expect(asked).to.deep.equal([]);
  });

  it('asks nothing of what is no address, or for an adapter that is not there', async () => {
    const {fetch, asked} = endpoint(() => json({presslet: 1}));
    for (const address of [
      '',
      '/api',
      'javascript:alert(1)',
      'data:application/json,{"presslet":1}',
      'https://me:secret@endpoint.example/',
    ]) {
      expect((await failure(open(address, {fetch}))).kind).to.equal('unsupported');
    }
    expect((await failure(open(base, {fetch, adapter: 'gopher'}))).message).to.contain('presslet, json-feed');
    for (const adapter of ['__proto__', 'constructor'])
      expect((await failure(open(base, {fetch, adapter}))).kind).to.equal('unsupported');
    expect(asked).to.deep.equal([]);
  });
});

describe('a description inside the page', () => {
  it('makes a provider without a question', async () => {
    const {fetch, asked} = endpoint(() => json(feed('a')));
    const provider = providerOf(
      {presslet: 1, capabilities: {articles: '/list{?limit}'}},
      'https://magazine.example/news/',
      {fetch},
    );
    expect(asked).to.deep.equal([]);
    await provider?.list?.({limit: 3}, {signal});
    expect(asked[0]?.url).to.equal('https://magazine.example/list?limit=3');
  });

  it('is none without its mark', () => {
    for (const other of [undefined, null, {}, 'presslet', [1], {presslet: '1'}])
      expect(providerOf(other, base)).to.equal(undefined);
  });
});

describe('a plain feed', () => {
  const at = (pages: Readonly<Record<string, unknown>>) =>
    endpoint((url) => (Object.hasOwn(pages, url) ? json(pages[url]) : json({}, {status: 404})));
  const start = 'https://feeds.example/feed.json';

  it('may be 1.0 or 1.1', async () => {
    for (const version of [
      'https://jsonfeed.org/version/1',
      'https://jsonfeed.org/version/1.1',
      'http://www.jsonfeed.org/version/1/',
    ]) {
      const provider = await open(start, at({[start]: {...feed('a'), version}}));
      expect((await has(provider, 'list')({}, {signal})).items).to.have.length(1);
    }
  });

  it('leads on to its next page, at whatever origin, but over http alone', async () => {
    const elsewhere = 'https://cdn.example/feed-2.json';
    const {fetch, asked} = at({
      [start]: {...feed('a'), next_url: '/feed.json?page=2'},
      [`${start}?page=2`]: {...feed('b'), next_url: elsewhere},
      [elsewhere]: {...feed('c'), next_url: 'javascript:alert(1)'},
    });
    const list = has(await open(start, {fetch}), 'list');
    const first = await list({}, {signal});
    const second = await list({cursor: String(first.next)}, {signal});
    const third = await list({cursor: String(second.next)}, {signal});
    expect([first.next, second.next, third.next]).to.deep.equal([`${start}?page=2`, elsewhere, undefined]);
    expect(third.base).to.equal(elsewhere);
    expect(asked.map(({init}) => init.credentials)).to.deep.equal(['omit', 'omit', 'omit']);
  });

  it('has no next page where none is named', async () => {
    for (const next_url of [
      undefined,
      null,
      7,
      {href: start},
      '',
      'ftp://feeds.example/',
      'https://me:secret@feeds.example/',
    ]) {
      const list = has(await open(start, at({[start]: {...feed('a'), next_url}})), 'list');
      const {next} = await list({}, {signal});
      expect(next === undefined || next === start, String(next)).to.equal(true);
    }
  });

  it('is asked from the beginning for a cursor that is no address', async () => {
    const {fetch, asked} = at({[start]: feed('a')});
    const list = has(await open(start, {fetch, adapter: 'json-feed'}), 'list');
    for (const cursor of [
      'javascript:alert(1)',
      'data:application/json,{}',
      'https://me:secret@feeds.example/',
      'page2',
      '',
    ])
      await list({cursor}, {signal});
    expect(new Set(asked.map(({url}) => url))).to.deep.equal(new Set([start]));
  });

  it('gives its authors to the articles that name none', async () => {
    const authors = [{name: 'Ada'}];
    const items = [{id: 'a'}, {id: 'b', authors: [{name: 'Bo'}]}, {id: 'c', author: {name: 'Cy'}}, null, 'x'];
    const expected = [{id: 'a', authors}, ...items.slice(1)];
    for (const own of [{authors}, {author: authors[0]}]) {
      const provider = await open(start, at({[start]: {...feed(), ...own, items}}));
      expect((await has(provider, 'list')({}, {signal})).items).to.deep.equal(expected);
    }
  });

  it('picks articles by id, address and tag', async () => {
    const {fetch} = at({[start]: captured});
    const list = has(await open(start, {fetch}), 'list');
    const [one, two] = captured.items;
    if (!one || !two) throw new Error('The fixture is empty.');
    expect((await list({ids: [two.id, 'unknown']}, {signal})).items).to.deep.equal([two]);
    const tagged = await list({tag: 'ESG'}, {signal});
    expect(tagged.items).to.deep.equal(captured.items.filter(({tags}) => tags.includes('ESG')));
    expect(tagged.items).to.not.be.empty;
    await list({tag: 'ESG', ids: ['x']}, {signal});
  });

  it('says that it cannot choose, rather than show other articles than the heading says', async () => {
    const {fetch} = at({[start]: feed('a')});
    const list = has(await open(start, {fetch}), 'list');
    for (const query of [
      {sort: 'popular'},
      {section: 's'},
      {sectionOf: 'a'},
      {author: 'x'},
      {query: 'x'},
      {period: 'day'},
      {relatedTo: 'a'},
    ] as const) {
      expect((await failure(list(query, {signal}))).kind).to.equal('unsupported');
    }
    expect((await list({sort: 'newest', lang: 'ru', site: 'partner.example'}, {signal})).items).to.have.length(1);
  });

  it('can do nothing else', async () => {
    expect(Object.keys(await open(start, at({[start]: feed('a')})))).to.deep.equal(['list']);
  });
});

/** What an endpoint, a network and a reader can do to a request, and which one failure comes of it. */
import {expect} from '@open-wc/testing';
import {Failure} from '../../src/model/failure.js';
import {request, type Answer, type RequestOptions} from '../../src/net/request.js';
import {Body, bytes, endpoint, json, never} from './endpoint.js';

const url = 'https://endpoint.example/api';

/** Whoever waits for ever. */
const patient = (): AbortSignal => new AbortController().signal;

const ask = (answer: Parameters<typeof endpoint>[0], options: Partial<RequestOptions> = {}): Promise<Answer> =>
  request(url, {signal: patient(), ...options, fetch: endpoint(answer).fetch});

/** The failure of a request that has to fail. */
const failure = async (answer: Promise<unknown>): Promise<Failure> => {
  try {
    await answer;
  } catch (error) {
    expect(error).to.be.instanceOf(Failure);
    if (error instanceof Failure) return error;
  }
  throw new Error('Nothing failed.');
};

describe('a request', () => {
  it('is simple and without credentials', async () => {
    const {fetch, asked} = endpoint(() => json({}));
    await request(url, {signal: patient(), fetch});
    const [first] = asked;
    expect(first?.url).to.equal(url);
    expect(first?.init.credentials).to.equal('omit');
    expect(new Request(url, first?.init).method).to.equal('GET');
    expect(new Headers(first?.init.headers).has('content-type')).to.equal(false);
    expect([...new Headers(first?.init.headers)]).to.deep.equal([]);
  });

  it('writes text/plain, which needs no preflight, and outlives its page when asked to', async () => {
    const {fetch, asked} = endpoint(() => json({}));
    await request(url, {signal: patient(), fetch, method: 'POST', body: '{"a":1}', keepalive: true});
    const sent = new Request(url, asked[0]?.init);
    expect(sent.method).to.equal('POST');
    expect(sent.headers.get('content-type')).to.match(/^text\/plain/);
    expect(asked[0]?.init.keepalive).to.equal(true);
    expect(await sent.text()).to.equal('{"a":1}');
  });

  it('names another content type for endpoints that need it', async () => {
    const {fetch, asked} = endpoint(() => json({}));
    await request(url, {
      signal: patient(),
      fetch,
      method: 'POST',
      body: '{}',
      headers: {'content-type': 'application/json', accept: 'text/x'},
    });
    const headers = new Headers(asked[0]?.init.headers);
    expect([headers.get('content-type'), headers.get('accept')]).to.deep.equal(['application/json', 'text/x']);
  });

  it('gives the text and its headers', async () => {
    const answer = await ask(
      () => new Response('{}', {headers: {'content-type': 'Application/Feed+JSON; Charset=UTF-8', 'x-total': '7'}}),
    );
    expect(answer.text).to.equal('{}');
    expect(answer.header('content-type')).to.equal('Application/Feed+JSON; Charset=UTF-8');
    expect(answer.url).to.equal(url);
    expect([answer.header('X-Total'), answer.header('x-none')]).to.deep.equal(['7', undefined]);
  });

  it('reads an answer without a body as an empty text', async () => {
    expect((await ask(() => new Response(null, {status: 204}))).text).to.equal('');
    expect((await ask(() => new Response(''))).text).to.equal('');
  });
});

describe('the end of a request', () => {
  it('comes in time when no headers come', async () => {
    const expiry = new AbortController();
    let signal: AbortSignal | null | undefined;
    const answer = ask(
      (_, init) => {
        ({signal} = init);
        return never(signal);
      },
      {expiry: expiry.signal},
    );
    expiry.abort();
    expect(await failure(answer)).to.include({kind: 'timeout', url});
    expect(signal?.aborted).to.equal(true);
  });

  it('comes in time when the body stalls', async () => {
    const expiry = new AbortController();
    const body = new Body((index) => {
      if (index === 0) return bytes(123);
      expiry.abort();
      return new Promise<never>(() => undefined);
    });
    expect((await failure(ask(() => new Response(body.stream), {expiry: expiry.signal}))).kind).to.equal('timeout');
    expect(body.pulled).to.equal(2);
  });

  it('has a clock of its own', async () => {
    expect((await failure(ask((_, {signal}) => never(signal), {timeout: 1}))).kind).to.equal('timeout');
  });

  it('comes when the reader leaves: before, in the headers and in the body', async () => {
    const {fetch, asked} = endpoint(() => json({}));
    expect((await failure(request(url, {signal: AbortSignal.abort(), fetch}))).kind).to.equal('aborted');
    expect(asked).to.deep.equal([]);

    const leaving = new AbortController();
    const waiting = ask((_, {signal}) => never(signal), {signal: leaving.signal});
    leaving.abort();
    expect((await failure(waiting)).kind).to.equal('aborted');

    const later = new AbortController();
    const body = new Body(() => {
      later.abort();
      return new Promise<never>(() => undefined);
    });
    expect((await failure(ask(() => new Response(body.stream), {signal: later.signal}))).kind).to.equal('aborted');
  });

  it('comes even where a fetch does not heed its signal', async () => {
    const leaving = new AbortController();
    const answer = ask(() => new Promise<never>(() => undefined), {signal: leaving.signal});
    leaving.abort();
    expect((await failure(answer)).kind).to.equal('aborted');
  });

  it('leaves nothing behind at the signal of its caller', async () => {
    const {signal} = new AbortController();
    let listeners = 0;
    const {addEventListener} = signal;
    signal.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions): void => {
      listeners++;
      options?.signal?.addEventListener('abort', () => listeners--);
      addEventListener.call(signal, type, listener, options);
    };
    await ask(() => json({}), {signal});
    expect(listeners).to.equal(0);
  });
});

describe('the size of an answer', () => {
  it('is capped while it streams: what comes after is not read', async () => {
    const body = new Body(() => new Uint8Array(400));
    const found = await failure(ask(() => new Response(body.stream), {maxBytes: 1000}));
    expect(found.kind).to.equal('too-large');
    expect(body.isCancelled).to.equal(true);
    expect(body.pulled).to.equal(3);
  });

  it('may be exactly the cap', async () => {
    expect((await ask(() => new Response('x'.repeat(1000)), {maxBytes: 1000})).text).to.have.length(1000);
    expect((await failure(ask(() => new Response('x'.repeat(1001)), {maxBytes: 1000}))).kind).to.equal('too-large');
  });

  it('stops an error page without end, too, and keeps its status', async () => {
    const body = new Body(() => new Uint8Array(400));
    const found = await failure(ask(() => new Response(body.stream, {status: 500}), {maxBytes: 1000}));
    expect(found).to.include({kind: 'status', status: 500});
    expect(body.isCancelled).to.equal(true);
  });
});

describe('the encoding of an answer', () => {
  const textOf = async (body: Uint8Array<ArrayBuffer>, type: string): Promise<string> =>
    (await ask(() => new Response(body, {headers: {'content-type': type}}))).text;
  const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  /** «Нет» in windows-1251. */
  const windows = new Uint8Array([0xcd, 0xe5, 0xf2]);

  it('is UTF-8, without its mark', async () => {
    expect(await textOf(utf8('\uFEFF{"a":"Нет"}'), 'application/json')).to.equal('{"a":"Нет"}');
  });

  it('is what the server says', async () => {
    expect(await textOf(windows, 'text/xml; charset=windows-1251')).to.equal('Нет');
    expect(await textOf(windows, 'text/xml; CHARSET="windows-1251"; x=y')).to.equal('Нет');
  });

  it('is UTF-8 when it can be, whatever the server says', async () => {
    expect(await textOf(utf8('Нет'), 'application/json; charset=iso-8859-1')).to.equal('Нет');
    expect(await textOf(utf8('\uFEFFНет'), 'application/json; charset=windows-1251')).to.equal('Нет');
  });

  it('is never a reason to fail', async () => {
    expect(await textOf(windows, 'text/plain; charset=martian')).to.equal('\uFFFD'.repeat(3));
    expect(await textOf(windows, 'text/plain')).to.contain('\uFFFD');
    expect(await textOf(new Uint8Array([0x7b, 0xff, 0x7d]), 'application/json; charset=utf-8')).to.equal('{\uFFFD}');
  });

  it('may be cut anywhere between two pieces', async () => {
    const pieces = [...utf8('Нет — да 🙂')].map((byte) => bytes(byte));
    const body = new Body((index) => pieces[index]);
    expect((await ask(() => new Response(body.stream))).text).to.equal('Нет — да 🙂');
  });
});

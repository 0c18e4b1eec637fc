/** Equal questions at one time are one request, and nobody's leaving costs another the answer. */
import {expect} from '@open-wc/testing';
import {Failure, failureOf} from '../../src/model/failure.js';
import {createSharing} from '../../src/net/sharing.js';
import type {Answer, RequestOptions} from '../../src/net/request.js';

const url = 'https://endpoint.example/articles';
const other = `${url}?id=7`;
const answer: Answer = {url, status: 200, text: 'x', header: () => undefined};

interface Sent {
  readonly url: string;
  readonly signal: AbortSignal;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (failure: Failure) => void;
}

describe('sharing', () => {
  let sent: Sent[];
  let sharing: ReturnType<typeof createSharing>;
  const get = (address = url, {signal}: {readonly signal: AbortSignal} = new AbortController()): Promise<Answer> =>
    sharing.get(address, {signal});
  const kindOf = (promise: Promise<unknown>): Promise<string> =>
    promise.then(
      () => 'none',
      (error: unknown) => failureOf(error).kind,
    );

  beforeEach(() => {
    sent = [];
    sharing = createSharing(
      (address: string, {signal}: RequestOptions) =>
        new Promise((resolve, reject) => {
          sent.push({url: address, signal, resolve, reject});
          signal.addEventListener('abort', () => {
            reject(new Failure('aborted', 'gone'));
          });
        }),
    );
  });

  it('asks once for all who ask the same', async () => {
    const all = Promise.all([get(), get(), get()]);
    get(other).catch(() => undefined);
    expect(sent.map((request) => request.url)).to.deep.equal([url, other]);
    sent[0]?.resolve(answer);
    expect(await all).to.deep.equal([answer, answer, answer]);
  });

  it('keeps no answer: who comes later asks again', async () => {
    const first = get();
    sent[0]?.resolve(answer);
    await first;
    const second = get();
    expect(sent).to.have.length(2);
    sent[1]?.resolve(answer);
    await second;
  });

  it('keeps no failure', async () => {
    const both = [get(), get()].map(kindOf);
    sent[0]?.reject(new Failure('network', 'down'));
    expect(await Promise.all(both)).to.deep.equal(['network', 'network']);
    const again = get();
    sent[1]?.resolve(answer);
    expect(await again).to.equal(answer);
  });

  it('lets one leave without costing the others the answer', async () => {
    const leaving = new AbortController();
    const gone = kindOf(get(url, leaving));
    const stays = get();
    leaving.abort();
    expect(await gone).to.equal('aborted');
    expect(sent[0]?.signal.aborted).to.equal(false);
    sent[0]?.resolve(answer);
    expect(await stays).to.equal(answer);
  });

  it('ends the request when the last has left, and not before', async () => {
    const callers = [new AbortController(), new AbortController()];
    const gone = callers.map((caller) => kindOf(get(url, caller)));
    callers[0]?.abort();
    expect(sent[0]?.signal.aborted).to.equal(false);
    callers[1]?.abort();
    expect(sent[0]?.signal.aborted).to.equal(true);
    expect(await Promise.all(gone)).to.deep.equal(['aborted', 'aborted']);
  });

  it('gives whoever comes right after that a request of their own', async () => {
    const leaving = new AbortController();
    const gone = kindOf(get(url, leaving));
    leaving.abort();
    const next = get();
    expect(sent).to.have.length(2);
    sent[1]?.resolve(answer);
    expect([await gone, await next]).to.deep.equal(['aborted', answer]);
  });

  it('is not disturbed by who left before, or leaves after', async () => {
    expect(await kindOf(get(url, {signal: AbortSignal.abort()}))).to.equal('aborted');
    expect(sent).to.deep.equal([]);
    const late = new AbortController();
    const done = get(url, late);
    sent.at(-1)?.resolve(answer);
    expect(await done).to.equal(answer);
    late.abort();
    const next = get();
    sent.at(-1)?.resolve(answer);
    expect(await next).to.equal(answer);
  });

  it('does not hand out after a write what was asked for before it', async () => {
    const before = get();
    sharing.renew();
    const after = get();
    expect(sent).to.have.length(2);
    sent[0]?.resolve(answer);
    await before;
    // The old answer came, and the new request is still the one to join.
    const joined = get();
    expect(sent).to.have.length(2);
    sent[1]?.resolve(answer);
    expect(await Promise.all([after, joined])).to.deep.equal([answer, answer]);
  });
});

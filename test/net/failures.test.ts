/** What a reader's page is told when no answer comes, or a bad one. */
import {expect} from '@open-wc/testing';
import {Failure} from '../../src/model/failure.js';
import {request, type Answer, type RequestOptions} from '../../src/net/request.js';
import {Body, bytes, endpoint, json} from './endpoint.js';

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

describe('a failure', () => {
  it('says of an unreachable endpoint that it may be CORS', async () => {
    const found = await failure(ask(() => Promise.reject(new TypeError('Failed to fetch'))));
    expect(found).to.include({kind: 'network', url});
    expect(found.message).to.contain(url).and.to.match(/reach/).and.to.match(/CORS/).and.to.contain('Failed to fetch');
  });

  it('is of the network when the body breaks off', async () => {
    const body = new Body((index) => (index ? Promise.reject(new TypeError('network error')) : bytes(123)));
    expect((await failure(ask(() => new Response(body.stream)))).kind).to.equal('network');
  });

  it('is one kind of object, whatever a fetch throws', async () => {
    const anything: readonly unknown[] = [undefined, null, 'x', {}, new Error('x'), Object.create(null)];
    for (const thrown of anything) {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a stranger's `fetch` may
      expect((await failure(ask(() => Promise.reject(thrown)))).kind).to.equal('network');
    }
  });

  it('is the status, with the words of the problem document', async () => {
    const problem = {type: 'about:blank', title: 'Not found', detail: 'There is no article “7”.'};
    const found = await failure(ask(() => json(problem, {status: 404})));
    expect(found).to.include({kind: 'status', status: 404, url, retryAt: undefined});
    expect(found.message).to.contain('404').and.to.contain('There is no article “7”.');
    expect((await failure(ask(() => json({title: 'Gone'}, {status: 410})))).message).to.contain('Gone');
  });

  it('is the status, whatever the page beside it holds', async () => {
    const bodies = [
      '<!doctype html><title>502</title>',
      '',
      'null',
      '[]',
      '{"detail":{"a":1}}',
      '{"detail":"',
      `{"detail":"${'x'.repeat(5000)}"}`,
    ];
    for (const body of bodies) {
      const found = await failure(ask(() => new Response(body, {status: 502})));
      expect(found).to.include({kind: 'status', status: 502});
      expect(found.message.length).to.be.below(300);
    }
  });
});

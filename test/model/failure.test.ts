// Whatever is thrown becomes the one thing that Presslet rejects with.
import {expect} from '@open-wc/testing';
import {Failure, failureOf} from '../../src/model/failure.js';
import {hostileValues} from './hostile.js';

describe('a failure', () => {
  it('says what happened and where', () => {
    const failure = new Failure('status', 'The endpoint answered 503', {
      status: 503,
      url: 'https://news.example/',
      retryAt: 5,
    });
    expect([failure.kind, failure.name, failure.message, failure.status, failure.url, failure.retryAt]).to.deep.equal([
      'status',
      'Failure',
      'The endpoint answered 503',
      503,
      'https://news.example/',
      5,
    ]);
    expect(failureOf(failure)).to.equal(failure);
  });

  it('is made of whatever a stranger threw', () => {
    expect(failureOf(new DOMException('no', 'AbortError')).kind).to.equal('aborted');
    expect(failureOf(new DOMException('late', 'TimeoutError')).kind).to.equal('timeout');
    expect(failureOf(new TypeError('Failed to fetch'))).to.include({kind: 'network', message: 'Failed to fetch'});
    expect(failureOf('why')).to.include({kind: 'network', message: 'why'});
    expect(failureOf(undefined).kind).to.equal('network');
  });

  it('is made even of what throws when it is looked at', () => {
    for (const [name, value] of hostileValues) expect(failureOf(value), name).to.be.instanceOf(Failure);
    const strange = Object.defineProperty(new Error('x'), 'message', {value: {toString: () => ({})}});
    expect(failureOf(strange)).to.include({kind: 'network', message: 'unknown'});
  });
});

/** When a refused reader may come again. */
import {expect} from '@open-wc/testing';
import {problemOf} from '../../src/net/problem.js';

const now = Date.UTC(2024, 10, 21, 12);
const day = 86_400_000;
const wait = (header: string | undefined, body = ''): number | undefined => {
  const {retryAt} = problemOf(body, header, now);
  return retryAt === undefined ? undefined : retryAt - now;
};

describe('Retry-After', () => {
  it('counts seconds', () => {
    expect(wait('120')).to.equal(120_000);
    expect(wait('0')).to.equal(0);
  });

  it('names a moment', () => {
    expect(wait('Thu, 21 Nov 2024 12:05:00 GMT')).to.equal(300_000);
  });

  it('is now, when the moment is past', () => {
    expect(wait('Sun, 06 Nov 1994 08:49:37 GMT')).to.equal(0);
  });

  it('is never further than a day', () => {
    expect(wait('99999999')).to.equal(day);
    expect(wait('Thu, 21 Nov 2030 12:05:00 GMT')).to.equal(day);
  });

  it('says nothing where it makes no sense', () => {
    for (const junk of ['', ' ', 'soon', '-5', '1e3', '12 minutes', 'NaN', '99999999999999999999', '<b>'])
      expect(wait(junk), junk).to.equal(undefined);
    expect(wait(undefined)).to.equal(undefined);
  });

  it('is read in the document, where the header is not exposed', () => {
    expect(wait(undefined, '{"retry_after": 30}')).to.equal(30_000);
    expect(wait(undefined, '{"retry_after": "30"}')).to.equal(30_000);
    expect(wait('10', '{"retry_after": 30}')).to.equal(10_000);
    for (const junk of [
      '{"retry_after": -1}',
      '{"retry_after": null}',
      '{"retry_after": {}}',
      '{"retry_after": [30]}',
      '{"__proto__": {"retry_after": 30}}',
      '30',
    ]) {
      expect(wait(undefined, junk), junk).to.equal(undefined);
    }
  });
});

// Loaded once, for all; a failure is never kept.
import {expect} from '@open-wc/testing';
import {lazy} from '../../src/model/lazy.js';

describe('what is loaded lazily', () => {
  it('is not loaded before anybody asks, and once for all who ask', async () => {
    let loads = 0;
    const load = lazy(() => Promise.resolve(++loads));
    expect(loads).to.equal(0);
    expect(await Promise.all([load(), load()])).to.deep.equal([1, 1]);
    expect(await load()).to.equal(1);
    expect(load()).to.equal(load());
  });

  it('is tried again after a failure, which reaches all who waited', async () => {
    let loads = 0;
    const load = lazy(() => (++loads === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(loads)));
    const results = await Promise.allSettled([load(), load()]);
    expect(results.map(({status}) => status)).to.deep.equal(['rejected', 'rejected']);
    expect(loads).to.equal(1);
    expect(await load()).to.equal(2);
  });

  it('rejects where the loader throws at once, and is tried again', async () => {
    let loads = 0;
    const load = lazy((): Promise<number> => {
      if (++loads === 1) throw new Error('no chunk');
      return Promise.resolve(loads);
    });
    const [result] = await Promise.allSettled([load()]);
    expect(result.status).to.equal('rejected');
    expect(await load()).to.equal(2);
  });
});

/** The properties of the store over many more interleavings than the browsers run. */
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {storeOnlyGoesForward, tableKnowsNoOrder} from '../store/properties.js';

describe('the store, over a thousand interleavings', () => {
  it('ends up with the same table', () => {
    fc.assert(tableKnowsNoOrder(), {numRuns: 20_000});
  });

  it('only goes forward', async () => {
    await fc.assert(storeOnlyGoesForward(), {numRuns: 1000});
  });
});

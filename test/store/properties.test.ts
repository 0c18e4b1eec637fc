/** 200 random interleavings in each browser; test/long has more. */
import fc from 'fast-check';
import {storeOnlyGoesForward, tableKnowsNoOrder} from './properties.js';

describe('whatever the order of answers', () => {
  it('the table ends up the same', () => {
    fc.assert(tableKnowsNoOrder(), {numRuns: 200});
  });

  it('views never fall, nothing stale overwrites, and every list comes to rest', async () => {
    await fc.assert(storeOnlyGoesForward(), {numRuns: 200});
  });
});

/** The properties of the model over many more values than the browsers see. */
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {anythingIsRead, mergingKnowsNoOrder, mergingOnlyGoesForward, newestMomentWins} from '../model/properties.js';

describe('the model, over a hundred thousand values', () => {
  it('throws at none, and gives out nothing that may not be trusted', () => {
    fc.assert(anythingIsRead(), {numRuns: 100_000});
  });

  it('merges to the same numbers, whatever the order', () => {
    fc.assert(mergingKnowsNoOrder(), {numRuns: 100_000});
    fc.assert(mergingOnlyGoesForward(), {numRuns: 100_000});
    fc.assert(newestMomentWins(), {numRuns: 100_000});
  });
});

/** The properties of reactions over many more interleavings than the browsers run. */
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {endInTheLastWish} from '../node/endpoint/interleavings.js';
import {storages} from '../node/endpoint/storages.js';
import {lastWishWins} from '../store/reaction-properties.js';

describe('reactions, over a thousand interleavings', () => {
  for (const consent of ['remember', 'count'] as const) {
    it(`end in the last wish, at ${consent}`, async () => {
      await fc.assert(lastWishWins(consent), {numRuns: 1000});
    });
  }

  for (const [name, make] of storages) {
    it(`end in the last wish at the endpoint, in ${name}`, async () => {
      const storage = make();
      await fc.assert(await endInTheLastWish(storage), {numRuns: 1000});
      await storage.close();
    });
  }
});

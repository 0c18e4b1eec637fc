/** A sample in each browser; test/long has 100,000 values. */
import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {hostileValues} from './hostile.js';
import {
  anythingIsRead,
  checkReadings,
  mergingKnowsNoOrder,
  mergingOnlyGoesForward,
  newestMomentWins,
} from './properties.js';

const sample = {numRuns: 2000, seed: 20241121};

describe('whatever comes in', () => {
  it('nothing throws, and what comes out may be trusted', () => {
    fc.assert(anythingIsRead(), sample);
  }).timeout(60_000);

  for (const [name, value] of hostileValues) {
    it(`${name} costs no more than itself`, () => {
      checkReadings(value);
      const members = [
        'id',
        'url',
        'title',
        'summary',
        'content_text',
        'image',
        'date_published',
        'authors',
        '_presslet',
      ];
      for (const member of members) checkReadings({id: 'a', title: 'A', [member]: value});
      const own = [
        'views',
        'reactions',
        'people',
        'as_of',
        'section',
        'sponsor',
        'image',
        'label',
        'canonical',
        'gone',
      ];
      for (const member of own) checkReadings({id: 'a', title: 'A', _presslet: {[member]: value}});
      for (const member of ['views', 'reactions', 'id']) checkReadings({[member]: value});
      const described = ['name', 'logo', 'capabilities', 'kinds', 'sections', 'defaults', 'theme', 'off'];
      for (const member of described) checkReadings({presslet: 1, [member]: value});
      checkReadings({
        presslet: 1,
        capabilities: {articles: value},
        kinds: [value, {kind: 'like', label: value, icon: value}],
        theme: {'--press-a': value},
      });
      expect(Object.keys(Object.prototype)).to.deep.equal([]);
    });
  }
});

describe('in whatever order reports come', () => {
  it('without own answers the result is the same', () => {
    fc.assert(mergingKnowsNoOrder(), sample);
  });

  it('views never fall, and an own answer is never undone by what was requested before it', () => {
    fc.assert(mergingOnlyGoesForward(), sample);
  });

  it('the newest moment wins', () => {
    fc.assert(newestMomentWins(), sample);
  });
});

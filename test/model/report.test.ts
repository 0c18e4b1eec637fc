// One entry of counts, or the answer to a write.
import {expect} from '@open-wc/testing';
import {readReport} from '../../src/model/report.js';
import {hearing} from './told.js';

const read = (value: unknown, isOwn?: boolean) => {
  const {tell, told} = hearing();
  return {...readReport(value, {order: 3, tell, ...(isOwn === undefined ? {} : {isOwn})}), told};
};

describe('a report', () => {
  it('gives each group the moment and the request that brought it', () => {
    const about = {asOf: 50, order: 3};
    expect(read({id: 'a', views: '1 043', reactions: {like: 3}, people: 2, comments: 0, as_of: 50})).to.deep.equal({
      id: 'a',
      numbers: {
        views: {value: 1043, ...about},
        reactions: {value: {kinds: new Map([['like', 3]]), people: 2}, ...about},
        comments: {value: 0, ...about},
      },
      told: [],
    });
  });

  it('holds no group that it does not name, and no moment that it does not know', () => {
    expect(read({views: 5})).to.deep.equal({numbers: {views: {value: 5, order: 3}}, told: []});
    expect(read({reactions: {}}).numbers).to.deep.equal({reactions: {value: {kinds: new Map()}, order: 3}});
    expect(read({people: 4}).numbers).to.deep.equal({reactions: {value: {kinds: new Map(), people: 4}, order: 3}});
    for (const value of [{}, null, undefined, 5, 'views', [], true])
      expect(read(value)).to.deep.equal({numbers: {}, told: []});
  });

  it("may be the answer to the reader's own write", () => {
    expect(read({views: 5, as_of: 9}, true).numbers.views).to.deep.equal({value: 5, asOf: 9, order: 3, isOwn: true});
    expect(read({views: 5}, false).numbers.views).to.deep.equal({value: 5, order: 3});
  });

  it('takes as_of as it is, in milliseconds, and nothing else for a moment', () => {
    expect(read({views: 5, as_of: 1732181400}).numbers.views?.asOf).to.equal(1732181400);
    expect(read({views: 5, as_of: '1732181400000'}).numbers.views?.asOf).to.equal(1732181400000);
    for (const wrong of ['2024-11-21', -1, NaN, 8e12, Number.MAX_SAFE_INTEGER, {}, true]) {
      const {numbers, told} = read({views: 5, as_of: wrong});
      expect(numbers).to.deep.equal({views: {value: 5, order: 3}});
      expect(told.at(-1)).to.equal('as_of: not in ms since 1970: dropped');
    }
  });
});

// A count is right or absent, never nearly right.
import {expect} from '@open-wc/testing';
import {readCount} from '../../src/model/count.js';
import {hearing, silently} from './told.js';

const right: readonly (readonly [unknown, number])[] = [
  [0, 0],
  [-0, 0],
  [745, 745],
  [Number.MAX_SAFE_INTEGER, 9007199254740991],
  ['745', 745],
  [' 745\n', 745],
  ['0', 0],
  ['007', 7],
  ['335', 335],
  ['9007199254740991', 9007199254740991],
  ['1 043', 1043],
  ['1\u00a0043', 1043],
  ['1\u202f043', 1043],
  ['1\u2009043', 1043],
  ['1,043', 1043],
  ["1'043", 1043],
  ['1\u2019043', 1043],
  ['12 345 678', 12345678],
  ['2,000,000', 2000000],
  [335n, 335],
  [9007199254740991n, 9007199254740991],
];

const wrong: readonly unknown[] = [
  -1,
  -0.5,
  '-1',
  '\u22125',
  9007199254740992,
  '9007199254740993',
  9007199254740992n,
  -1n,
  10n ** 400n,
  1e21,
  '1e21',
  '1e3',
  '0x10',
  NaN,
  'NaN',
  Infinity,
  '',
  ' ',
  '1.043',
  '12.5',
  '1,04',
  '1,0433',
  '0,043',
  '1 043,567',
  '1,,043',
  ',043',
  '1  043',
  '10 43',
  '745 views',
  '1K',
  '\u0661\u0662',
  '+745',
  true,
  false,
  {},
  [745],
  {valueOf: () => 745},
  new Date(5),
  Symbol('745'),
];

describe('a count', () => {
  it('is read from every way of writing it that has one meaning', () => {
    for (const [value, count] of right) {
      const {tell, told} = hearing();
      expect(Object.is(readCount(value, 'views', tell), count), String(value)).to.equal(true);
      expect(told, String(value)).to.deep.equal([]);
    }
  });

  it('is dropped, and told once, when it has no meaning or two', () => {
    for (const value of wrong) {
      const {tell, told} = hearing();
      expect(readCount(value, 'views', tell), String(value)).to.equal(undefined);
      expect(told, String(value)).to.deep.equal(['views: not a whole number: dropped']);
    }
  });

  it('loses its fraction, and says so', () => {
    const {tell, told} = hearing();
    expect(readCount(12.9, 'views', tell)).to.equal(12);
    expect(readCount(0.5, 'comments', tell)).to.equal(0);
    expect(told).to.deep.equal(['views: a fraction: rounded down', 'comments: a fraction: rounded down']);
  });

  it('may be absent without a word', () => {
    const {tell, told} = hearing();
    expect([readCount(undefined, 'views', tell), readCount(null, 'views', tell)]).to.deep.equal([undefined, undefined]);
    expect(told).to.deep.equal([]);
  });

  it('of a million digits is dropped at once', () => {
    expect(readCount('1,000'.repeat(200_000), 'views', silently)).to.equal(undefined);
  });
});

// A date is the same in every engine, or absent.
import {expect} from '@open-wc/testing';
import {readMoment} from '../../src/model/moment.js';
import {hearing} from './told.js';

const nine = '2024-11-21T09:30:00.000Z';

const right: readonly (readonly [unknown, string])[] = [
  // ISO 8601 and what is written for it
  ['2024-11-21T09:30:00Z', nine],
  ['2024-11-21T09:30:00.000Z', nine],
  ['2024-11-21T09:30Z', nine],
  ['2024-11-21T09:30:00+00:00', nine],
  ['2024-11-21T09:30:00-00:00', nine],
  ['2024-11-21T12:30:00+03:00', nine],
  ['2024-11-21T12:30:00+0300', nine],
  ['2024-11-21T12:30:00+03', nine],
  ['2024-11-21T15:00:00+05:30', nine],
  ['2024-11-21T06:00:00-03:30', nine],
  ['2024-11-21 09:30:00Z', nine],
  ['2024-11-21 09:30:00 +0000', nine],
  ['2024-11-21t09:30:00z', nine],
  ['  2024-11-21T09:30:00Z\n', nine],
  ['2024-11-21T09:30:00.0000000Z', nine],
  ['2024-11-21T09:30:00,5Z', '2024-11-21T09:30:00.500Z'],
  ['2024-11-21T09:30:00.1239999Z', '2024-11-21T09:30:00.123Z'],
  ['2024-12-31T23:30:00-01:00', '2025-01-01T00:30:00.000Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ['2024-11-21', '2024-11-21T00:00:00.000Z'],
  ['1900-01-01', '1900-01-01T00:00:00.000Z'],
  ['2200-12-31', '2200-12-31T00:00:00.000Z'],
  // RFC 822 and 2822
  ['Thu, 21 Nov 2024 09:30:00 GMT', nine],
  ['Thu, 21 Nov 2024 09:30:00 +0000', nine],
  ['Thu, 21 Nov 2024 12:30:00 +0300', nine],
  ['Thu,21 Nov 2024 09:30:00 UT', nine],
  ['21 Nov 2024 09:30 UTC', nine],
  ['21 nov 24 09:30:00 Z', nine],
  ['Thu, 21 Nov 2024 04:30:00 EST', nine],
  ['Thu, 21 Nov 2024 05:30:00 EDT', nine],
  ['Thu, 21 Nov 2024 01:30:00 PST', nine],
  ['1 Jan 99 00:00 GMT', '1999-01-01T00:00:00.000Z'],
  ['1 Jan 00 00:00 GMT', '2000-01-01T00:00:00.000Z'],
  // the continent
  ['05.11.2024', '2024-11-05T00:00:00.000Z'],
  ['21.11.2024', '2024-11-21T00:00:00.000Z'],
  ['5.1.2024', '2024-01-05T00:00:00.000Z'],
  // epochs
  [0, '1970-01-01T00:00:00.000Z'],
  [1732181400, nine],
  [1732181400.5, '2024-11-21T09:30:00.500Z'],
  [1732181400000, nine],
  [1732181400000.7, nine],
  ['1732181400', nine],
  ['1732181400000', nine],
  [-86400, '1969-12-31T00:00:00.000Z'],
  ['999999999', '2001-09-09T01:46:39.000Z'],
];

const withoutZone: readonly (readonly [string, string])[] = [
  ['2024-11-21T09:30:00', nine],
  ['2024-11-21 09:30', nine],
  ['21.11.2024 09:30', nine],
  ['21.11.2024, 09:30', nine],
  ['21.11.2024 09:30:00', nine],
  ['Thu, 21 Nov 2024 09:30:00', nine],
];

const wrong: readonly unknown[] = [
  '',
  ' ',
  'yesterday',
  'November 21, 2024',
  '11/21/2024',
  '21/11/2024',
  '31.02.2024',
  '29.02.2023',
  '00.11.2024',
  '32.01.2024',
  '05.13.2024',
  '05.11.24',
  '2024-13-01',
  '2024-00-10',
  '2024-02-30',
  '2024-04-31T00:00:00Z',
  '2024-11-21T24:00:00Z',
  '2024-11-21T23:60:00Z',
  '2024-11-21T23:59:60Z',
  '2024-11-21T09:30:00+15:00',
  '2024-11-21T09:30:00+03:60',
  '2024-11-21T09:30:00 Moscow',
  '2024-11-21T',
  '2024-11-21Z',
  '2024-W47-4',
  '20241121',
  '2024',
  '0024-01-01',
  '1899-12-31',
  '2201-01-01',
  '2200-12-31T23:30:00-01:00',
  '+002024-11-21',
  'Thu, 21 Foo 2024 09:30:00 GMT',
  'Thu, 31 Feb 2024 09:30:00 GMT',
  'Thu, 21 Nov 2024 09:30:00 MSK',
  '1e12',
  '12345678',
  8e12,
  -3e9,
  NaN,
  Infinity,
  true,
  {},
  [2024, 11, 21],
  new Date(5),
  1732181400000n,
  '2024-11-21T09:30:00Z'.repeat(1000),
];

const iso = (moment: number | undefined): string | undefined =>
  moment === undefined ? moment : new Date(moment).toISOString();

describe('a moment', () => {
  it('is read from every form that names one day', () => {
    for (const [value, expected] of right) {
      const {tell, told} = hearing();
      expect(iso(readMoment(value, 'date', tell)), String(value)).to.equal(expected);
      expect(told, String(value)).to.deep.equal([]);
    }
  });

  it('takes 05.11.2024 for the fifth of November', () => {
    expect(iso(readMoment('05.11.2024', 'date', hearing().tell))).to.equal('2024-11-05T00:00:00.000Z');
  });

  it('without a zone is UTC, and told', () => {
    for (const [value, expected] of withoutZone) {
      const {tell, told} = hearing();
      expect(iso(readMoment(value, 'date', tell)), value).to.equal(expected);
      expect(told, value).to.deep.equal(['date: no time zone: taken as UTC']);
    }
  });

  it('is dropped, and told, when the calendar or the reader does not know it', () => {
    for (const value of wrong) {
      const {tell, told} = hearing();
      expect(readMoment(value, 'date', tell), String(value)).to.equal(undefined);
      expect(told.at(-1), String(value)).to.match(/^date: not a date/);
    }
  });

  it('may be absent without a word', () => {
    const {tell, told} = hearing();
    expect([readMoment(undefined, 'date', tell), readMoment(null, 'date', tell)]).to.deep.equal([undefined, undefined]);
    expect(told).to.deep.equal([]);
  });

  it('is each day of three hundred years, and no other', () => {
    const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (let year = 1900; year <= 2200; year += 1) {
      const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
      lengths.forEach((usual, index) => {
        const length = usual + Number(isLeap && index === 1);
        const month = String(index + 1).padStart(2, '0');
        expect(readMoment(`${length}.${month}.${year}`, '', hearing().tell), `${length}.${month}.${year}`).to.equal(
          Date.UTC(year, index, length),
        );
        expect(readMoment(`${length + 1}.${month}.${year}`, '', hearing().tell)).to.equal(undefined);
      });
    }
  });
});

/**
 * Moments as endpoints write them. Never `Date.parse` or `new Date(text)`: for `05.11.2024` Chromium and Firefox
 * say 11 May, and WebKit says nothing.
 */
import type {Tell} from './tell.js';
import {reader} from './untrusted.js';

const dotted = /^(\d\d?)\.(\d\d?)\.(\d{4})\b/;
/** RFC 822. Of years with two digits 00 to 49 are in this century, as in RFC 2822. */
const mail = /^(?:[A-Z]{3}, *)?(\d\d?) +([A-Z]{3}) +(\d\d)?(\d\d)\b/;
const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC';
const iso =
  /^([12]\d{3})-(0?[1-9]|1[0-2])-(\d\d?)(?:(?:T|,? +)(\d\d):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,3})\d*)?)? ?(Z|UTC?|GMT|([ECMP])([SD])T|([+-])(0\d|1[0-4]):?([0-5]\d)?)?)?$/;

const first = Date.UTC(1900, 0);
const last = Date.UTC(2201, 0) - 1;

/**
 * Milliseconds since 1970 UTC, within the years 1900 to 2200: of ISO 8601, RFC 822, `dd.mm.yyyy`, and epoch seconds
 * (up to ten digits) or milliseconds. A date alone is its midnight in UTC; a time without a zone is UTC, and told.
 */
export const readMoment = reader('a date (best: ISO 8601)', (value, path, tell) => {
  // A short number in a text is a year, or a day without separators.
  const isDigits = typeof value === 'string' && /^ *-?\d{9,} *$/.test(value);
  const number = isDigits ? Number(value) : value;
  const moment =
    typeof number === 'string'
      ? ofText(number, path, tell)
      : typeof number === 'number'
        ? Math.floor(Math.abs(number) < 1e10 ? number * 1000 : number) + 0
        : NaN;
  return isMoment(moment) ? moment : undefined;
});

/** Whether something is a moment of the years 1900 to 2200. */
export const isMoment = (value: number): boolean => value >= first && value <= last;

/** Every form is first made that of ISO 8601. */
const ofText = (text: string, path: string, tell: Tell): number => {
  const parts = iso.exec(
    text
      .trim()
      .toUpperCase()
      .replace(dotted, '$3-$2-$1')
      .replace(
        mail,
        (_, day: string, month: string, century: string | undefined, year: string) =>
          `${century ?? (year < '50' ? '20' : '19')}${year}-${months.indexOf(month) / 4 + 1}-${day}`,
      ),
  );
  if (!parts) return NaN;
  const at = (index: number): number => Number(parts[index] ?? 0);
  const [fraction = '', zone, letter, season, sign] = parts.slice(7);
  if (parts[4] && !zone) tell(path, 'no time zone: taken as UTC');
  const moment = Date.UTC(at(1), at(2) - 1, at(3), at(4), at(5), at(6), Number(fraction.padEnd(3, '0')));
  const hours = letter ? 'ECMP'.indexOf(letter) + (season === 'D' ? 4 : 5) : at(12);
  const offset = (hours * 60 + at(13)) * (letter || sign === '-' ? -60_000 : 60_000);
  // The calendar has no 31 February and no 24 o'clock: there the day comes out as another.
  return new Date(moment).getUTCDate() === at(3) ? moment - offset : NaN;
};

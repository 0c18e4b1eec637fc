/**
 * Moments as endpoints write them. Never `Date.parse` or `new Date(text)`: for `05.11.2024` Chromium and Firefox
 * say 11 May, and WebKit says nothing.
 */
import type {Tell} from './tell.js';
import {isAbsent} from './untrusted.js';

const iso =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ](?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d+))?)? ?(?<zone>Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
const dotted = /^(?<day>\d\d?)\.(?<month>\d\d?)\.(?<year>\d{4})(?:,? +(?<hour>\d\d):(?<minute>\d\d))?$/;
/** RFC 822 with the years of RFC 2822: of two digits, 00 to 49 are in this century. */
const mail =
  /^(?:[a-z]{3}, *)?(?<day>\d\d?) +(?<name>[a-z]{3}) +(?<year>\d{4}|\d\d) +(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d))? *(?<zone>UTC?|GMT|Z|[ECMP][SD]T|[+-]\d{4})?$/i;
const epoch = /^-?\d{9,}$/;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec';

const first = Date.UTC(1900, 0);
const last = Date.UTC(2201, 0) - 1;

/**
 * Milliseconds since 1970 UTC, within the years 1900 to 2200: of ISO 8601, RFC 822, `dd.mm.yyyy`, and epoch seconds
 * (up to ten digits) or milliseconds. A date alone is its midnight in UTC; a time without a zone is told and UTC.
 */
export const readMoment = (value: unknown, path: string, tell: Tell): number | undefined => {
  if (isAbsent(value)) return undefined;
  const moment =
    typeof value === 'number' ? ofEpoch(value) : typeof value === 'string' ? ofText(value.trim(), path, tell) : NaN;
  if (isMoment(moment)) return moment;
  tell(path, 'not a date from 1900 to 2200 (best is ISO 8601 with a zone): dropped');
  return undefined;
};

/** Whether something is a moment of the years 1900 to 2200, in whole milliseconds. */
export const isMoment = (value: number): boolean => value >= first && value <= last;

const ofEpoch = (number: number): number => Math.floor(Math.abs(number) < 1e10 ? number * 1000 : number) + 0;

const ofText = (text: string, path: string, tell: Tell): number => {
  if (text.length > 60) return NaN;
  if (epoch.test(text)) return ofEpoch(Number(text));
  const parts = (iso.exec(text) ?? dotted.exec(text) ?? mail.exec(text))?.groups;
  if (!parts) return NaN;
  const {zone, hour} = parts;
  if (hour && !zone) tell(path, 'a time without a zone: taken as UTC');
  return ofParts(parts) - offsetOf(zone ?? 'Z') * 60_000;
};

/** The moment in UTC; NaN for a day or an hour that the calendar does not have. */
const ofParts = ({
  year = '',
  month,
  name = '',
  day = '',
  hour = '0',
  minute = '0',
  second = '0',
  fraction = '',
}: Parts): number => {
  const fullYear = year.length > 2 ? year : `${Number(year) < 50 ? 20 : 19}${year}`;
  const fullMonth = month ?? months.indexOf(name.toLowerCase()) / 4 + 1;
  const digits = [fullMonth, day, hour, minute, second].map((part) => String(part).padStart(2, '0'));
  const moment = Date.UTC(
    Number(fullYear),
    Number(fullMonth) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  const isRight =
    moment === moment &&
    new Date(moment)
      .toISOString()
      .replace(/\D/g, '')
      .startsWith(fullYear + digits.join(''));
  return isRight ? moment + Number(fraction.slice(0, 3).padEnd(3, '0')) : NaN;
};

type Parts = Partial<Record<string, string>>;

/** Minutes east of Greenwich; NaN for a zone that is none. */
const offsetOf = (zone: string): number => {
  const name = zone.toUpperCase();
  const western = 'ECMP'.indexOf(name.charAt(0));
  if (western >= 0) return (name.charAt(1) === 'D' ? 60 : 0) - (western + 5) * 60;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)?$/.exec(name) ?? [];
  if (!sign) return 0;
  const offset = Number(hours) * 60 + Number(minutes ?? 0);
  return Number(minutes ?? 0) > 59 || offset > 840 ? NaN : sign === '-' ? -offset : offset;
};

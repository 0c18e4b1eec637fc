/** Numbers, dates and plural forms by language, with one `Intl` object per language and options: making one costs a hundred times using it. */

export type DateStyle = 'short' | 'medium' | 'long' | 'full' | 'none';
export const dateStyles: readonly DateStyle[] = ['short', 'medium', 'long', 'full', 'none'];

export type Notation = 'standard' | 'compact';

/**
 * The tag as `Intl` knows it, else English: for a language that it does not know it would follow the device,
 * and server and browser would differ. `ru_RU` is read as it is meant.
 */
export const knownTag = (tag: string): string => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
};

/** @param tag - A known one, here and below. */
export const formatNumber = (tag: string, n: number, notation: Notation): string =>
  numbers(`${tag} ${notation}`, () => new Intl.NumberFormat(tag, {notation})).format(n);

/** A moment beyond what a calendar can say gives no text; an unknown time zone is the device's. */
export const formatMoment = (tag: string, ms: number, style: DateStyle | 'time', timeZone?: string): string => {
  const options = styles[style];
  // The calendar ends 100 million days from 1970 (ECMAScript, time values).
  if (!options || !(Math.abs(ms) <= 8.64e15)) return '';
  const make = (): Intl.DateTimeFormat => {
    try {
      return new Intl.DateTimeFormat(tag, {...options, timeZone});
    } catch {
      return new Intl.DateTimeFormat(tag, options);
    }
  };
  return dates(`${tag} ${style} ${timeZone}`, make).format(ms);
};

export const formatList = (tag: string, texts: readonly string[]): string =>
  lists(tag, () => new Intl.ListFormat(tag)).format(texts);

export const pluralOf = (tag: string, n: number): Intl.LDMLPluralRule =>
  plurals(tag, () => new Intl.PluralRules(tag)).select(n);

const styles: Readonly<Record<DateStyle | 'time', Intl.DateTimeFormatOptions | undefined>> = {
  // `dateStyle: 'short'` has a two-digit year in many languages.
  short: {day: '2-digit', month: '2-digit', year: 'numeric'},
  medium: {dateStyle: 'medium'},
  long: {dateStyle: 'long'},
  full: {dateStyle: 'full'},
  none: undefined,
  time: {timeStyle: 'short'},
};

const cache = <T>(): ((key: string, make: () => T) => T) => {
  const made = new Map<string, T>();
  return (key, make) => {
    const found = made.get(key) ?? make();
    made.set(key, found);
    return found;
  };
};

const numbers = cache<Intl.NumberFormat>();
const dates = cache<Intl.DateTimeFormat>();
const lists = cache<Intl.ListFormat>();
const plurals = cache<Intl.PluralRules>();

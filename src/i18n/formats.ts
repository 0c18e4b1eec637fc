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
export const formatNumber = (tag: string, n: number, notation: Notation): string => numbers(tag, notation).format(n);

/** A moment beyond what a calendar can say gives no text; an unknown time zone is the device's. */
export const formatMoment = (tag: string, ms: number, style: DateStyle | 'time', timeZone?: string): string =>
  // The calendar ends 100 million days from 1970 (ECMAScript, time values).
  style !== 'none' && Math.abs(ms) <= 8.64e15 ? dates(tag, style, timeZone).format(ms) : '';

export const formatList = (tag: string, texts: readonly string[]): string => lists(tag).format(texts);

export const pluralOf = (tag: string, n: number): Intl.LDMLPluralRule => plurals(tag).select(n);

const styles: Readonly<Record<Exclude<DateStyle, 'none'> | 'time', Intl.DateTimeFormatOptions>> = {
  // `dateStyle: 'short'` has a two-digit year in many languages.
  short: {day: '2-digit', month: '2-digit', year: 'numeric'},
  medium: {dateStyle: 'medium'},
  long: {dateStyle: 'long'},
  full: {dateStyle: 'full'},
  time: {timeStyle: 'short'},
};

const once = <Key extends readonly unknown[], T>(make: (...key: Key) => T): ((...key: Key) => T) => {
  const made = new Map<string, T>();
  return (...key) => {
    const name = key.join();
    const found = made.get(name) ?? make(...key);
    made.set(name, found);
    return found;
  };
};

const numbers = once((tag: string, notation: Notation) => new Intl.NumberFormat(tag, {notation}));
const lists = once((tag: string) => new Intl.ListFormat(tag));
const plurals = once((tag: string) => new Intl.PluralRules(tag));
const dates = once((tag: string, style: keyof typeof styles, timeZone?: string) => {
  try {
    return new Intl.DateTimeFormat(tag, {...styles[style], timeZone});
  } catch {
    return new Intl.DateTimeFormat(tag, styles[style]);
  }
});

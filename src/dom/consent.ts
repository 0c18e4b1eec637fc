/**
 * What the reader, or the page for its readers, allows. From the freest to the strictest word:
 *
 * `remember` everything, choices kept on the device · `count` views and reactions, nothing kept ·
 * `display` numbers are shown, nothing is written · `none` nothing is asked for at all.
 */
export type Consent = 'remember' | 'count' | 'display' | 'none';
export const consents: readonly Consent[] = ['remember', 'count', 'display', 'none'];

/** A word from outside. Absent says nothing; an unknown word is taken as `display`, so that a typing error never allows more. */
export const consentOf = (word: string | null | undefined): Consent | undefined =>
  word === null || word === undefined || word === ''
    ? undefined
    : (consents.find((consent) => consent === word) ?? 'display');

/** The strictest of these; `remember` where none says anything. */
export const strictest = (all: readonly (Consent | undefined)[]): Consent =>
  consents[Math.max(0, ...all.map((consent) => (consent ? consents.indexOf(consent) : 0)))] ?? 'none';

export const mayRead = (consent: Consent): boolean => consent !== 'none';
export const mayWrite = (consent: Consent): boolean => consent === 'remember' || consent === 'count';

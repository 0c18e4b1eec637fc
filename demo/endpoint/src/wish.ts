/** The members of a write, checked one by one. Nothing that fits no pattern reaches the database. */
import {member, type Body} from './body.js';
import {Problem} from './problem.js';

type Json = Extract<Body, {readonly json: unknown}>['json'];

export const articleIn = (json: Json): string => checkArticle(member(json, 'article'));

/** The form's too. */
export const checkArticle = (value: unknown): string => {
  if (typeof value === 'string' && value !== '' && value.length <= 2_048 && !/\p{Surrogate}/u.test(value)) return value;
  throw malformed('article', 'the id, the address or the canonical address of an article');
};

/** What makes a view one view. */
export const keyIn = (json: Json): string =>
  patternIn(json, 'key', /^[\w.:~-]{1,128}$/u, '1 to 128 of A-Z a-z 0-9 _ . : ~ -');

/** A reader's name for one article. */
export const readerIn = (json: Json): string =>
  patternIn(json, 'reader', /^[\w-]{16,64}$/u, '16 to 64 of A-Z a-z 0-9 _ -');

export const seqIn = (json: Json): number => {
  const value = member(json, 'seq');
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw malformed('seq', 'an integer from 0 to 9007199254740991');
};

export const reactionsIn = (json: Json): readonly string[] => {
  const value = member(json, 'reactions');
  if (isTexts(value)) return value;
  throw malformed('reactions', 'a list of kinds, empty to withdraw');
};

/** The host of the page that embeds a widget. */
export const siteIn = (json: Json): string | undefined => checkSite(member(json, 'site'));

export const checkSite = (value: unknown): string | undefined => {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string' && /^[\w.:-]{1,253}$/u.test(value)) return value;
  throw malformed('site', 'up to 253 of A-Z a-z 0-9 _ . : -, say a host name');
};

const patternIn = (json: Json, name: string, pattern: RegExp, what: string): string => {
  const value = member(json, name);
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw malformed(name, what);
};

const malformed = (name: string, what: string): Problem =>
  new Problem('malformed-body', `The member "${name}" is missing or malformed; it is ${what}.`);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

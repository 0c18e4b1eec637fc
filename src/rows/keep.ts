/** Where an element keeps a value, and how a value gets there without touching what is equal. */
import type {As} from './fields.js';
import type {Marked} from './marked.js';

/** Elements, the attribute in which they keep a value, and the only sort of value that it takes. */
const keepers: readonly (readonly [RegExp, string, As?])[] = [
  [/^(?:a|area|link)$/, 'href', 'address'],
  [/^img$/, 'src', 'image'],
  [/^source$/, 'srcset', 'image'],
  [/^time$/, 'datetime', 'moment'],
  [/^(?:data|meter)$/, 'value'],
  [/^meta$/, 'content'],
];

/** The attribute that keeps such a value; undefined where it is a text. */
export const attributeOf = ({localName}: Marked, as: As): string | undefined =>
  keepers.find(([names, , only = as]) => only === as && names.test(localName))?.[1];

/** The value as an attribute keeps it; empty where there is none, or none that may be followed or loaded. */
export const exactOf = (as: As, value: string | number | undefined): string => {
  if (value === undefined) return '';
  if (as === 'moment') return new Date(value).toISOString();
  // The model has checked every address; this holds should one come another way.
  const safe = as === 'address' ? /^https?:/i : as === 'image' ? /^(?:https?:|data:image\/(?!svg))/i : /^/;
  return safe.test(`${value}`) ? `${value}` : '';
};

/** Sets or, without a value, removes; an equal one is left alone. */
export const setAttribute = (place: Marked, name: string, value: string | undefined): void => {
  if (value === (place.getAttribute(name) ?? undefined)) return;
  if (value === undefined) place.removeAttribute(name);
  else place.setAttribute(name, value);
};

export const hide = (place: Marked, isHidden: boolean): void =>
  setAttribute(place, 'hidden', isHidden ? '' : undefined);

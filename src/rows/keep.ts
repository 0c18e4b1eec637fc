/** How a value is kept, and how it gets there without touching what is equal. */
import type {As} from './fields.js';
import type {Marked} from './marked.js';

/** The value as an attribute keeps it; empty where there is none, or none that may be followed or loaded. */
export const exactOf = (as: As, value: string | number | undefined): string => {
  if (value === undefined) return '';
  if (as === 'moment') return new Date(value).toISOString();
  const exact = `${value}`;
  // The model has checked every address; this holds should one come another way.
  const isSafe =
    as === 'address'
      ? /^https?:/i.test(exact)
      : as !== 'image' || /^(?:https?:|data:image\/(?:png|jpeg|gif|webp|avif)[;,])/i.test(exact);
  return isSafe ? exact : '';
};

/** Sets or, without a value, removes; an equal one is left alone. */
export const setAttribute = (place: Marked, name: string, value: string | undefined): void => {
  if (value === (place.getAttribute(name) ?? undefined)) return;
  if (value === undefined) place.removeAttribute(name);
  else place.setAttribute(name, value);
};

export const hide = (place: Marked, isHidden: boolean): void =>
  setAttribute(place, 'hidden', isHidden ? '' : undefined);

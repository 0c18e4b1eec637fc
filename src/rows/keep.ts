/** Where an element keeps a value, and how a value gets there without touching what is equal or not ours. */
import {isClosed, type Marked} from './marked.js';
import type {As} from './fields.js';

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

/** Sets or, without a value, removes; an equal one is left alone. */
export const setAttribute = (place: Marked, name: string, value: string | undefined): void => {
  if (value === undefined) {
    if (place.getAttribute(name) !== null) place.removeAttribute(name);
  } else if (place.getAttribute(name) !== value) place.setAttribute(name, value);
};

export const hide = (place: Marked, isHidden: boolean): void =>
  setAttribute(place, 'hidden', isHidden ? '' : undefined);

/** Elements that have no text of their own, or draw something else. */
const textless = /^(?:area|audio|br|canvas|col|hr|img|input|link|math|meta|picture|select|source|svg|track|video|wbr)$/;

/** The innermost only child, so that `<h3 itemprop="headline"><a itemprop="url">` keeps its link. */
const innermost = (place: Marked): Marked => {
  const only = place.firstElementChild;
  const isAlone = only && !only.nextElementSibling && !isClosed(only) && !textless.test(only.localName);
  return isAlone && only.textContent?.trim() === place.textContent?.trim() ? innermost(only) : place;
};

/**
 * Writes a text: into the text node that is there, so that selections stay, and never over elements of the page.
 * @param isNumber - The words around a number are the page's; a text is replaced as a whole.
 */
export const writeText = (place: Marked, text: string, isNumber: boolean): void => {
  if (textless.test(place.localName)) return;
  const into = innermost(place);
  for (let node = into.firstChild; node; node = node.nextSibling) {
    const raw = node.nodeType === 3 ? (node.nodeValue ?? '') : '';
    const old = raw.trim();
    if (!old) continue;
    if (!isNumber && old !== into.textContent?.trim()) into.textContent = text;
    else if (old !== text) node.nodeValue = raw.replace(old, () => text);
    return;
  }
  if (!into.firstElementChild && text) into.textContent = text;
};

/** Writers for rows that a page has a hand in: the page's wording, elements and links stay. */
import {readCount} from '../model/count.js';
import {readMoment} from '../model/moment.js';
import type {As, Field, Placed} from './fields.js';
import {exactOf, hide, setAttribute} from './keep.js';
import {isScope, marked, type Marked} from './marked.js';
import {putPicture, type Put} from './write.js';

/** Elements that run, load, style or rule the page are no places, whatever they are marked as. */
export const isClosed = (place: Marked): boolean =>
  /^(?:script|style|template|i?frame|object|embed|textarea|title|noscript|base)$/.test(place.localName) ||
  (/^(?:meta|link)$/.test(place.localName) &&
    ['rel', 'http-equiv', 'name'].some((name) => place.getAttribute(name) !== null));

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

export const careful =
  <From>({as, of, text, href}: Field<From>): Put<From> =>
  (place, from, words, isPartial) => {
    if (isClosed(place)) return;
    const value = of(from, words);
    const exact = exactOf(as, value);
    const name = attributeOf(place, as);
    hide(place, !exact && !(name === 'href' && holdsOther(place)));
    if (as === 'group' || isScope(place)) return;
    if (name) {
      const now = place.getAttribute(name);
      const isEqual = now === exact || (as === 'moment' && readMoment(now, '', silent) === value);
      if (!isEqual) setAttribute(place, name, exact || undefined);
      if (!/^(?:value|datetime)$/.test(name) || (isPartial && isEqual && as !== 'moment')) return;
    } else if (isPartial && as === 'count' && readCount(place.textContent, '', silent) === value) return;
    if (href && place.localName === 'a') setAttribute(place, 'href', exactOf('address', href(from)) || undefined);
    writeText(place, exact && (text ? (text(from, words) ?? '') : exact), as === 'count');
  };

const silent = (): void => undefined;

/** Whether a link is more than a way to the article: then it stays where there is no address. */
const holdsOther = (link: Marked): boolean => {
  if (link.getAttribute('itemprop') !== 'url' || link.querySelectorAll(marked).length) return true;
  let around = link.parentElement;
  while (around && !isScope(around)) {
    if (around.getAttribute('itemprop') ?? around.getAttribute('data-press')) return true;
    around = around.parentElement;
  }
  return false;
};

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
const writeText = (place: Marked, text: string, isNumber: boolean): void => {
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

/** Another picture has other sizes, and none of the candidates that stood here. */
export const putImage: Put<Placed> = (place, article, words) => {
  const url = exactOf('image', article.image?.url);
  const name = attributeOf(place, 'image');
  if (isClosed(place)) return;
  if (place.localName === 'img') {
    if (place.getAttribute('src') !== url) clearCandidates(place);
    putPicture(place, article, words);
    return;
  }
  hide(place, !url);
  if (name) setAttribute(place, name, url || undefined);
};

/** Candidates that are not marked belong to the article of which this row is a copy. */
const clearCandidates = (place: Marked): void => {
  for (const stale of ['srcset', 'sizes']) setAttribute(place, stale, undefined);
  if (place.parentElement?.localName === 'picture')
    for (const source of Array.from(place.parentElement.children))
      if (source.localName === 'source' && source.getAttribute('itemprop') === null) source.remove();
};

/** What a page has put inside a widget: rows to adopt, and the template to stamp from. In the browser alone. */
import {prepare, type PrepareOptions, type Template} from './prepare.js';

/** An element that is marked as an article. */
export const isRow = (element: Element): boolean =>
  element.hasAttribute('itemscope') && /Article(?:\s|$)/.test(element.getAttribute('itemtype') ?? '');

/** The rows at any depth, but neither in named slots nor inside other rows. */
export const rowsIn = (holder: Element): readonly Element[] =>
  [...holder.querySelectorAll('[itemscope][itemtype]')].filter((each) => isRow(each) && isOwn(each, holder));

/** The first template outside named slots and rows that holds an element. */
export const templateIn = (holder: Element): HTMLTemplateElement | undefined =>
  [...holder.querySelectorAll('template')].find((each) => each.content.firstElementChild && isOwn(each, holder));

/** A row made ready for stamping: one of our layouts as nodes, or what a page's template holds. */
export const templateOf = (row: Element, options?: PrepareOptions): Template<Element> => prepare(row, copyOf, options);

/** For pages without a template: rows like this one, without the names by which the page knows it. */
export const templateLike = (row: Element): Template<Element> => {
  const copy = copyOf(row);
  copy.removeAttribute('data-as-of');
  for (const each of [copy, ...copy.querySelectorAll('[id]')]) each.removeAttribute('id');
  return templateOf(copy);
};

/** Into the document, so that custom elements and pictures in it come to life. */
const copyOf = (row: Element): Element => document.importNode(row, true);

const isOwn = (element: Element, holder: Element): boolean => {
  for (let around = element; around !== holder;) {
    if (around.slot && around.parentElement === holder) return false;
    const parent = around.parentElement;
    if (!parent || (parent !== holder && isRow(parent))) return false;
    around = parent;
  }
  return true;
};

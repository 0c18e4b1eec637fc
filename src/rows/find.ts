/** What a page has put inside a widget: rows to adopt, and the template to stamp from. In the browser alone. */
import {prepare, type PrepareOptions, type Template} from './prepare.js';

/** An element that is marked as an article. */
const isRow = (element: Element): boolean =>
  element.hasAttribute('itemscope') && /Article(?:\s|$)/.test(element.getAttribute('itemtype') ?? '');

/** The rows at any depth, but neither in named slots nor inside other rows. */
export const rowsIn = (holder: Element): readonly Element[] =>
  [...holder.querySelectorAll('[itemscope]')].filter((each) => isRow(each) && isOwn(each, holder));

/** The first template outside named slots and rows that holds an element. */
export const templateIn = (holder: Element): HTMLTemplateElement | undefined =>
  [...holder.querySelectorAll('template')].find((each) => each.content.firstElementChild && isOwn(each, holder));

/** A row made ready for stamping: one of our layouts as nodes, or what a page's template holds. */
export const templateOf = (row: Element, options?: PrepareOptions): Template<Element> =>
  // Into the document, so that custom elements and pictures in it come to life.
  prepare(row, (source) => document.importNode(source, true), options);

const isOwn = ({slot, parentElement: around}: Element, holder: Element): boolean =>
  around === holder ? !slot : !!around && !isRow(around) && isOwn(around, holder);

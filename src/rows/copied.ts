/** For pages without a template: rows like the last one that is there. In the browser alone. */
import {templateOf} from './find.js';
import type {Template} from './prepare.js';
import {whole} from './whole.js';

/** Rows like this one, without the names by which the page knows it. */
export const templateLike = (row: Element): Template<Element> => {
  const copy = document.importNode(row, true);
  copy.removeAttribute('data-as-of');
  for (const each of [copy, ...copy.querySelectorAll('[id]')]) each.removeAttribute('id');
  return templateOf(copy, {vocabulary: whole});
};

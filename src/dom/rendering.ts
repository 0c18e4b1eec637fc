/** What a page has put inside a list, which decides who draws it: the page's rows, the page's template, or we. */
import {rowsIn, templateIn} from '../rows/find.js';

export type Rendering =
  | {readonly by: 'own'}
  | {readonly by: 'template'; readonly template: HTMLTemplateElement}
  | {readonly by: 'adopted'; readonly rows: readonly Element[]; readonly template: HTMLTemplateElement | undefined};

/** Rows come first, then a template; children with `slot=` do not count. */
export const renderingOf = (host: Element): Rendering => {
  const rows = rowsIn(host);
  const template = templateIn(host);
  if (rows.length > 0) return {by: 'adopted', rows, template};
  return template ? {by: 'template', template} : {by: 'own'};
};

/** Whether the parser may still be adding children: the element is the last thing that it has read. */
export const isBeingParsed = (host: Element): boolean => {
  if (document.readyState !== 'loading') return false;
  for (let node: Node | null = host; node; node = node.parentNode) if (node.nextSibling) return false;
  return true;
};

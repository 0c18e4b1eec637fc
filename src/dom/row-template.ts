/** What new rows are stamped from: our layout, the page's template, or the last row of a page that has no template. */
import {lazy} from '../model/lazy.js';
import type {Words} from '../rows/fields.js';
import {templateOf} from '../rows/find.js';
import {withHeading} from '../rows/layouts.js';
import type {Show, Template} from '../rows/prepare.js';
import {nodesOf} from './nodes.js';
import type {Rendering} from './rendering.js';

/** How rows are to look now. */
export interface Look {
  /** Tells one look from another: what differs in it is drawn anew. */
  readonly key: string;
  readonly layout: TemplateStringsArray;
  readonly show: readonly Show[] | undefined;
  readonly headingLevel: number;
  /** Where links open; empty: here. */
  readonly target: string;
  readonly words: Words;
  /** Whether the dates of adopted rows are rewritten, too. */
  readonly writesDates: boolean;
}

/** What only a page's own rows and templates need; what the page has written can be read while it is fetched. */
export const loadPageRows = lazy(() => import('./page-rows.js'));
export type PageRows = Awaited<ReturnType<typeof loadPageRows>>;

/**
 * @param page - Needed for all but our own rows.
 * @param last - The last row that the page wrote.
 */
export const templateFor = (
  rendering: Rendering | undefined,
  {layout, show, headingLevel, target}: Look,
  page: PageRows | undefined,
  last: Element | undefined,
): Template<Element> | undefined => {
  if (rendering?.by === 'own') {
    const row = nodesOf(withHeading(layout, headingLevel));
    if (target) for (const link of row.querySelectorAll('a')) link.setAttribute('target', target);
    return templateOf(row, {show});
  }
  const inside = rendering?.template?.content.firstElementChild;
  if (inside) return templateOf(inside, {vocabulary: page?.whole});
  return last && page?.templateLike(last);
};

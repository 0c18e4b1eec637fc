/** The links to the articles before and after that a page wrote inside an element. */
import type {Side} from '../store/adjacent.js';

export type {Side} from '../store/adjacent.js';

export const sides: readonly Side[] = ['previous', 'next'];

/** What HTML calls the two. */
export const relOf: Readonly<Record<Side, string>> = {previous: 'prev', next: 'next'};

export type Links = {readonly [S in Side]?: HTMLAnchorElement | undefined};

/** The first of each at any depth; children with `slot=` do not count. */
export const linksIn = (element: Element): Links => {
  const find = (side: Side): HTMLAnchorElement | undefined =>
    element.querySelector<HTMLAnchorElement>(`a[rel~=${relOf[side]} i]:not([slot], :scope [slot] *)`) ?? undefined;
  return {previous: find('previous'), next: find('next')};
};

/** The row of a withdrawn article that is in view keeps its place, invisible and inert, until nobody sees it go. */
import {whenAway} from './in-view.js';

/**
 * Hides a row where it stands.
 *
 * @param unseen - Called once, when the row is out of view.
 * @returns Stops waiting for that.
 */
export const conceal = (row: Element, unseen: () => void): (() => void) => {
  row.toggleAttribute('inert', true);
  // The page's own rows have no style sheet of ours; by the CSSOM no policy is in the way.
  if (row instanceof HTMLElement) row.style.setProperty('visibility', 'hidden', 'important');
  return whenAway(row, unseen);
};

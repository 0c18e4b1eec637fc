/** What no first rendering needs: one chunk, fetched when a list is there, or earlier where something of it is wanted. */
import {lazy} from '../model/lazy.js';

export const loadLater = lazy(() => import('./later-parts.js'));

/** Calls back once, when the element comes near the viewport; where that cannot be known, soon. Answers how to stop. */
export const whenComesNear = (element: Element, callback: () => void): (() => void) => {
  let stop: (() => void) | undefined;
  let isOver = false;
  loadLater().then(({whenNear}) => {
    if (!isOver) stop = whenNear(element, callback);
  }, callback);
  return () => {
    isOver = true;
    stop?.();
  };
};

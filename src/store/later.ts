/** What no first rendering needs of a store: one chunk, fetched at the first answer, failure, or wish for numbers. */
import {lazy} from '../model/lazy.js';

export const loadLater = lazy(() => import('./later-parts.js'));

/** What no first rendering needs: one chunk, fetched when a list is there, or earlier where something of it is wanted. */
import {lazy} from '../model/lazy.js';

export const loadLater = lazy(() => import('./later-parts.js'));

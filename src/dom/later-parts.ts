/** The parts of the chunk that `loadLater` fetches. */
export {whenAway, whenNear} from './in-view.js';
export {announce} from './live.js';
export {tellFor} from './telling.js';
export {conceal} from './withdrawn.js';

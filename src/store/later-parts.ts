/** The chunk of what no first rendering needs. */
export {readDescription} from '../model/description.js';
export {askCounts} from './counts.js';
export {keepUp} from './upkeep.js';
export {sendView} from './view.js';

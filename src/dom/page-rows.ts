/** What is needed only where a page brings rows or a template of its own: one chunk. */
export {templateLike} from '../rows/copied.js';
export {whole} from '../rows/whole.js';
export {adoptRows} from './adopted-rows.js';

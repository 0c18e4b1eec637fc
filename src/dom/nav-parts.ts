/** What press-nav needs once it is drawn: one chunk. */
export {writeLink} from './link-writing.js';
export {Prefetcher} from './prefetch.js';

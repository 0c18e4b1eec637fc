/** Registers `<press-teasers>` alone. */
import {register} from './elements/define.js';
import {PressTeasers} from './elements/press-teasers.js';

register({teasers: PressTeasers});

export {PressTeasers};

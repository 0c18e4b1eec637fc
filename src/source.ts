/** Registers `<press-source>` alone. */
import {register} from './elements/define.js';
import {PressSource} from './elements/press-source.js';

register({source: PressSource});

export {PressSource};

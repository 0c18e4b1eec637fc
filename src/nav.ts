/** Registers `<press-nav>` alone. */
import {register} from './elements/define.js';
import {PressNav} from './elements/press-nav.js';

register({nav: PressNav});

export {PressNav};

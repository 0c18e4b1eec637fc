/** Registers `<press-views>` alone. */
import {register} from './elements/define.js';
import {PressViews} from './elements/press-views.js';

register({views: PressViews});

export {PressViews};

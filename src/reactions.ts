/** Registers `<press-reactions>` alone. */
import {register} from './elements/define.js';
import {PressReactions} from './elements/press-reactions.js';

register({reactions: PressReactions});

export {PressReactions};

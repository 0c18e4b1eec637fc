/** The file for a script tag: registers all elements, unless the page's policy leaves no way to render. */
import {canRender} from './dom/policy.js';
import {define} from './index.js';

if (canRender()) define();

export * from './index.js';

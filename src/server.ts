/** `presslet/server`: articles as HTML strings, in Node or wherever there is no document. */
export {renderTeasers, type RenderOptions} from './server/render.js';
export {loadLanguage} from './i18n/language.js';

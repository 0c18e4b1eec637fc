/** `presslet/i18n`: words, numbers and dates by language, and the way to bring a language of one's own. */

export {addLanguage} from './i18n/add.js';
export {isLoaded, languageOf, loadLanguage} from './i18n/language.js';
export type {DateStyle, Language, MessageName, Messages, Notation, Plural, Values, Words} from './i18n/language.js';

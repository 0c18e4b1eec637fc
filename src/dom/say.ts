/** Words for those who do not see that something has changed. */
import type {Language} from '../i18n/language.js';
import {loadLater} from './later.js';
import {warnOfChunk} from './warn.js';

/** Tells assistive technology of something that the reader waits for. */
export const say = (text: string, {tag}: Language): void => {
  loadLater().then(({announce}) => announce(text, tag), warnOfChunk);
};

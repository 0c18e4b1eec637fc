/** Sections, as items and descriptions name them. */
import {addressFrom} from './address.js';
import type {Section} from './article.js';
import {known} from './known.js';
import {within} from './tell.js';
import {readId, readText, text} from './text.js';
import {isRecord, opened, type Read} from './untrusted.js';

const maxTitle = 200;

/** Where only the id or only the title is known, it stands for the other. */
export const sectionFrom =
  (base: string): Read<Section | undefined> =>
  (value, path, tell) => {
    if (!isRecord(value, path, tell)) return undefined;
    const of = opened(value, within(tell, path));
    const title = of('title', text(maxTitle));
    const id = of('id', readId) ?? title;
    if (id !== undefined) {
      return known({id, title: title ?? readText(id, maxTitle, path, tell) ?? id, url: of('url', addressFrom(base))});
    }
    tell(path, 'neither id nor title: dropped');
    return undefined;
  };

/** Sections, as items and descriptions name them. */
import {addressFrom} from './address.js';
import type {Section} from './article.js';
import {known} from './known.js';
import {readId, text} from './text.js';
import {record, type Read} from './untrusted.js';

/** Where only the id or only the title is known, it stands for the other. */
export const sectionFrom = (base: string): Read<Section> =>
  record('a section with id or title', (of) => {
    const title = of('title', text(200)) ?? of('id', text(200));
    const id = of('id', readId) ?? title;
    return id === undefined || title === undefined ? undefined : known({id, title, url: of('url', addressFrom(base))});
  });

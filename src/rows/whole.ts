/**
 * All that a row of a page can show, and writers that mind what the page has put there. Loaded where a page brings rows
 * or a template of its own; our own layouts look the same whichever vocabulary writes them.
 */
import {count, fields, moment, people, text, total, type Field, type Placed} from './fields.js';
import {careful, putImage} from './careful.js';
import {putReactions} from './reactions.js';
import type {Put, Vocabulary} from './write.js';

const image: Field<Placed> = {as: 'image', of: (article) => article.image?.url};

export const wholeFields: ReadonlyMap<string, Field<Placed>> = new Map<string, Field<Placed>>([
  ...fields,
  ...Object.entries<Field<Placed>>({
    image,
    'image.url': image,
    'image.contentUrl': image,
    credit: text(({image}) => image?.credit),
    dateModified: moment(({modified}) => modified),
    articleSection: {...text(({section}) => section?.title), href: ({section}) => section?.url},
    sponsor: {...text(({sponsor}) => sponsor?.name), href: ({sponsor}) => sponsor?.url},
    corrected: text(({corrected}) => corrected),
    position: count(({position}) => position),
    isAccessibleForFree: text(({access}) => access && (access === 'free' ? 'True' : 'False')),
    access: text(
      ({access}) => access,
      ({access}, {language}) => access && language.access(access),
    ),
    reactions: {as: 'group', of: (article) => total(article) || people(article) || undefined},
    total: count((article) => total(article) || undefined),
    people: {
      ...count((article) => people(article) || undefined),
      text: (article: Placed, {language}) => language.say('people', people(article) ?? 0),
    },
  }),
]);

export const whole: Vocabulary = new Map([
  ...[...wholeFields].map(([name, field]): [string, Put<Placed>] => [
    name,
    field === image ? putImage : careful(field),
  ]),
  ['reaction', putReactions],
]);

/** What Presslet's own wire format offers beside lists and counts: the neighbours of an article, and what readers do. */

import type {Capability} from '../model/capabilities.js';
import type {Provider} from '../model/provider.js';
import {member} from '../model/untrusted.js';
import {parseJson} from '../net/json.js';
import type {Answer} from '../net/answer.js';
import type {TemplateValue} from './template.js';

/** Asks at one of the endpoint's addresses, or tells it something. */
export type Ask = (
  what: Capability,
  values: Readonly<Record<string, TemplateValue>>,
  signal: AbortSignal,
  body?: string,
) => Promise<Answer>;

export const createMore = (ask: Ask): Required<Pick<Provider, 'adjacent' | 'view' | 'react'>> => {
  const write = async (what: 'views' | 'reactions', wish: object, signal: AbortSignal): Promise<unknown> => {
    const answer = await ask(what, {}, signal, JSON.stringify(wish));
    // To say nothing is to say that it is done.
    return answer.text.trim() ? parseJson(answer) : {};
  };
  return {
    adjacent: async (id, {section, sectionOf, lang, site, signal}) => {
      const answer = await ask('adjacent', {id, section, section_of: sectionOf, lang, site}, signal);
      const document = parseJson(answer);
      return {previous: member(document, 'previous'), next: member(document, 'next'), base: answer.url};
    },
    view: (article, {key, site, signal}) => write('views', {article, key, site}, signal),
    react: (article, {reader, seq, reactions, site}, {signal}) =>
      write('reactions', {article, reader, seq, reactions, site}, signal),
  };
};

/** Presslet's own wire format as a provider. */

import {capabilitiesOf, type Capabilities} from '../model/capabilities.js';
import {Failure, failureOf} from '../model/failure.js';
import type {CountsAnswer, Provider, Query} from '../model/provider.js';
import {within, type Tell} from '../model/tell.js';
import {member, opened} from '../model/untrusted.js';
import {parseJson} from '../net/json.js';
import type {Answer} from '../net/request.js';
import type {Wire} from '../net/wire.js';
import {askable} from './address.js';
import {readFeed} from './feed-document.js';
import {expand, type TemplateValue} from './template.js';

export const isDescription = (document: unknown): boolean => member(document, 'presslet') === 1;

/**
 * The provider of an endpoint whose description is there. What the description leaves out is not in the provider.
 *
 * @param base - What the description's addresses are relative to; templates that it lacks are below it.
 */
export const createPressletProvider = (base: string, document: unknown, wire: Wire, tell?: Tell): Provider => {
  const can = offered(base, document, tell);
  const {list, byId, adjacent, counts, view, react} = methodsOf(base, () => can, wire);
  return {
    description: document,
    ...(can.articles && {list, byId}),
    ...(can.adjacent && {adjacent}),
    ...(can.counts && {counts}),
    ...(can.views && {view}),
    ...(can.reactions && {react}),
  };
};

/**
 * The provider of an endpoint whose description is asked for beside the first call, so that no list waits for it.
 * Until it comes, `description` is undefined and the templates are the usual ones; what it then leaves out fails
 * as `unsupported`.
 */
export const createEagerProvider = (base: string, wire: Wire, tell?: Tell): Provider => {
  let can = capabilitiesOf(base);
  let isAsked = false;
  let description: unknown;
  const learn = async (signal: AbortSignal): Promise<void> => {
    isAsked = true;
    try {
      const answer = await wire.get(base, signal);
      const document = parseJson(answer);
      if (!isDescription(document)) return;
      can = offered(answer.url, document, tell);
      description = document;
    } catch (error) {
      // An answer without a description is final; without an answer, or when the endpoint is down, the next call asks again.
      isAsked = (failureOf(error).status ?? 500) < 500;
    }
  };
  const current = (signal: AbortSignal): Capabilities => {
    if (!isAsked) void learn(signal);
    return can;
  };
  return {
    ...methodsOf(base, current, wire),
    get description() {
      return description;
    },
  };
};

const offered = (base: string, document: unknown, tell: Tell = () => undefined): Capabilities =>
  capabilitiesOf(base, opened(member(document, 'capabilities'), within(tell, 'capabilities')));

const methodsOf = (
  base: string,
  canNow: (signal: AbortSignal) => Capabilities,
  {get, post}: Wire,
): Required<Omit<Provider, 'description'>> => {
  const addressOf = (what: keyof Capabilities, values: Values, signal: AbortSignal): string => {
    const url = askable(expand(canNow(signal)[what] ?? '', values));
    if (url === undefined) throw new Failure('unsupported', `${base} does not offer "${what}".`, {url: base});
    return url;
  };
  const read = async (what: keyof Capabilities, values: Values, signal: AbortSignal): Promise<Answer> =>
    get(addressOf(what, values, signal), signal);
  const write = async (what: keyof Capabilities, wish: object, signal: AbortSignal): Promise<unknown> => {
    const answer = await post(addressOf(what, {}, signal), JSON.stringify(wish), signal);
    // To say nothing is to say that it is done.
    return answer.text.trim() ? parseJson(answer) : {};
  };
  const list: Provider['list'] = async (query, {signal}) => {
    const page = askable(query.cursor);
    return readFeed(await (page ? get(page, signal) : read('articles', parametersOf(query), signal)));
  };
  return {
    list,
    byId: (ids, options) => list({ids}, options),
    adjacent: async (id, {section, sectionOf, lang, site, signal}) => {
      const answer = await read('adjacent', {id, section, section_of: sectionOf, lang, site}, signal);
      const document = parseJson(answer);
      return {previous: member(document, 'previous'), next: member(document, 'next'), base: answer.url};
    },
    counts: (ids, {signal}) =>
      ids || canNow(signal).busiest ? countsIn(read(ids ? 'counts' : 'busiest', {id: ids}, signal)) : undefined,
    view: (article, {key, site, signal}) => write('views', {article, key, site}, signal),
    react: (article, {reader, seq, reactions, site}, {signal}) =>
      write('reactions', {article, reader, seq, reactions, site}, signal),
  };
};

type Values = Readonly<Record<string, TemplateValue>>;

const parametersOf = ({ids, sectionOf, relatedTo, ...same}: Query): Values => ({
  ...same,
  id: ids,
  section_of: sectionOf,
  related_to: relatedTo,
});

const countsIn = async (answer: Promise<Answer>): Promise<CountsAnswer> => {
  const document = parseJson(await answer);
  return {counts: member(document, 'counts'), gone: member(document, 'gone')};
};

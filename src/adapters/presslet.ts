/** Presslet's own wire format as a provider. */

import {capabilitiesOf, type Capabilities} from '../model/capabilities.js';
import {readDescription} from '../model/description.js';
import {Failure, failureOf} from '../model/failure.js';
import type {CountsAnswer, Provider, Query} from '../model/provider.js';
import type {Tell} from '../model/tell.js';
import {member} from '../model/untrusted.js';
import {parseJson} from '../net/json.js';
import type {Answer} from '../net/request.js';
import type {Wire} from '../net/wire.js';
import {askable} from './address.js';
import {readFeed} from './feed-document.js';
import {expand, type TemplateValue} from './template.js';

/** As much of a description as is needed to ask. */
export interface Offer {
  readonly capabilities: Capabilities;
  readonly isOff: boolean;
}

/** What an endpoint offers as long as it has not said otherwise. */
export const usualOffer = (base: string): Offer => ({capabilities: capabilitiesOf(base), isOff: false});

/** The provider of an endpoint whose description is there. What the description leaves out is not in the provider. */
export const createPressletProvider = (
  base: string,
  document: unknown,
  wire: Wire,
  tell: Tell = () => undefined,
): Provider => {
  const offer: Offer = readDescription(document, base, tell) ?? usualOffer(base);
  const can = offer.capabilities;
  const {list, byId, adjacent, counts, view, react} = methodsOf(base, () => offer, wire);
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
 * Until it comes the templates are the usual ones; what it then leaves out fails as `unsupported`.
 * `description` is a promise, which never rejects, of undefined where there is none.
 */
export const createEagerProvider = (base: string, wire: Wire, tell: Tell = () => undefined): Provider => {
  let offer = usualOffer(base);
  let isAsked = false;
  let settle: (document: unknown) => void = () => undefined;
  const description = new Promise<unknown>((resolve) => (settle = resolve));
  const learn = async (signal: AbortSignal): Promise<void> => {
    isAsked = true;
    try {
      const answer = await wire.get(base, signal);
      const document = parseJson(answer);
      offer = readDescription(document, answer.url, tell) ?? offer;
      settle(document);
    } catch (error) {
      // An answer without a description is final; without an answer, or while the endpoint is down, the next call asks again.
      isAsked = (failureOf(error).status ?? 500) < 500;
      if (isAsked) settle(undefined);
    }
  };
  const current = (signal: AbortSignal): Offer => {
    if (!isAsked) void learn(signal);
    return offer;
  };
  return {...methodsOf(base, current, wire), description};
};

const methodsOf = (
  base: string,
  offerNow: (signal: AbortSignal) => Offer,
  {get, post}: Wire,
): Required<Omit<Provider, 'description'>> => {
  const addressOf = (what: keyof Capabilities, values: Values, signal: AbortSignal): string => {
    const {capabilities, isOff} = offerNow(signal);
    if (isOff) throw new Failure('off', `${base} asks to be left alone.`, {url: base});
    const url = askable(expand(capabilities[what] ?? '', values));
    if (url === undefined) throw new Failure('unsupported', `${base} does not offer "${what}".`, {url: base});
    return url;
  };
  const list: Provider['list'] = async (query, {signal}) => {
    const first = addressOf('articles', parametersOf(query), signal);
    return readFeed(await get(askable(query.cursor) ?? first, signal));
  };
  const write = async (what: keyof Capabilities, record: object, signal: AbortSignal): Promise<unknown> => {
    const answer = await post(addressOf(what, {}, signal), JSON.stringify(record), signal);
    // Said well enough: it is done.
    return answer.text.trim() ? parseJson(answer) : {};
  };
  return {
    list,
    byId: (ids, options) => list({ids}, options),
    adjacent: async (id, {section, signal}) => {
      const answer = await get(addressOf('adjacent', {id, section}, signal), signal);
      const document = parseJson(answer);
      return {previous: member(document, 'previous'), next: member(document, 'next'), base: answer.url};
    },
    counts: (ids, {signal}) => {
      if (!ids && !offerNow(signal).capabilities.busiest) return undefined;
      return countsOf(async () => get(addressOf(ids ? 'counts' : 'busiest', {id: ids}, signal), signal));
    },
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

const countsOf = async (ask: () => Promise<Answer>): Promise<CountsAnswer> => {
  const document = parseJson(await ask());
  return {counts: member(document, 'counts'), gone: member(document, 'gone')};
};

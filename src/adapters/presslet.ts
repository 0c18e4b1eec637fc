/** Presslet's own wire format as a provider. */

import {capabilitiesOf, type Capabilities} from '../model/capabilities.js';
import {Failure, failureOf} from '../model/failure.js';
import {lazy} from '../model/lazy.js';
import type {CountsAnswer, Provider} from '../model/provider.js';
import {within, type Tell} from '../model/tell.js';
import {member, opened} from '../model/untrusted.js';
import {jsonIn, parseJson} from '../net/json.js';
import type {Answer} from '../net/answer.js';
import type {Wire} from '../net/wire.js';
import {askable} from './address.js';
import {readFeed} from './feed-document.js';
import type {Ask} from './presslet-more.js';
import {expand} from './template.js';

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
 * The provider of an endpoint whose description is asked for beside the first call, so that no list waits for it, and
 * for all: no caller's leaving ends it. Until it comes, `description` is undefined and the templates are the usual ones;
 * what it then leaves out fails as `unsupported`.
 */
export const createEagerProvider = (base: string, wire: Wire, tell?: Tell): Provider => {
  let can = capabilitiesOf(base);
  let isAsked = false;
  let description: unknown;
  const learn = async (): Promise<void> => {
    isAsked = true;
    try {
      const {url, text} = await wire.get(base);
      const document = jsonIn(text);
      if (!isDescription(document)) return;
      can = offered(url, document, tell);
      description = document;
    } catch (error) {
      // Without an answer, or when the endpoint is down, the next call asks again.
      isAsked = (failureOf(error).status ?? 500) < 500;
    }
  };
  const current = (): Capabilities => {
    if (!isAsked) void learn();
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
  canNow: () => Capabilities,
  {get, post}: Wire,
): Required<Omit<Provider, 'description'>> => {
  const ask: Ask = async (what, values, signal, body) => {
    const url = askable(expand(canNow()[what] ?? '', values));
    if (!url) throw new Failure('unsupported', `${base} does not offer "${what}".`, {url: base});
    return body ? post(url, body, signal) : get(url, signal);
  };
  const list: Provider['list'] = async ({ids, sectionOf, relatedTo, ...same}, {signal}) => {
    const page = askable(same.cursor);
    const values = {...same, id: ids, section_of: sectionOf, related_to: relatedTo};
    return readFeed(await (page ? get(page, signal) : ask('articles', values, signal)));
  };
  const countsIn = async (answer: Promise<Answer>): Promise<CountsAnswer> => {
    const document = parseJson(await answer);
    return {counts: member(document, 'counts'), gone: member(document, 'gone')};
  };
  const more = async () => (await loadMore()).createMore(ask);
  return {
    list,
    byId: (ids, options) => list({ids}, options),
    counts: (ids, {signal}) =>
      ids || canNow().busiest ? countsIn(ask(ids ? 'counts' : 'busiest', {id: ids}, signal)) : undefined,
    adjacent: async (...given) => (await more()).adjacent(...given),
    view: async (...given) => (await more()).view(...given),
    react: async (...given) => (await more()).react(...given),
  };
};

const loadMore = lazy(() => import('./presslet-more.js'));

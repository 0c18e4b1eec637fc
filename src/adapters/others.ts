/** The formats of others: loaded when an endpoint does not answer in our own, or the page names one of them. */

import {Failure} from '../model/failure.js';
import type {Provider} from '../model/provider.js';
import {parseJson} from '../net/json.js';
import type {Answer} from '../net/answer.js';
import type {Wire} from '../net/wire.js';
import {readFeed} from './feed-document.js';
import {createFeedProvider, isFeed} from './json-feed.js';

/**
 * The provider of an endpoint.
 *
 * @param by - The endpoint's answer, which tells its format; or the name of its adapter.
 */
export const openOther = (url: string, by: Answer | string, wire: Wire): Provider => {
  if (typeof by === 'object') return detect(url, by, wire);
  const make = adapters.get(by);
  if (make) return make(url, wire);
  const names = ['presslet', ...adapters.keys()].join(', ');
  throw new Failure('unsupported', `There is no adapter “${by}”; there are ${names}.`, {url});
};

const adapters: ReadonlyMap<string, (url: string, wire: Wire) => Provider> = new Map([
  ['json-feed', (url, wire) => createFeedProvider(url, undefined, wire)],
] satisfies [string, (url: string, wire: Wire) => Provider][]);

const detect = (url: string, answer: Answer, wire: Wire): Provider => {
  const document = parseJson(answer, tried);
  if (isFeed(document)) return createFeedProvider(url, readFeed(answer, document), wire);
  throw new Failure('unreadable', `${url} answered JSON of another kind.${tried}`, {url, status: answer.status});
};

const tried = ' Known are a Presslet description ("presslet": 1) and JSON Feed 1.0 and 1.1 ("version").';

/** A JSON Feed as it came: what both native lists and plain feeds answer with. */

import {Failure} from '../model/failure.js';
import type {ListAnswer} from '../model/provider.js';
import {member} from '../model/untrusted.js';
import {parseJson} from '../net/json.js';
import type {Answer} from '../net/request.js';
import {askable} from './address.js';

/** A list answer whose items are a list, whatever they hold. */
export interface FeedAnswer extends ListAnswer {
  readonly items: readonly unknown[];
}

/** Whether a document calls itself a JSON Feed of version 1: 1.0, 1.1, or one that adds to them. */
export const isFeed = (document: unknown): boolean =>
  /\bjsonfeed\.org\/version\/1(\.|\/?$)/.test(String(member(document, 'version')));

/**
 * The list that an answer holds. The next page may be at another origin (feeds are served from elsewhere than they name),
 * but only at an http address, and nobody's credentials go there.
 */
export const readFeed = (answer: Answer, document: unknown = parseJson(answer)): FeedAnswer => {
  const {url, status} = answer;
  const items = member(document, 'items');
  if (!Array.isArray(items))
    throw new Failure('unreadable', `${url} answered no list of articles: "items" is missing.`, {url, status});
  const extension = member(document, '_presslet');
  return {
    items,
    next: askable(member(document, 'next_url'), url),
    total: member(extension, 'total'),
    computed: member(extension, 'computed'),
    base: url,
  };
};

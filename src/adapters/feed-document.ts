/** A JSON Feed as it came: what both native lists and plain feeds answer with. */

import {Failure} from '../model/failure.js';
import type {ListAnswer} from '../model/provider.js';
import {member} from '../model/untrusted.js';
import {parseJson} from '../net/json.js';
import type {Answer} from '../net/answer.js';
import {askable} from './address.js';

/** A list answer whose items are a list, whatever they hold. */
export interface FeedAnswer extends ListAnswer {
  readonly items: readonly unknown[];
}

/**
 * The list that an answer holds. The next page may be at another origin (feeds are served from elsewhere than they name),
 * but only at an http address, and nobody's credentials go there.
 */
export const readFeed = (answer: Answer, document = parseJson(answer)): FeedAnswer => {
  const {url, status} = answer;
  const of = (name: string): unknown => member(document, name);
  const items = of('items');
  if (!Array.isArray(items)) throw new Failure('unreadable', `${url} has no list of "items".`, {url, status});
  const extension = of('_presslet');
  const authors = of('authors') ?? of('author');
  return {
    // An item that names no author has those of the feed.
    items: authors
      ? items.map((item: unknown) => (isNameless(item) ? {...item, authors: [authors].flat()} : item))
      : items,
    next: askable(of('next_url'), url),
    total: member(extension, 'total'),
    computed: member(extension, 'computed'),
    base: url,
  };
};

const isNameless = (item: unknown): item is object =>
  typeof item === 'object' && item !== null && !member(item, 'authors') && !member(item, 'author');

/** A plain JSON Feed (1.0 or 1.1) as a provider: one list, in its own order. */

import {Failure} from '../model/failure.js';
import type {Provider, Query} from '../model/provider.js';
import {member} from '../model/untrusted.js';
import type {Wire} from '../net/wire.js';
import {askable} from './address.js';
import {readFeed, type FeedAnswer} from './feed-document.js';

/** Whether a document calls itself a JSON Feed of version 1: 1.0, 1.1, or one that adds to them. */
export const isFeed = (document: unknown): boolean =>
  /\bjsonfeed\.org\/version\/1(\.|\/?$)/.test(String(member(document, 'version')));

/** @param first - What the detecting answer held: it serves the first list, so that nothing is asked twice. */
export const createFeedProvider = (url: string, first: FeedAnswer | undefined, {get}: Wire): Provider => {
  let ready = first;
  return {
    list: async (query, {signal}) => {
      const beyond = unanswerable.filter((name) => query[name] !== undefined && query[name] !== 'newest');
      if (beyond.length) throw new Failure('unsupported', `A plain feed cannot choose by ${beyond.join(', ')}.`, {url});
      const feed = (query.cursor ? undefined : ready) ?? readFeed(await get(askable(query.cursor) ?? url, signal));
      ready = undefined;
      if (!query.ids && !query.tag) return feed;
      return {...feed, items: feed.items.filter((item) => isWanted(item, query)), total: undefined};
    },
  };
};

/** What needs a server that chooses. A list of other articles than its heading promises is worse than none. */
const unanswerable = ['section', 'sectionOf', 'relatedTo', 'author', 'query', 'sort', 'period'] as const;

const isWanted = (item: unknown, {ids, tag}: Query): boolean => {
  const tags = member(item, 'tags');
  const isPicked = (name: string): boolean => ids?.includes(String(member(item, name))) ?? true;
  return (isPicked('id') || isPicked('url')) && (!tag || (Array.isArray(tags) && tags.includes(tag)));
};

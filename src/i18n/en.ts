/** English: always there, and what every other language falls back to. */

import type {Messages} from './messages.js';

export const en: Messages = {
  views: {one: '{n} view', other: '{n} views'},
  people: {one: '{n} person in total', other: '{n} people in total'},
  comments: {one: '{n} comment', other: '{n} comments'},
  reactionsTotal: {one: '{n} reaction', other: '{n} reactions'},
  shown: {one: '{n} more article shown', other: '{n} more articles shown'},

  list: 'Articles',
  loading: 'Loading articles…',
  empty: 'No articles yet.',
  failed: 'The articles could not be loaded.',
  failedHint: 'Check your connection and try again.',
  retry: 'Try again',
  stale: 'Could not refresh; showing what was loaded at {time}.',
  offline: 'You are offline.',
  more: 'Show more',

  nav: 'Previous and next article',
  previous: 'Previous article',
  next: 'Next article',
  newest: 'This is the newest article.',
  oldest: 'This is the oldest article.',

  reactionsLabel: 'Reactions',
  reacted: 'Saved: {kinds}.',
  withdrawn: 'Reaction removed.',
  waiting: 'Saved, will be sent later.',
  refused: 'Your reaction could not be saved.',

  kinds: {
    like: 'Like',
    super: 'Super',
    love: 'Love',
    laugh: 'Funny',
    wow: 'Wow',
    sad: 'Sad',
    angry: 'Angry',
    thanks: 'Thanks',
  },
  labels: {
    news: 'News',
    live: 'Live',
    updated: 'Updated',
    opinion: 'Opinion',
    sponsored: 'Sponsored',
    advertorial: 'Advertisement',
  },
  accesses: {free: 'Free', metered: 'Limited access', subscriber: 'Subscribers only'},
};

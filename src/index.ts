/**
 * Presslet: web components that show article teasers, view counts, reaction buttons and previous/next navigation from any content endpoint.
 * This entry registers nothing; `presslet/define` does.
 */
import {register, type DefineOptions} from './elements/define.js';
import {PressNav} from './elements/press-nav.js';
import {PressReactions} from './elements/press-reactions.js';
import {PressSource} from './elements/press-source.js';
import {PressTeasers} from './elements/press-teasers.js';
import {PressViews} from './elements/press-views.js';

/** Registers all elements: sources first, so that widgets find them. Calling it again, or beside another version, does no harm. */
export const define = (options?: DefineOptions): void => {
  register(
    {source: PressSource, teasers: PressTeasers, views: PressViews, reactions: PressReactions, nav: PressNav},
    options,
  );
};

export {PressNav, PressReactions, PressSource, PressTeasers, PressViews};
export type {DefineOptions} from './elements/define.js';
export type {NavShow} from './elements/press-nav.js';
export type {ReactionsLayout} from './elements/press-reactions.js';
export type {TeasersLayout} from './elements/press-teasers.js';
export {createSource, Source, type SourceOptions} from './dom/source.js';
export type {Settings, ViewRule} from './dom/sources.js';
export type {Consent} from './dom/consent.js';
export type {PrefetchMode} from './dom/prefetch.js';
export type {CountOn} from './dom/view-policy.js';
export {
  FailedEvent,
  LoadedEvent,
  OpenedEvent,
  OpenRequestEvent,
  ReactedEvent,
  ReactRequestEvent,
  ViewedEvent,
  ViewRequestEvent,
} from './dom/events.js';
export type {Article, Access, Image, Label, Section, Sponsor} from './model/article.js';
export {Failure, type FailureKind} from './model/failure.js';
export type {Numbers, NumberGroup, Reactions, Reported} from './model/numbers.js';
export type {
  AdjacentAnswer,
  AdjacentOptions,
  CallOptions,
  CountsAnswer,
  ListAnswer,
  Period,
  Provider,
  Query,
  Sort,
  ViewOptions,
  Wish,
} from './model/provider.js';
export type {Show} from './rows/prepare.js';

/**
 * All events of Presslet. A wish ends in `-request`, comes before the deed, and is cancelable;
 * a fact comes after it. All bubble and are composed, so that a page may listen anywhere above.
 */
import type {FailureKind} from '../model/failure.js';

const fact: EventInit = {bubbles: true, composed: true};
const wish: EventInit = {...fact, cancelable: true};

/** An article was seen by its rule and is about to be counted. Bubbles, composed; cancel it to count the view yourself. */
export class ViewRequestEvent extends Event {
  /** The article's id, as the page named it. */
  readonly article: string;

  constructor(article: string) {
    super('press-view-request', wish);
    this.article = article;
  }
}

/** The reader chose other reactions. Bubbles, composed; cancel it and nothing is shown or sent. */
export class ReactRequestEvent extends Event {
  readonly article: string;
  /** The kinds that the reader wants now; empty to withdraw. */
  readonly reactions: readonly string[];
  /** The kinds that the reader had chosen until now. */
  readonly previous: readonly string[];

  constructor(article: string, reactions: readonly string[], previous: readonly string[]) {
    super('press-react-request', wish);
    this.article = article;
    this.reactions = reactions;
    this.previous = previous;
  }
}

/** The reader is about to follow the link of a teaser. Bubbles, composed; cancel it to open the article in your own way. */
export class OpenRequestEvent extends Event {
  readonly article: string;
  readonly url: string;
  /** Where the teaser stands in its list, from 1 on. */
  readonly position: number;

  constructor(article: string, url: string, position: number) {
    super('press-open-request', wish);
    this.article = article;
    this.url = url;
    this.position = position;
  }
}

/** A list, or a part of it, came. Bubbles, composed, not cancelable. */
export class LoadedEvent extends Event {
  /** The ids of all articles that the list shows, in its order. */
  readonly articles: readonly string[];
  /** How many there are in all; undefined where the endpoint does not say. */
  readonly total: number | undefined;

  constructor(articles: readonly string[], total?: number) {
    super('press-loaded', fact);
    this.articles = articles;
    this.total = total;
  }
}

/** Something could not be had or done. Bubbles, composed, not cancelable. */
export class FailedEvent extends Event {
  readonly kind: FailureKind;
  /** What happened and what to do about it, for the developer. */
  readonly message: string;
  /** Tries again what failed. */
  readonly retry: () => void;

  constructor(kind: FailureKind, message: string, retry: () => void) {
    super('press-failed', fact);
    this.kind = kind;
    this.message = message;
    this.retry = retry;
  }
}

/** A teaser was seen: an impression. Bubbles, composed, not cancelable. */
export class SeenEvent extends Event {
  readonly article: string;
  /** Where the teaser stands in its list, from 1 on. */
  readonly position: number;

  constructor(article: string, position: number) {
    super('press-seen', fact);
    this.article = article;
    this.position = position;
  }
}

/** The endpoint has counted a view. Bubbles, composed, not cancelable. */
export class ViewedEvent extends Event {
  readonly article: string;
  /** The views that are known now; undefined where the endpoint does not say. */
  readonly views: number | undefined;

  constructor(article: string, views?: number) {
    super('press-viewed', fact);
    this.article = article;
    this.views = views;
  }
}

/** The endpoint has taken the reader's reactions. Bubbles, composed, not cancelable. */
export class ReactedEvent extends Event {
  readonly article: string;
  /** How often each kind was chosen, by all readers. */
  readonly reactions: ReadonlyMap<string, number>;
  /** The kinds that this reader has chosen. */
  readonly mine: readonly string[];

  constructor(article: string, reactions: ReadonlyMap<string, number>, mine: readonly string[]) {
    super('press-reacted', fact);
    this.article = article;
    this.reactions = reactions;
    this.mine = mine;
  }
}

/** The reader followed the link of a teaser. Bubbles, composed, not cancelable. */
export class OpenedEvent extends Event {
  readonly article: string;
  readonly url: string;
  /** Where the teaser stands in its list, from 1 on. */
  readonly position: number;

  constructor(article: string, url: string, position: number) {
    super('press-opened', fact);
    this.article = article;
    this.url = url;
    this.position = position;
  }
}

declare global {
  interface HTMLElementEventMap {
    'press-view-request': ViewRequestEvent;
    'press-react-request': ReactRequestEvent;
    'press-open-request': OpenRequestEvent;
    'press-loaded': LoadedEvent;
    'press-failed': FailedEvent;
    'press-seen': SeenEvent;
    'press-viewed': ViewedEvent;
    'press-reacted': ReactedEvent;
    'press-opened': OpenedEvent;
  }
}

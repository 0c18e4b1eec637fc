/** The language of the place where an element stands: that of the nearest `lang`, as it is now. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {isLoaded, languageOf, loadLanguage, type Language} from '../i18n/language.js';
import {closest, rootsOf} from './ancestors.js';

export type LanguageHost = ReactiveControllerHost & Element;

/**
 * Gives its host the language of the page around it, and asks for an update when that language, or its words, are others.
 * A page that names none is taken as English: the same page says the same to every reader.
 */
export class LanguageController implements ReactiveController {
  readonly #host: LanguageHost;
  #tag = 'en';
  #isReady = true;
  #stop: (() => void) | undefined;

  constructor(host: LanguageHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Numbers, dates and words; the words are English until the language's own are there. */
  get language(): Language {
    return languageOf(this.#tag);
  }

  /** Whether the language's own words are there, or cannot be had. */
  get isReady(): boolean {
    return this.#isReady;
  }

  hostConnected(): void {
    this.#stop = watchLanguages(this.#host, this.#read);
    this.#read();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  readonly #read = (): void => {
    const tag = closest(this.#host, '[lang]')?.getAttribute('lang') || 'en';
    if (tag === this.#tag && this.#isReady) return;
    this.#tag = tag;
    this.#isReady = isLoaded(tag);
    this.#host.requestUpdate();
    if (!this.#isReady) void loadLanguage(tag).then(() => this.#finish(tag));
  };

  #finish(tag: string): void {
    if (tag !== this.#tag || this.#isReady) return;
    this.#isReady = true;
    this.#host.requestUpdate();
  }
}

interface Watch {
  readonly observer: MutationObserver;
  readonly listeners: Set<() => void>;
}

/** One observer for each root that a widget stands in, whatever the number of widgets. */
const watches = new Map<Node, Watch>();

/** Hears when a `lang` changes in any tree that the element stands in. Answers how to stop. */
const watchLanguages = (element: Element, listener: () => void): (() => void) => {
  const roots = rootsOf(element);
  for (const root of roots) {
    const watch = watches.get(root) ?? startWatch(root);
    watch.listeners.add(listener);
  }
  return () => {
    for (const root of roots) stopWatch(root, listener);
  };
};

const startWatch = (root: Node): Watch => {
  const listeners = new Set<() => void>();
  const observer = new MutationObserver(() => {
    for (const listener of [...listeners]) listener();
  });
  observer.observe(root, {subtree: true, attributeFilter: ['lang']});
  const watch = {observer, listeners};
  watches.set(root, watch);
  return watch;
};

const stopWatch = (root: Node, listener: () => void): void => {
  const watch = watches.get(root);
  watch?.listeners.delete(listener);
  if (watch?.listeners.size !== 0) return;
  watch.observer.disconnect();
  watches.delete(root);
};

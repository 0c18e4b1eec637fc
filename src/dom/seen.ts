/**
 * Whether elements are seen: half of the element is in view, or it covers half of the height of the viewport,
 * because half of a tall article never fits in. One observer serves the page, while anybody watches.
 */
import {isPrerendering} from './prerendering.js';

export type SeenListener = (isSeen: boolean) => void;

/** Starts to watch an element. The listener is told when it is seen, and when it no longer is. Answers how to stop. */
export const watchSeen = (element: Element, listener: SeenListener): (() => void) => {
  const watcher: Watcher = {listener, isSeen: false};
  const watchers = watched.get(element) ?? new Set();
  watched.set(element, watchers.add(watcher));
  observe(element);
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0 && watched.get(element) === watchers) release(element);
  };
};

interface Watcher {
  readonly listener: SeenListener;
  isSeen: boolean;
}

const watched = new Map<Element, Set<Watcher>>();
let observer: IntersectionObserver | undefined;

/**
 * Each step is 0.84 of the one before, down to elements of 900 viewports. However tall an element is, it passes a step
 * between covering half of the viewport and 0.6 of it. (A few even steps never fire for tall elements.)
 */
const steps = [0, ...Array.from({length: 40}, (_, step) => 2 ** (-1 - step / 4))];

const observe = (element: Element): void => {
  // What is only prerendered is laid out, too, but nobody sees it.
  if (isPrerendering(document)) {
    document.addEventListener('prerenderingchange', observeAll, {once: true});
    return;
  }
  observer ??= new IntersectionObserver(report, {threshold: steps});
  // An element that is observed anew is reported anew: a later watcher hears how things stand.
  observer.unobserve(element);
  observer.observe(element);
};

const observeAll = (): void => {
  for (const element of watched.keys()) observe(element);
};

const release = (element: Element): void => {
  watched.delete(element);
  observer?.unobserve(element);
  if (watched.size > 0) return;
  observer?.disconnect();
  observer = undefined;
  document.removeEventListener('prerenderingchange', observeAll);
};

const report = (entries: readonly IntersectionObserverEntry[]): void => {
  for (const entry of entries) {
    const isSeen = isSeenIn(entry);
    for (const watcher of [...(watched.get(entry.target) ?? [])]) {
      if (watcher.isSeen === isSeen) continue;
      watcher.isSeen = isSeen;
      watcher.listener(isSeen);
    }
  }
};

const isSeenIn = ({
  isIntersecting,
  intersectionRatio,
  intersectionRect,
  rootBounds,
}: IntersectionObserverEntry): boolean =>
  // Inside a frame of another origin nobody tells how high the viewport is; the frame is what is known.
  isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? innerHeight) / 2);

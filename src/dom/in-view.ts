/** One-time answers to where an element stands: near the viewport (to begin with lazy work), or out of it (to change size unseen). */

type Wanted = 'near' | 'away';

interface Watch {
  readonly observer: IntersectionObserver;
  readonly callbacks: Map<Element, Set<() => void>>;
}

const watches = new Map<Wanted, Watch>();

/** Calls back once, in a later task, when the element is in the viewport or less than half a screen away. Answers how to stop. */
export const whenNear = (element: Element, callback: () => void): (() => void) => when('near', element, callback);

/** Calls back once, in a later task, when nothing of the element is in the viewport. Answers how to stop. */
export const whenAway = (element: Element, callback: () => void): (() => void) => when('away', element, callback);

const when = (wanted: Wanted, element: Element, callback: () => void): (() => void) => {
  const watch = watches.get(wanted) ?? start(wanted);
  const callbacks = watch.callbacks.get(element) ?? new Set();
  callbacks.add(callback);
  watch.callbacks.set(element, callbacks);
  // An element that is observed anew is reported anew: a later caller hears how things stand.
  watch.observer.unobserve(element);
  watch.observer.observe(element);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0 && watch.callbacks.get(element) === callbacks) stop(wanted, watch, element);
  };
};

const start = (wanted: Wanted): Watch => {
  const report = (entries: readonly IntersectionObserverEntry[]): void => {
    for (const {target, isIntersecting} of entries) {
      if (isIntersecting !== (wanted === 'near')) continue;
      const called = [...(watch.callbacks.get(target) ?? [])];
      stop(wanted, watch, target);
      for (const callback of called) callback();
    }
  };
  const watch: Watch = {
    observer: new IntersectionObserver(report, wanted === 'near' ? {rootMargin: '50%'} : {}),
    callbacks: new Map(),
  };
  watches.set(wanted, watch);
  return watch;
};

const stop = (wanted: Wanted, {observer, callbacks}: Watch, element: Element): void => {
  callbacks.delete(element);
  observer.unobserve(element);
  if (callbacks.size > 0) return;
  observer.disconnect();
  watches.delete(wanted);
};

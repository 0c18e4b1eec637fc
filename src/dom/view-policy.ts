/**
 * What a view is. `load`: the document is active and visible. `visible`: that, and the observed element was seen for one
 * continuous second. `dwell`: that, with the focus in the page, for ten seconds in all.
 * A document restored from the back/forward cache goes on where it was: it is the same page life.
 */
import {closest} from './ancestors.js';
import {isPrerendering} from './prerendering.js';
import {watchSeen} from './seen.js';
import type {ViewRule} from './sources.js';
import {warnOnce} from './warn.js';

/** When a view is counted by itself. */
export type CountOn = 'load' | 'visible' | 'dwell';
export const countOns: readonly CountOn[] = ['load', 'visible', 'dwell'];

/** What the reader's screen shows at this moment. */
interface Moment {
  /** Visible, and not merely prerendered. */
  readonly isShown: boolean;
  readonly isSeen: boolean;
  readonly hasFocus: boolean;
}

interface Rule {
  readonly holds: (moment: Moment) => boolean;
  /** For how long it must hold, in ms. */
  readonly lasts: number;
  /** Whether what was interrupted is added up; else it starts anew. */
  readonly isSum: boolean;
}

const rules: ReadonlyMap<CountOn, Rule> = new Map([
  ['load', {holds: ({isShown}) => isShown, lasts: 0, isSum: false}],
  ['visible', {holds: ({isShown, isSeen}) => isShown && isSeen, lasts: 1000, isSum: false}],
  ['dwell', {holds: ({isShown, isSeen, hasFocus}) => isShown && isSeen && hasFocus, lasts: 10_000, isSum: true}],
]);

interface Listenable {
  addEventListener(type: string, listener: () => void, options: {readonly signal: AbortSignal}): void;
}

/** What the rules look at; a test brings its own. */
export interface ViewPorts {
  readonly page: Listenable & Pick<Document, 'visibilityState' | 'hasFocus'>;
  readonly window: Listenable;
  readonly watchSeen: typeof watchSeen;
  now(): number;
  /** Calls back after that many ms. Answers how to call that off. */
  later(callback: () => void, delay: number): () => void;
}

const browserPorts = (): ViewPorts => ({
  page: document,
  window,
  watchSeen,
  now: () => performance.now(),
  later: (callback, delay) => {
    const timer = setTimeout(callback, delay);
    return () => clearTimeout(timer);
  },
});

/** The element whose being seen is the reading of the article: the nearest `<article>` around, else the element itself. */
export const observedBy = (element: Element): Element => closest(element, 'article') ?? element;

/** Calls back once, in a later task, when the rule was kept. Until then the signal ends all that this started. */
export const whenViewed = (
  countOn: CountOn,
  element: Element,
  viewed: () => void,
  {signal, ports = browserPorts()}: {readonly signal: AbortSignal; readonly ports?: ViewPorts},
): void => {
  const rule = rules.get(countOn);
  // A page may set any word in the moment before it is narrowed.
  if (rule === undefined || signal.aborted) return;
  const {page} = ports;
  const done = new AbortController();
  const until = {signal: AbortSignal.any([signal, done.signal])};
  let isSeen = false;
  const stopwatch = createStopwatch(rule, ports, () => {
    done.abort();
    viewed();
  });
  const look = (): void =>
    stopwatch.look({
      isShown: !isPrerendering(page) && page.visibilityState === 'visible',
      isSeen,
      hasFocus: page.hasFocus(),
    });
  // At activation `visibilitychange` comes while `prerendering` is still true, then `prerenderingchange`: both are heard.
  for (const type of ['visibilitychange', 'prerenderingchange']) page.addEventListener(type, look, until);
  for (const type of ['focus', 'blur']) ports.window.addEventListener(type, look, until);
  const stopSeeing = ports.watchSeen(observedBy(element), (seen) => {
    isSeen = seen;
    look();
  });
  until.signal.addEventListener('abort', () => {
    stopSeeing();
    stopwatch.stop();
  });
  look();
};

interface Stopwatch {
  look(moment: Moment): void;
  stop(): void;
}

const createStopwatch = ({holds, lasts, isSum}: Rule, {now, later}: ViewPorts, finished: () => void): Stopwatch => {
  let spent = 0;
  let since: number | undefined;
  let cancel: (() => void) | undefined;

  const wait = (from: number): void => {
    cancel = later(
      () => {
        // A timer may be early by the width of the clock's step.
        if (spent + now() - from < lasts) wait(from);
        else finished();
      },
      lasts - spent - (now() - from),
    );
  };
  const stop = (): void => {
    cancel?.();
    cancel = undefined;
    if (since !== undefined && isSum) spent += now() - since;
    since = undefined;
  };
  return {
    look(moment) {
      if (holds(moment) === (since !== undefined)) return;
      if (since !== undefined) {
        stop();
        return;
      }
      since = now();
      wait(since);
    },
    stop,
  };
};

/** Automated browsers read nothing. */
const ownRule: ViewRule = ({isAutomated}) => !isAutomated;

/**
 * Whether a view that kept the rule is to be counted. A page may say so by a function of its own; only `true` counts,
 * and where that function fails nothing is counted.
 */
export const isCounted = (
  article: string,
  element: Element,
  rule?: ViewRule | null,
  isAutomated = navigator.webdriver,
): boolean => {
  try {
    const answer: unknown = (rule ?? ownRule)({article, element, isAutomated});
    return answer === true;
  } catch (error) {
    warnOnce('viewRule', `viewRule failed, so no view is counted. ${error instanceof Error ? error.message : ''}`);
    return false;
  }
};

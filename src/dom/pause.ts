/** Breaks in long work, so that the reader's clicks and keys never wait for it. */
import type {Pause} from '../model/slices.js';

/** Half of a frame at 60 Hz: the other half is left to style, layout and the page. */
const slice = 8;

/** When the running task began to work; one for the page, because two lists in one task share its time. */
let began: number | undefined;

/** A pause for work in slices of 8 ms, counted over all work in the same task. */
export const createPause = (): Pause => ({
  isDue() {
    if (began === undefined) {
      began = performance.now();
      void nextTask().then(forget);
    }
    return performance.now() - began >= slice;
  },
  async next() {
    await nextTurn();
    forget();
  },
});

const forget = (): void => {
  began = undefined;
};

// Support: scheduler.yield Chrome 129 Firefox 142, not in Safari. It comes back before other tasks that wait.
const nextTurn = (): Promise<void> => {
  // The compiler takes it for granted; and a page's own script may have taken the name for something else.
  const {scheduler} = globalThis as {readonly scheduler?: {yield?(): Promise<void>} | null};
  // Inside a task of the page that was called off it rejects; our work goes on.
  return scheduler?.yield ? scheduler.yield().catch(nextTask) : nextTask();
};

/** A message is a task of its own at once; nested timers wait 4 ms. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

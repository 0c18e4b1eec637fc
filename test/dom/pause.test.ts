import {expect} from '@open-wc/testing';
import {createPause} from '../../src/dom/pause.js';

/** Keeps the page busy, as work does. */
const workFor = (ms: number): void => {
  for (const end = performance.now() + ms; performance.now() < end;);
};

const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

describe('breaks in long work', () => {
  it('lets work of a few milliseconds go through', async () => {
    const pause = createPause();
    await pause.next();
    expect(pause.isDue()).to.equal(false);
  });

  it('is due after 8 ms, and no longer after the break', async () => {
    const pause = createPause();
    await pause.next();
    pause.isDue();
    workFor(9);
    expect(pause.isDue()).to.equal(true);
    await pause.next();
    expect(pause.isDue()).to.equal(false);
  });

  it('counts the work of two lists in one task together', async () => {
    const [one, other] = [createPause(), createPause()];
    await one.next();
    one.isDue();
    workFor(9);
    expect(other.isDue()).to.equal(true);
    await other.next();
  });

  it('does not count what happens between two tasks as work', async () => {
    const pause = createPause();
    await pause.next();
    pause.isDue();
    // Messages of two channels that were posted in one task may come in any order.
    await nextTask();
    await nextTask();
    workFor(9);
    expect(pause.isDue()).to.equal(false);
  });

  for (const scheduler of [undefined, {}, 'a name that the page uses for something else']) {
    it(`lets other tasks in where the browser cannot yield (${typeof scheduler})`, async () => {
      const own = Object.getOwnPropertyDescriptor(globalThis, 'scheduler');
      Object.defineProperty(globalThis, 'scheduler', {value: scheduler, configurable: true});
      try {
        const other = {hasRun: false};
        void nextTask().then(() => (other.hasRun = true));
        const pause = createPause();
        for (let turn = 0; turn < 100 && !other.hasRun; turn += 1) await pause.next();
        expect(other.hasRun).to.equal(true);
      } finally {
        if (own) Object.defineProperty(globalThis, 'scheduler', own);
        else Reflect.deleteProperty(globalThis, 'scheduler');
      }
    });
  }

  it('goes on inside a task of the page that was called off', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'scheduler');
    const refusing = {yield: () => Promise.reject(new DOMException('called off', 'AbortError'))};
    Object.defineProperty(globalThis, 'scheduler', {value: refusing, configurable: true});
    try {
      await createPause().next();
    } finally {
      if (own) Object.defineProperty(globalThis, 'scheduler', own);
      else Reflect.deleteProperty(globalThis, 'scheduler');
    }
  });
});

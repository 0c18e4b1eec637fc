// What the benchmark measures in its page. Times in ms; the contestants take turns, so that a noisy neighbour hits both.
import {articles} from './articles.js';
import {contestants} from './contestants.js';

const names = Object.keys(contestants);

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Posted inside a frame, it comes when that frame was drawn. */
const afterFrame = () =>
  new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(undefined);
  });

const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1];

/** One list from its making to the frame that shows it. */
const show = (name, items) =>
  new Promise((resolve) => {
    let start;
    let made;
    requestAnimationFrame(() => {
      start = performance.now();
      made = contestants[name](items);
    });
    // The second call of the same frame: what needed no further task is done by now.
    requestAnimationFrame(async () => {
      const isLate = !made.isDone;
      await made.done;
      const script = performance.now() - start;
      document.body.getBoundingClientRect();
      const layout = performance.now() - start;
      const end = isLate
        ? await new Promise((shown) => requestAnimationFrame(() => shown(afterFrame())))
        : await afterFrame();
      resolve({script, layout, ready: end - start, made});
    });
  });

/** Changes of one number, each with the layout that it causes; the first is not counted. */
const change = (made, count, round) => {
  const times = 50;
  const at = (index) => `a${(index * 37) % count}`;
  made.set(at(0), 100_000 * (round + 1));
  document.body.getBoundingClientRect();
  const start = performance.now();
  for (let index = 1; index <= times; index++) {
    made.set(at(index), 100_000 * (round + 1) + index);
    document.body.getBoundingClientRect();
  }
  return (performance.now() - start) / times;
};

/** Medians over the rounds, after one that warms up. */
const compare = async (count, rounds) => {
  const results = Object.fromEntries(names.map((name) => [name, {script: [], layout: [], ready: [], change: []}]));
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      await frame();
      const {made, ...times} = await show(name, articles(count));
      if (made.rows().length !== count) throw new Error(`${name} shows ${made.rows().length} rows of ${count}`);
      await frame();
      const all = {...times, change: change(made, count, round + 1)};
      made.element.remove();
      await frame();
      if (round >= 0) for (const [what, time] of Object.entries(all)) results[name][what].push(time);
    }
  }
  const medians = (lists) => Object.fromEntries(Object.entries(lists).map(([what, list]) => [what, median(list)]));
  return Object.fromEntries(Object.entries(results).map(([name, lists]) => [name, medians(lists)]));
};

/** The lengths of all tasks over 50 ms while something is done. */
const longTasks = async (work) => {
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({duration}) => duration)));
  await pause(300);
  observer.observe({type: 'longtask'});
  await work();
  await pause(500);
  observer.disconnect();
  return tasks.map(Math.round);
};

globalThis.bench = {
  names,
  compare,
  /** Of the first list of a page, and of the next one, when the code is known to the engine. */
  tasks: async (name, count) => {
    const lists = [];
    for (const items of [articles(count), articles(count)]) {
      let made;
      lists.push(await longTasks(async () => ({made} = await show(name, items))));
      made.element.remove();
    }
    return lists;
  },
  prepare: (count) => {
    globalThis.items = articles(count);
  },
  /** Shows a list and leaves it there, for the memory that it takes. */
  keep: async (name) => {
    globalThis.kept = await show(name, globalThis.items);
    await pause(500);
  },
};

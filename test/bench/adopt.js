// Takes a list over that the server wrote: loads the library when the benchmark says so, and compares every node.
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

globalThis.adopt = async () => {
  const teasers = document.querySelector('press-teasers');
  const before = [...teasers.querySelectorAll('*')];
  const tasks = [];
  let shift = 0;
  const observe = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({type, buffered: false});
  observe('longtask', ({duration}) => tasks.push(Math.round(duration)));
  observe('layout-shift', ({value}) => (shift += value));
  await pause(300);
  const start = performance.now();
  await import('/cdn/presslet.js');
  const source = document.createElement('press-source');
  // One number changed since the page was written.
  source.provider = {counts: () => Promise.resolve({counts: {a0: {views: 7_654_321, as_of: Date.now()}}, gone: []})};
  document.body.append(source);
  while (!teasers.textContent.includes('7,654,321')) await pause(5);
  const ready = performance.now() - start;
  await pause(500);
  const after = new Set(teasers.querySelectorAll('*'));
  const replaced = before.filter((element) => !after.has(element)).length + after.size - before.length;
  return {elements: before.length, replaced, tasks, shift, ready};
};

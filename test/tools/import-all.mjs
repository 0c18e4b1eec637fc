// Imports the modules named as arguments, in a Node in which every global of a browser is a trap, and prints a JSON
// list of what went wrong. Lit is loaded before the traps are set: in Node it brings stand-ins of its own.
import {pathToFileURL} from 'node:url';
import 'lit';

const traps = [
  ...['window', 'self', 'document', 'navigator', 'location', 'history', 'customElements', 'visualViewport', 'screen'],
  ...['Node', 'Element', 'HTMLElement', 'ShadowRoot', 'Document', 'DOMParser', 'CSSStyleSheet', 'CSS', 'Range'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'BroadcastChannel', 'fetch', 'XMLHttpRequest'],
  ...['IntersectionObserver', 'ResizeObserver', 'MutationObserver', 'PerformanceObserver', 'scheduler'],
  ...['matchMedia', 'getComputedStyle', 'requestAnimationFrame', 'requestIdleCallback', 'addEventListener'],
  ...['dispatchEvent', 'getSelection', 'scrollTo', 'scrollBy', 'innerWidth', 'innerHeight', 'devicePixelRatio'],
];

for (const name of traps) {
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      throw new Error(`touches ${name} at import`);
    },
  });
}

const problems = [];
for (const file of process.argv.slice(2)) {
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    problems.push(`${file}: ${error.message}`);
  }
}
process.stdout.write(JSON.stringify(problems));
process.exit(0);

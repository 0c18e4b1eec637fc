/** The number that a page wrote inside an element, and the place where it stands. */
import {readCount} from '../model/count.js';

export interface WrittenNumber {
  readonly value: number;
  /** Writes another number where this one stands; words around it stay. */
  write(value: number, text: string): void;
}

/** Digits in groups, as languages write them. */
const digits = /\d+(?:[\s,.'’]\d{3})*/;

/** The first number among the element's own texts; children with `slot=` do not count. */
export const writtenNumber = (element: Element): WrittenNumber | undefined => {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.nodeValue ?? '';
    const found = digits.exec(text)?.[0];
    // Here a dot can only group: views have no fractions.
    const value = readCount(found?.replaceAll('.', ','), '', () => undefined);
    if (found !== undefined && value !== undefined && !node.parentElement?.closest('[slot]'))
      return place(node, found, value);
  }
  return undefined;
};

const place = (node: Node, found: string, value: number): WrittenNumber => {
  let now = found;
  return {
    value,
    write(next, text) {
      const holder = node.parentElement;
      if (holder?.matches('data, meter')) holder.setAttribute('value', String(next));
      const around = node.nodeValue ?? '';
      const at = around.indexOf(now);
      if (at < 0 || now === text) return;
      node.nodeValue = around.slice(0, at) + text + around.slice(at + now.length);
      now = text;
    },
  };
};

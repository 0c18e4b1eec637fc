/** As much of a document as rows need where there is none. Everything is escaped on the way out, whoever wrote it. */
import type {Inner, Marked} from '../rows/marked.js';

/** Elements that hold nothing and have no end tag. */
export const isVoid = (name: string): boolean =>
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/.test(name);

const signs: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\u00a0', '&nbsp;'],
]);
/** For texts and for attributes in double quotes. */
export const escape = (text: string): string => text.replace(/[&<>"\u00a0]/g, (sign) => signs.get(sign) ?? sign);

export class TextNode implements Inner {
  readonly nodeType = 3;
  nodeValue: string;
  parent: RowNode | null = null;

  constructor(text: string) {
    this.nodeValue = text;
  }

  get nextSibling(): Inner | null {
    return this.parent?.next(this) ?? null;
  }

  toString(): string {
    return escape(this.nodeValue);
  }
}

export class RowNode implements Marked {
  readonly nodeType = 1;
  nodeValue: string | null = null;
  readonly localName: string;
  readonly attributes: Map<string, string>;
  parent: RowNode | null = null;
  #nodes: (RowNode | TextNode)[] = [];

  constructor(name: string, attributes: Iterable<readonly [string, string]> = []) {
    this.localName = name;
    this.attributes = new Map(attributes);
  }

  get parentElement(): RowNode | null {
    return this.parent;
  }

  get children(): readonly RowNode[] {
    return this.#nodes.filter((node) => node instanceof RowNode);
  }

  get firstChild(): Inner | null {
    return this.#nodes[0] ?? null;
  }

  get firstElementChild(): RowNode | null {
    return this.children[0] ?? null;
  }

  get nextSibling(): Inner | null {
    return this.parent?.next(this) ?? null;
  }

  get nextElementSibling(): RowNode | null {
    const beside = this.parent?.children ?? [];
    return beside[beside.indexOf(this) + 1] ?? null;
  }

  get textContent(): string {
    return this.#nodes.map((node) => (node instanceof RowNode ? node.textContent : node.nodeValue)).join('');
  }

  set textContent(text: string | null) {
    this.#nodes = [];
    if (text) this.append(new TextNode(text));
  }

  getAttribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }

  removeAttribute(name: string): void {
    this.attributes.delete(name);
  }

  /** Finds marked places, whatever is asked for. */
  querySelectorAll(): readonly RowNode[] {
    return this.children.flatMap((child) => {
      const isMarked = child.attributes.has('itemprop') || child.attributes.has('data-press');
      return isMarked ? [child, ...child.querySelectorAll()] : child.querySelectorAll();
    });
  }

  cloneNode(): RowNode {
    const copy = new RowNode(this.localName, this.attributes);
    for (const node of this.#nodes)
      copy.append(node instanceof RowNode ? node.cloneNode() : new TextNode(node.nodeValue));
    return copy;
  }

  append(node: RowNode | TextNode): void {
    node.parent = this;
    this.#nodes.push(node);
  }

  /** Takes nodes of this kind alone. */
  after(node: Inner | string): void {
    if (!this.parent || !(node instanceof RowNode || node instanceof TextNode)) return;
    node.parent = this.parent;
    this.parent.#nodes.splice(this.parent.#nodes.indexOf(this) + 1, 0, node);
  }

  remove(): void {
    if (!this.parent) return;
    this.parent.#nodes.splice(this.parent.#nodes.indexOf(this), 1);
    this.parent = null;
  }

  next(node: RowNode | TextNode): Inner | null {
    return this.#nodes[this.#nodes.indexOf(node) + 1] ?? null;
  }

  toString(): string {
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}${value && `="${escape(value)}"`}`);
    const start = `<${this.localName}${attributes.join('')}>`;
    return isVoid(this.localName) ? start : `${start}${this.#nodes.join('')}</${this.localName}>`;
  }
}

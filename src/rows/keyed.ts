/** The rows of one list, by article: a row never changes its article, and a reader's focus never its row. */
import {numberGroups, type NumberGroup} from '../model/numbers.js';
import type {Pause} from '../model/slices.js';
import type {Placed, Words} from './fields.js';
import {ours, write, type Vocabulary} from './write.js';

export interface PlaceOptions {
  readonly pause: Pause;
  /** The rows stand behind this child, as behind the page's `<template>`; without it at the start. */
  readonly after?: Element | undefined;
}

/** As many rows are placed at once; a list of fewer than `sliced` is never interrupted. */
const atOnce = 20;
const sliced = 50;

export class Rows {
  /** For rows that a page has a hand in: `whole`. */
  vocabulary: Vocabulary = ours;
  readonly #rows = new Map<string, Element>();
  /** Those among them that are ours to move. */
  readonly #own = new Set<Node>();
  #turn = 0;

  get size(): number {
    return this.#rows.size;
  }

  get ids(): readonly string[] {
    return [...this.#rows.keys()];
  }

  get(id: string): Element | undefined {
    return this.#rows.get(id);
  }

  /** Takes over a row that the page wrote. It is never moved, and goes only by `remove`. */
  keep(id: string, row: Element): void {
    this.#rows.set(id, row);
  }

  /** Removes the row of an article, whoever wrote it. */
  remove(id: string): void {
    const row = this.#rows.get(id);
    if (!row) return;
    row.remove();
    this.#own.delete(row);
    this.#rows.delete(id);
  }

  /** Removes our rows and forgets the page's, which stay where they are. A placing under way stops. */
  clear(): void {
    this.#turn++;
    this.#drop(new Set());
    this.#rows.clear();
  }

  /**
   * Brings the rows of these articles into this order: the first at once, long lists in slices. Our rows of other
   * articles go. What follows a row of the page is placed behind it, wherever that is.
   *
   * @param make - Called for an article without a row; without an answer the article is left out.
   * @returns False when another call came between, which then goes on.
   */
  async place(
    parent: Element,
    ids: readonly string[],
    make: (id: string, index: number) => Element | undefined,
    options: PlaceOptions,
  ): Promise<boolean> {
    const turn = ++this.#turn;
    const {pause, after} = options;
    this.#drop(new Set(ids));
    let focused = focusedChild(parent);
    const placed: Element[] = [];
    for (const [index, id] of ids.entries()) {
      if (ids.length >= sliced && index >= atOnce && pause.isDue()) {
        await pause.next();
        if (turn !== this.#turn) return false;
        focused = focusedChild(parent);
      }
      const known = this.#rows.get(id);
      const row = known ?? make(id, index);
      if (!row) continue;
      if (!known) {
        this.#rows.set(id, row);
        this.#own.add(row);
      }
      // Whoever was placed in an earlier slice may be gone by now.
      const before = placed.findLast((each) => each.parentElement) ?? after;
      if (this.#own.has(row) && row !== focused) this.#put(row, before, before?.parentElement ?? parent, focused);
      placed.push(row);
    }
    return true;
  }

  /**
   * Writes an article: all of it, or the groups of numbers that changed. Of a row that the page wrote never more than
   * its numbers and, where asked, its dates.
   */
  write(id: string, article: Placed, words: Words, groups?: readonly NumberGroup[], hasDates = false): void {
    const row = this.#rows.get(id);
    if (!row) return;
    const pages = hasDates ? ([...numberGroups, 'date'] as const) : numberGroups;
    write(row, article, words, this.vocabulary, groups ?? (this.#own.has(row) ? undefined : pages));
  }

  #drop(wanted: ReadonlySet<string>): void {
    for (const [id, row] of this.#rows) if (!wanted.has(id) && this.#own.has(row)) this.remove(id);
  }

  /** Lets a row follow the one before it; what the page put between them, and one row that will go on, do not matter. */
  #put(row: Element, before: Element | undefined, into: Element, focused: Element | undefined): void {
    const first = before ? before.nextSibling : into.firstChild;
    const isMove = row.parentElement === into;
    let between = 0;
    for (let next = isMove ? first : null; next; next = next.nextSibling) {
      if (next === row) return;
      if (this.#own.has(next) && (next === focused || ++between > 1)) break;
    }
    // Support: moveBefore Chromium 133, Firefox 144. It keeps what frames and animations in a row are doing.
    if ('moveBefore' in into && isMove && into.isConnected) into.moveBefore(row, first);
    else into.insertBefore(row, first);
  }
}

/** The row that has the focus: the others are moved around it, because to be moved would cost it the focus. */
const focusedChild = (parent: Element): Element | undefined => {
  const root = parent.getRootNode();
  let active = root instanceof ShadowRoot ? root.activeElement : parent.ownerDocument.activeElement;
  while (active && active.parentElement !== parent) active = active.parentElement;
  return active ?? undefined;
};

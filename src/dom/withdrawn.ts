/** Rows of withdrawn articles that are in view: they keep their place, invisible and inert, until nobody sees them go. */
import {whenAway} from './in-view.js';

export class Withdrawn {
  /** Id → how to stop waiting. */
  readonly #held = new Map<string, () => void>();
  readonly #removed: (id: string) => void;

  /** @param removed - Called when the row of an article may go. */
  constructor(removed: (id: string) => void) {
    this.#removed = removed;
  }

  has(id: string): boolean {
    return this.#held.has(id);
  }

  /** Hides a row where it stands. */
  hold(id: string, row: Element): void {
    if (this.#held.has(id)) return;
    row.toggleAttribute('inert', true);
    row.classList.add('press-withdrawn');
    // The page's own rows have no style sheet of ours; by the CSSOM no policy is in the way.
    if (row instanceof HTMLElement) row.style.setProperty('visibility', 'hidden', 'important');
    this.#held.set(
      id,
      whenAway(row, () => this.#release(id)),
    );
  }

  /** The reader acts: what moves now is no surprise. */
  releaseAll(): void {
    for (const id of [...this.#held.keys()]) this.#release(id);
  }

  #release(id: string): void {
    this.#held.get(id)?.();
    if (this.#held.delete(id)) this.#removed(id);
  }
}

/** The new order, with what is held standing behind what it stood behind. */
export const withHeld = (
  before: readonly string[],
  now: readonly string[],
  isHeld: (id: string) => boolean,
): readonly string[] => {
  const order = [...now];
  for (const [index, id] of before.entries()) {
    if (!isHeld(id) || order.includes(id)) continue;
    const previous = before.slice(0, index).findLast((each) => order.includes(each));
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id);
  }
  return order;
};

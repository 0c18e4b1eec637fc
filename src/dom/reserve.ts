/**
 * The room that a list takes, in rows. It grows at once; it shrinks only when nobody sees it or the reader has acted,
 * so that nothing below ever moves under the reader's eyes.
 */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {loadLater} from './later.js';
import {warnOfChunk} from './warn.js';

export class Reserve implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #box: () => HTMLElement | null;
  #rows = 0;
  #smaller: number | undefined;
  #stop: (() => void) | undefined;

  /** @param box - Holds `--_rows`, of which its style makes the least height. */
  constructor(host: ReactiveControllerHost & HTMLElement, box: () => HTMLElement | null) {
    this.#host = host;
    this.#box = box;
    host.addController(this);
  }

  /** So many rows are needed from now on. */
  need(rows: number): void {
    if (rows >= this.#rows) {
      this.#forget();
      this.#set(rows);
      return;
    }
    this.#smaller = rows;
    void this.#wait();
  }

  async #wait(): Promise<void> {
    try {
      const {whenAway} = await loadLater();
      if (this.#smaller !== undefined) this.#stop ??= whenAway(this.#host, () => this.settle());
    } catch (error) {
      warnOfChunk(error);
    }
  }

  /** Shrinks to what is needed: the reader has acted, or does not look. */
  settle(): void {
    const rows = this.#smaller;
    this.#forget();
    if (rows !== undefined) this.#set(rows);
  }

  hostConnected(): void {
    for (const type of ['click', 'keydown']) this.#host.addEventListener(type, this.#act);
  }

  hostDisconnected(): void {
    for (const type of ['click', 'keydown']) this.#host.removeEventListener(type, this.#act);
    this.settle();
  }

  #set(rows: number): void {
    if (rows === this.#rows) return;
    this.#rows = rows;
    this.#box()?.style.setProperty('--_rows', String(rows));
  }

  #forget(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#smaller = undefined;
  }

  readonly #act = (): void => this.settle();
}

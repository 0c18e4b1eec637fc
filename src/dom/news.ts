/** Tells the page, once each, that a list came or could not be had; and the reader, where nothing is left to read. */
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Language} from '../i18n/language.js';
import type {Failure} from '../model/failure.js';
import {FailedEvent, LoadedEvent} from './events.js';
import {say} from './say.js';

/** Whose news is told. */
export interface Newsworthy {
  readonly failure: Failure | undefined;
  readonly state: string;
  readonly total?: number | undefined;
  retry(): void;
}

export class News implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #of: Newsworthy;
  #toldIds: readonly string[] | undefined;
  #toldFailure: Failure | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, of: Newsworthy) {
    this.#host = host;
    this.#of = of;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#toldIds = undefined;
    this.#toldFailure = undefined;
  }

  /** All rows are in place. */
  loaded(ids: readonly string[]): void {
    if (ids === this.#toldIds) return;
    this.#toldIds = ids;
    this.#host.dispatchEvent(new LoadedEvent(ids, this.#of.total));
  }

  /** To be called when something may have failed. */
  failed(language: Language): void {
    const {failure, state} = this.#of;
    if (failure === this.#toldFailure) return;
    this.#toldFailure = failure;
    if (!failure || failure.kind === 'aborted') return;
    const retry = (): void => this.#of.retry();
    this.#host.dispatchEvent(new FailedEvent(failure.kind, failure.message, retry));
    if (state === 'failed' || state === 'offline') say(language.say(state), language);
  }
}

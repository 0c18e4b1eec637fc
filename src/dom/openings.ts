/** The reader follows the link of a teaser: the page may hear of it before and after, and stop it. */
import type {ReactiveController} from 'lit';
import {OpenedEvent, OpenRequestEvent} from './events.js';
import type {SourceHost} from './source-controller.js';

interface Place {
  readonly article: string;
  readonly position: number;
}

export class Openings implements ReactiveController {
  readonly #host: SourceHost;
  readonly #placeOf: (element: Element) => Place | undefined;

  /** @param placeOf - Which teaser an element stands in. */
  constructor(host: SourceHost, placeOf: (element: Element) => Place | undefined) {
    this.#host = host;
    this.#placeOf = placeOf;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('click', this.#open);
    // The middle button opens a new tab without a click.
    this.#host.addEventListener('auxclick', this.#open);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('click', this.#open);
    this.#host.removeEventListener('auxclick', this.#open);
  }

  readonly #open = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button > 1) return;
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    const place = link?.href ? this.#placeOf(link) : undefined;
    if (!link || !place) return;
    const {article, position} = place;
    if (this.#host.dispatchEvent(new OpenRequestEvent(article, link.href, position)))
      this.#host.dispatchEvent(new OpenedEvent(article, link.href, position));
    else event.preventDefault();
  };
}

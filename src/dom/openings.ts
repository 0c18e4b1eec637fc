/** The reader follows the link of a teaser: the page may hear of it before and after, and stop it. */
import {OpenedEvent, OpenRequestEvent} from './events.js';

interface Place {
  readonly article: string;
  readonly position: number;
}

/** @param placeOf - Which teaser an element stands in. */
export const openLink = (
  host: HTMLElement,
  event: MouseEvent,
  placeOf: (element: Element) => Place | undefined,
): void => {
  if (event.defaultPrevented || event.button > 1) return;
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
  const place = link?.href ? placeOf(link) : undefined;
  if (!link || !place) return;
  const {article, position} = place;
  if (host.dispatchEvent(new OpenRequestEvent(article, link.href, position)))
    host.dispatchEvent(new OpenedEvent(article, link.href, position));
  else event.preventDefault();
};

/** Writes another article into a link of the page's own, which keeps its place, its look and its words around the title. */
import type {Article} from '../model/article.js';
import type {Table} from '../store/table.js';

/** @param article - Null: there is none, and the link is hidden where it stands. Undefined: nobody knows. */
export const writeLink = (link: HTMLAnchorElement, article: Article | null | undefined, table: Table): void => {
  // A link of the page that waits for its article may have no address yet.
  const isSame = article && link.href && [article.url, article.id].includes(table.idOf(link.href) ?? link.href);
  if (article?.url && !isSame) write(link, article, article.url);
  conceal(link, article === null || (!article && table.isGone(link.href)));
};

const write = (link: HTMLAnchorElement, {title}: Article, url: string): void => {
  const place = titlePlace(link);
  const [before] = words.exec(place.textContent ?? '') ?? [];
  link.href = url;
  link.hidden = false;
  // Those of another article.
  for (const other of link.querySelectorAll<HTMLElement>('img, picture, time')) other.hidden = true;
  for (const name of ['aria-label', 'title']) {
    const text = link.getAttribute(name);
    if (before && text?.includes(before))
      link.setAttribute(
        name,
        text.replace(before, () => title),
      );
  }
  if (place instanceof Text && before) place.data = place.data.replace(words, () => title);
  else place.textContent = title;
};

/** Its box stays, so that nothing around it moves. Nobody can see, focus or hear it. */
const conceal = (link: HTMLElement, isConcealed: boolean): void => {
  const wanted = isConcealed ? 'hidden' : '';
  if (isConcealed || concealed.has(link)) link.style.visibility = wanted;
  if (isConcealed) concealed.add(link);
  else concealed.delete(link);
};
const concealed = new WeakSet<Element>();

/** All but arrows at the ends. */
const words = /[^\s←→‹›<>](?:.*[^\s←→‹›<>])?/s;

/** A marked place; else the only one that says something; else, of several elements, the last: a label stands before it. */
const titlePlace = (link: Element): Node => {
  const marked = link.querySelector('[itemprop~=headline], [itemprop~=name]');
  if (marked) return innermost(marked);
  const speaking = speakingIn(link);
  const last = speaking.at(-1);
  return last instanceof Element && speaking.every((node) => node instanceof Element)
    ? innermost(last)
    : innermost(link);
};

const innermost = (element: Element): Node => {
  const [only, ...others] = speakingIn(element);
  if (!only || others.length > 0) return element;
  return only instanceof Element ? innermost(only) : only;
};

/** Texts with letters or digits, and elements with such texts, that assistive technology is told of. */
const speakingIn = (element: Element): readonly ChildNode[] =>
  [...element.childNodes].filter(
    (node) =>
      (node instanceof Text || (node instanceof Element && !node.matches('[aria-hidden=true], [hidden], time'))) &&
      /[\p{L}\p{N}]/u.test(node.textContent),
  );

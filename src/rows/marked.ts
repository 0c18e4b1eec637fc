/** The members of Element that rows use: the browser has them, and the server brings a small node of its own. */

/** Any node inside a row. */
export interface Inner {
  readonly nodeType: number;
  nodeValue: string | null;
  readonly nextSibling: Inner | null;
}

export interface Marked extends Inner {
  readonly localName: string;
  readonly parentElement: Marked | null;
  readonly children: Iterable<Marked>;
  readonly firstChild: Inner | null;
  readonly firstElementChild: Marked | null;
  readonly nextElementSibling: Marked | null;
  textContent: string | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  /** Asked for `marked` alone. */
  querySelectorAll(selector: string): Iterable<Marked> & ArrayLike<Marked>;
  cloneNode(deep: boolean): Inner;
  after(node: Inner | string): void;
  remove(): void;
}

/** The places of a row: what schema.org has a name for, and what it lacks. */
export const marked = '[itemprop],[data-press]';

/** An item of its own inside the row, as a person or a number. */
export const isScope = (place: Marked): boolean =>
  place.getAttribute('itemscope') !== null || place.getAttribute('data-press') === 'reaction';

/** Elements that run, load, style or rule the page are no places, whatever they are marked as. */
export const isClosed = (place: Marked): boolean =>
  /^(?:script|style|template|i?frame|object|embed|textarea|title|noscript|base)$/.test(place.localName) ||
  (/^(?:meta|link)$/.test(place.localName) &&
    ['rel', 'http-equiv', 'name'].some((name) => place.getAttribute(name) !== null));

/** What a counter counts: the last word of its `interactionType`, without "Action", in small letters. */
const actionOf = (scope: Marked): string => {
  for (const place of scope.querySelectorAll(marked)) {
    if (place.getAttribute('itemprop') !== 'interactionType') continue;
    const type = place.getAttribute('content') ?? place.getAttribute('href') ?? '';
    return /(\w+)Action\s*$/.exec(type)?.[1]?.toLowerCase() ?? '';
  }
  return '';
};

const groups: ReadonlyMap<string, string> = new Map([
  ['read', 'views'],
  ['view', 'views'],
  ['comment', 'comments'],
]);

const scopeName = (scope: Marked): string => {
  const name = scope.getAttribute('data-press') ?? scope.getAttribute('itemprop') ?? '';
  return name === 'interactionStatistic' ? (groups.get(actionOf(scope)) ?? 'reaction') : name;
};

/** The kind that a reaction shows; empty for a place that is still free. */
export const kindOf = (reaction: Marked): string =>
  reaction.getAttribute('data-kind') ?? actionOf(reaction).replace(/^react$/, '');

/** The reactions that stand beside a reaction, itself among them. */
export const reactionsBeside = (reaction: Marked): readonly Marked[] =>
  Array.from(reaction.parentElement?.children ?? [reaction]).filter(
    (each) => isScope(each) && scopeName(each) === 'reaction',
  );

export const scopeOf = (place: Marked, row: Marked): Marked => {
  let scope = place.parentElement ?? row;
  while (scope !== row && scope.parentElement && !isScope(scope)) scope = scope.parentElement;
  return scope;
};

/** What stands at a place: names of `fields`, and `item.property` for the properties of an item inside the row. */
export const namesOf = (place: Marked, row: Marked): readonly string[] => {
  if (isClosed(place)) return [];
  if (isScope(place)) return [scopeName(place)];
  const scope = scopeOf(place, row);
  const before = scope !== row && isScope(scope) ? `${scopeName(scope)}.` : '';
  const names = `${place.getAttribute('itemprop') ?? ''} ${place.getAttribute('data-press') ?? ''}`;
  return (names.match(/\S+/g) ?? []).map((name) => before + name);
};

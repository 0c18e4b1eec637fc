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

const press = (place: Marked): string | null => place.getAttribute('data-press');
const property = (place: Marked): string | null => place.getAttribute('itemprop');

/** An item of its own inside the row, as a person or a number. */
export const isScope = (place: Marked): boolean =>
  place.getAttribute('itemscope') !== null || press(place) === 'reaction';

/** What a counter counts: the last word of its `interactionType`, without "Action", in small letters. */
export const actionOf = (scope: Marked): string => {
  const type = Array.from(scope.querySelectorAll(marked)).find((place) => property(place) === 'interactionType');
  const address = type?.getAttribute('content') ?? type?.getAttribute('href') ?? '';
  return /(\w+)Action\s*$/.exec(address)?.[1]?.toLowerCase() ?? '';
};

export const scopeName = (scope: Marked): string => {
  const name = press(scope) ?? property(scope) ?? '';
  if (name !== 'interactionStatistic') return name;
  const action = actionOf(scope);
  return /^(?:read|view)$/.test(action) ? 'views' : action === 'comment' ? 'comments' : 'reaction';
};

/** The item that a place belongs to; undefined for the row itself. */
export const scopeOf = ({parentElement: around}: Marked, row: Marked): Marked | undefined =>
  !around || around === row ? undefined : isScope(around) ? around : scopeOf(around, row);

/** What stands at a place: names of fields, and `item.property` for the properties of an item inside the row. */
export const namesOf = (place: Marked, row: Marked): readonly string[] => {
  if (isScope(place)) return [scopeName(place)];
  const scope = scopeOf(place, row);
  const names = `${property(place) ?? ''} ${press(place) ?? ''}`.match(/\S+/g) ?? [];
  return scope ? names.map((name) => `${scopeName(scope)}.${name}`) : names;
};

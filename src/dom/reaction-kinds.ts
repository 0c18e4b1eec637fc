/** Which kinds of reaction a widget shows, in which order, and what they are called. */
import type {Language} from '../i18n/language.js';
import type {DescribedKind} from '../model/description.js';
import {readKind} from '../model/kind.js';
import {iconOf} from '../rows/icons.js';

export interface ShownKind {
  readonly kind: string;
  /** In the words of the page, the endpoint or the language; never empty. */
  readonly label: string;
  /** The address of a picture, which then has a `/` in it, or a few characters; empty: none. */
  readonly icon: string;
}

/**
 * The first of these that names any: what the page asks for (the publisher's own included), what the endpoint describes,
 * what readers have chosen. Where nobody names a kind there is the one that every site has.
 */
export const shownKinds = (
  asked: readonly string[],
  described: readonly DescribedKind[],
  counted: readonly string[],
  language: Language,
): readonly ShownKind[] => {
  const wanted = asked.flatMap((name) => readKind(name, '', () => undefined) ?? []);
  const named = [wanted, described.map(({kind}) => kind), counted].find(({length}) => length) ?? ['like'];
  return named.map((kind) => {
    const {label, icon} = described.find((each) => each.kind === kind) ?? {};
    return {kind, label: labelIn(language.tag, label) ?? language.kind(kind), icon: icon ?? iconOf(kind)};
  });
};

/** `pt-BR` is served by `pt`; a language that the endpoint does not speak is left to words of our own. */
const labelIn = (tag: string, label: DescribedKind['label'] | undefined): string | undefined => {
  if (!label || typeof label === 'string') return label;
  const labels = new Map([...label].map(([lang, text]) => [lang.toLowerCase(), text]));
  return labels.get(tag.toLowerCase()) ?? labels.get(tag.replace(/-.*/, ''));
};

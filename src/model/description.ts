/** What an endpoint says about itself at its base address. */
import {addressFrom, imageAddressFrom} from './address.js';
import type {Section} from './article.js';
import {capabilitiesOf, type Capabilities} from './capabilities.js';
import {known} from './known.js';
import {maxKinds, readKind} from './kind.js';
import {sectionFrom} from './section.js';
import type {Tell} from './tell.js';
import {text} from './text.js';
import {flag, listOf, mapOf, open, opened, reader, record, type Read} from './untrusted.js';

export interface Description {
  readonly name?: string;
  /** The address of a picture. */
  readonly logo?: string;
  readonly licence?: string;
  /** Who is responsible for what readers send. */
  readonly controller?: string;
  /** Where readers are told what becomes of it. */
  readonly privacy?: string;
  readonly capabilities: Capabilities;
  /** In the order of the buttons. */
  readonly kinds: readonly DescribedKind[];
  readonly sections: readonly Section[];
  /** Attribute values for widgets that lack them; to be asked for by name. */
  readonly defaults: ReadonlyMap<string, string>;
  /** Custom properties `--press-*`; values are colours, lengths or numbers. */
  readonly theme: ReadonlyMap<string, string>;
  /** The endpoint asks to be left alone. */
  readonly isOff: boolean;
}

export interface DescribedKind {
  readonly kind: string;
  /** One for all languages, or by language tag; never empty. */
  readonly label: string | ReadonlyMap<string, string>;
  /** The address of a picture, which then has a `/` in it, or up to 8 characters, say an emoji. */
  readonly icon?: string;
}

/** Undefined for what is no description. `base` is the address that it describes. */
export const readDescription = (value: unknown, base: string, tell: Tell): Description | undefined => {
  const of = opened(value, tell);
  if (of('presslet', readVersion) === undefined) return undefined;
  return known({
    name: of('name', text(200)),
    logo: of('logo', imageAddressFrom(base)),
    licence: of('licence', text(300)),
    controller: of('controller', text(300)),
    privacy: of('privacy', addressFrom(base)),
    capabilities: capabilitiesOf(base, of('capabilities', open) ?? opened(undefined, tell)),
    kinds: of('kinds', kindsFrom(base)) ?? none,
    sections: of('sections', sectionsFrom(base)) ?? none,
    defaults: of('defaults', mapOf(100, named(/^(?!on)[a-z][a-z-]{0,40}$/), text(300))) ?? new Map<string, string>(),
    theme: of('theme', mapOf(200, named(/^--press-[a-z\d-]{1,60}$/), themeValue)) ?? new Map<string, string>(),
    isOff: of('off', flag) ?? false,
  });
};

const none: readonly never[] = [];

const kindsFrom = (base: string) => listOf(maxKinds, kindFrom(base), ({kind}) => kind);

const sectionsFrom = (base: string) => listOf(500, sectionFrom(base), ({id}) => id);

const readVersion = reader('version 1', (value) => (value === 1 ? value : undefined));

const kindFrom = (base: string): Read<DescribedKind> =>
  record('a kind', (of) => {
    const kind = of('kind', readKind);
    return kind === undefined
      ? kind
      : known({kind, label: of('label', readLabel) ?? kind, icon: of('icon', iconFrom(base))});
  });

const readLabel: Read<DescribedKind['label']> = (value, path, tell) => {
  if (typeof value !== 'object') return text(100)(value, path, tell);
  const labels = mapOf(100, named(/^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i), text(100))(value, path, tell);
  return labels?.size ? labels : undefined;
};

/** An emoji of a family is one character to its readers and up to seven to Unicode. */
const iconFrom = (base: string): Read<string> =>
  reader('an address or up to 8 characters', (value, path, tell) => {
    if (typeof value === 'string' && value.includes('/')) return imageAddressFrom(base)(value, path, tell);
    const icon = text(100)(value, path, tell);
    return icon && /^.{0,8}$/u.test(icon) ? icon : undefined;
  });

/** A text, or a number, of one form. */
const named = (form: RegExp): Read<string> =>
  reader('a known name or form', (value) => {
    const name = typeof value === 'number' ? String(value) : value;
    return typeof name === 'string' && form.test(name) ? name : undefined;
  });

const colour = '(?:#[\\da-f]+|[a-z]+|(?:rgb|hsl|hwb|(?:ok)?l(?:ab|ch))a?\\([\\w\\s.,%/+-]*\\))';
const themeValue = named(
  new RegExp(`^(?:[+-]?[\\d.]+(?:%|[a-z]*)|${colour}|light-dark\\(${colour}, *${colour}\\))$`, 'i'),
);

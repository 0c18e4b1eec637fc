/** What an endpoint says about itself at its base address. */
import {addressFrom, imageAddressFrom} from './address.js';
import type {Section} from './article.js';
import {capabilitiesOf, type Capabilities} from './capabilities.js';
import {known} from './known.js';
import {maxKinds, readKind} from './kind.js';
import {sectionFrom} from './section.js';
import {within, type Tell} from './tell.js';
import {readText, text} from './text.js';
import {isAbsent, isRecord, listOf, member, namesIn, opened, type Read} from './untrusted.js';
import {flag} from './word.js';

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
  if (!of('presslet', isVersion)) return undefined;
  return known({
    name: of('name', text(200)),
    logo: of('logo', imageAddressFrom(base)),
    licence: of('licence', text(300)),
    controller: of('controller', text(300)),
    privacy: of('privacy', addressFrom(base)),
    capabilities: of('capabilities', (capabilities, path) => capabilitiesOf(base, capabilities, path, tell)),
    kinds: of(
      'kinds',
      listOf(maxKinds, kindFrom(base), ({kind}) => kind),
    ),
    sections: of(
      'sections',
      listOf(500, sectionFrom(base), ({id}) => id),
    ),
    defaults: of('defaults', pairs(attributeName, text(300))),
    theme: of('theme', pairs(themeName, readThemeValue)),
    isOff: of('off', flag) ?? false,
  });
};

const isVersion: Read<boolean> = (value, path, tell) => {
  if (value !== 1 && !isAbsent(value)) tell(path, 'not version 1: no description');
  return value === 1;
};

const kindFrom =
  (base: string): Read<DescribedKind | undefined> =>
  (value, path, tell) => {
    const of = opened(value, within(tell, path));
    const kind = isRecord(value, path, tell) ? of('kind', readKind) : undefined;
    return kind && known({kind, label: of('label', readLabel) ?? kind, icon: of('icon', iconFrom(base))});
  };

const readLabel: Read<DescribedKind['label'] | undefined> = (value, path, tell) => {
  if (typeof value !== 'object') return readText(value, 100, path, tell);
  const labels = pairs(languageTag, text(100))(value, path, tell);
  return labels.size ? labels : undefined;
};

/** An emoji of a family is one character to its readers and up to seven to Unicode. */
const iconFrom =
  (base: string): Read<string | undefined> =>
  (value, path, tell) => {
    if (typeof value === 'string' && value.includes('/')) return imageAddressFrom(base)(value, path, tell);
    const icon = readText(value, 100, path, tell);
    if (icon === undefined || /^.{0,8}$/u.test(icon)) return icon;
    tell(path, 'neither an address nor up to 8 characters: dropped');
    return undefined;
  };

const languageTag = /^[a-z]{2,8}(?:-[a-z\d]{1,8})*$/i;
/** Never a handler's name, should somebody write one to an element. */
const attributeName = /^(?!on)[a-z][a-z-]{0,40}$/;
const themeName = /^--press-[a-z\d-]{1,60}$/;

const colour = '(?:#[\\da-f]{3,8}|[a-z]+|(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\\([a-z\\d\\s.,%/+-]*\\))';
const length = '[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:%|[a-z]{1,5})?';
const themeValue = new RegExp(`^(?:${length}|${colour}|light-dark\\(\\s*${colour}\\s*,\\s*${colour}\\s*\\))$`, 'i');

const readThemeValue: Read<string | undefined> = (value, path, tell) => {
  const style = readText(value, 200, path, tell);
  if (style === undefined || themeValue.test(style)) return style;
  tell(path, 'not a colour, a length or a number: dropped');
  return undefined;
};

/** A record whose names have one form, as a map. */
const pairs =
  (form: RegExp, read: Read<string | undefined>): Read<ReadonlyMap<string, string>> =>
  (value, path, tell) => {
    const map = new Map<string, string>();
    for (const name of namesIn(value, 100, path, tell) ?? []) {
      const below = `${path}.${name}`;
      if (!form.test(name)) tell(below, 'a name of another form: dropped');
      else {
        const found = read(member(value, name), below, tell);
        if (found !== undefined) map.set(name, found);
      }
    }
    return map;
  };

/** The description of the endpoint: what `GET {base}` answers. */
import type {SeedKind, SeedSection} from './seed.js';
import {absolute} from './place.js';
import type {Place} from './place.js';
import type {About} from './storage/port.js';

/** What the publisher says of itself; addresses may be relative to the site. */
export interface Description {
  readonly name: string;
  /** The language of the feed. */
  readonly language: string;
  readonly kinds: readonly SeedKind[];
  readonly sections: readonly SeedSection[];
  readonly logo?: string;
  readonly licence?: string;
  /** Who answers for the data of readers, and where that is explained. */
  readonly controller?: string;
  readonly privacy?: string;
  /** Attributes that widgets have where a page sets none. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** `--press-*` properties. */
  readonly theme?: Readonly<Record<string, string>>;
  /** Stops every request of every widget. */
  readonly off?: boolean;
}

/** The description of what a storage holds. */
export const describe = ({name, language, kinds, sections}: About): Description => ({name, language, kinds, sections});

/** What is undefined, JSON leaves out. */
export const descriptionBody = (description: Description, place: Place): object => {
  const {name, kinds, sections, logo, licence, controller, privacy, defaults, theme, off} = description;
  const address = (text: string | undefined): string | undefined => text && absolute(text, place);
  return {
    presslet: 1,
    name,
    logo: address(logo),
    licence: address(licence),
    controller,
    privacy: address(privacy),
    defaults,
    theme,
    off,
    capabilities: capabilities(place.base),
    // An icon is up to 8 characters, or an address, which has a slash in it.
    kinds: kinds.map((kind) => ({...kind, icon: kind.icon.includes('/') ? absolute(kind.icon, place) : kind.icon})),
    sections: sections.map((section) => ({...section, url: address(section.url)})),
  };
};

const capabilities = (base: string): object => ({
  articles: `${base}/articles{?id*,url,limit,cursor,section,section_of,related_to,tag,author,query,sort,period,lang,site}`,
  adjacent: `${base}/adjacent{?id,section,section_of,lang,site}`,
  counts: `${base}/counts{?id*}`,
  busiest: `${base}/counts`,
  views: `${base}/views`,
  reactions: `${base}/reactions`,
});

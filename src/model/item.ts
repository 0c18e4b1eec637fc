/** One article out of an item of JSON Feed 1.0 or 1.1 with `_presslet`: the one shape in which every provider answers. */
import {addressFrom, imageAddressFrom} from './address.js';
import {accesses, labels, type Article, type Image, type Sponsor} from './article.js';
import {readCount} from './count.js';
import {known} from './known.js';
import {readMoment} from './moment.js';
import {readReport, type ReportContext} from './report.js';
import {sectionFrom} from './section.js';
import {within, type Tell} from './tell.js';
import {readId, readText, shorten, text} from './text.js';
import {flag, listOf, member, oneOf, open, opened, reader, record, type Opened, type Read} from './untrusted.js';

export interface ItemContext extends ReportContext {
  /** What relative addresses are relative to. */
  readonly base: string;
}

/** Undefined for what has no name, and so could be neither listed nor counted. */
export const readArticle = (item: unknown, context: ItemContext): Article | undefined => {
  const {base, tell} = context;
  const of = opened(item, tell);
  const url = of('url', addressFrom(base));
  const id = of('id', readId) ?? url;
  if (id === undefined) {
    tell('', 'neither id nor url: dropped');
    return undefined;
  }
  const ofOwn = of('_presslet', open) ?? opened(undefined, tell);
  const names = new Set([url, ofOwn('canonical', addressFrom(base))]);
  return {
    ...known({
      id,
      aliases: [...names].flatMap((name) => (name && name !== id ? name : [])),
      url,
      title: of('title', text(1000)) ?? titleFrom(item, url ?? id, tell),
      standfirst: of('summary', text(4000)),
      published: of('date_published', readMoment),
      modified: of('date_modified', readMoment),
      authors: readAuthors(of),
      section: ofOwn('section', sectionFrom(base)),
      image: readImage(of, ofOwn, base),
      kicker: ofOwn('kicker', text(200)),
      label: ofOwn('label', oneOf(labels)),
      access: ofOwn('access', oneOf(accesses)),
      sponsor: ofOwn('sponsor', sponsorFrom(base)),
      corrected: ofOwn('corrected', text(1000)),
      expires: ofOwn('expires', readMoment),
      reactionsOpen: ofOwn('reactions_open', flag) ?? true,
      isGone: ofOwn('gone', flag) ?? false,
    }),
    ...readReport(member(item, '_presslet'), {...context, tell: within(tell, '_presslet')}).numbers,
  };
};

const silently: Tell = () => undefined;

/** The first words of the text: a feed of short notes has no titles. Without any, the address or id stands in. */
const titleFrom = (item: unknown, otherwise: string, tell: Tell): string => {
  for (const name of ['content_text', 'summary']) {
    const content = member(item, name);
    // A whole article may stand here: its beginning is enough.
    const words = typeof content === 'string' && readText(content.slice(0, 1000), 1000, name, silently);
    if (words) return shorten(words, 100).replace(/ [^ ]*…$/, '…');
  }
  tell('title', 'none: address or id instead');
  return readText(otherwise, 1000, 'title', silently) ?? otherwise;
};

/** JSON Feed 1.1 has `authors`, 1.0 one `author`. */
const readAuthors = (of: Opened): readonly string[] => {
  const authors = of('authors', readAuthorList);
  return authors?.length ? authors : [of('author', readAuthor) ?? []].flat();
};

const readAuthor = record('an author with a name', (of) => of('name', text(200)));
const readAuthorList = listOf(32, readAuthor);

const readImage = (of: Opened, ofOwn: Opened, base: string): Image | undefined => {
  const address = imageAddressFrom(base);
  const url = of('image', address) ?? of('banner_image', address);
  const about = ofOwn('image', readAboutImage);
  return url === undefined ? url : {url, alt: '', ...about};
};

const readAboutImage = record('an object', (of) => {
  const width = of('width', readPixels);
  const height = of('height', readPixels);
  return {
    ...known({alt: of('alt', text(1000)), credit: of('credit', text(300))}),
    ...(width && height && {width, height}),
  };
});

const readPixels = reader('a size in pixels', (value, path, tell) => {
  const pixels = readCount(value, path, tell);
  return pixels && pixels < 1e5 ? pixels : undefined;
});

const sponsorFrom = (base: string): Read<Sponsor> =>
  record('a sponsor with a name', (of) => {
    const name = of('name', text(200));
    return name === undefined ? name : known({name, url: of('url', addressFrom(base))});
  });

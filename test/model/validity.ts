/** What may be trusted of the model's answers, written without the model's own code. Throws where it may not. */
import type {Article, Section} from '../../src/model/article.js';
import type {Description} from '../../src/model/description.js';
import type {Numbers, Reported} from '../../src/model/numbers.js';
import type {Report} from '../../src/model/report.js';

const must: (holds: boolean, otherwise: string) => asserts holds = (holds, otherwise) => {
  if (!holds) throw new Error(otherwise);
};

/** Only names that the type has, nothing undefined, nothing inherited. */
const hasOnly = (value: object, required: string, optional = ''): void => {
  const [must_, may] = [required, optional].map((names) => names.split(' ').filter(Boolean));
  for (const name of must_ ?? []) must(Object.hasOwn(value, name), `${name} is missing`);
  for (const [name, member] of Object.entries(value)) {
    must([...(must_ ?? []), ...(may ?? [])].includes(name), `${name} is not known`);
    must(member !== undefined, `${name} is undefined`);
  }
  must(Object.getPrototypeOf(value) === Object.prototype, 'another prototype');
};

const isWellFormed = (text: string): boolean => {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return false;
    if (code >= 0xdc00 && code <= 0xdfff) return false;
    if (code < 0xd800 || code > 0xdbff) continue;
    const next = text.charCodeAt(++index);
    if (!(next >= 0xdc00 && next <= 0xdfff)) return false;
  }
  return true;
};

const isText = (text: unknown, max: number): boolean =>
  typeof text === 'string' &&
  text.length > 0 &&
  text.length <= max &&
  text === text.trim() &&
  isWellFormed(text) &&
  !/ {2}/.test(text);
const isName = (id: unknown): boolean =>
  typeof id === 'string' && id.trim().length > 0 && id.length <= 2048 && isWellFormed(id);
const isPage = (address: unknown): boolean => {
  if (typeof address !== 'string' || address.length > 2048) return false;
  const url = new URL(address);
  return ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password && url.href === address;
};
const isPicture = (address: unknown): boolean =>
  isPage(address) ||
  (typeof address === 'string' && /^data:image\/(png|jpeg|gif|webp|avif);base64,[^"'<> ]+$/i.test(address));
const isMoment = (moment: unknown): boolean =>
  typeof moment === 'number' && Number.isInteger(moment) && moment >= Date.UTC(1900, 0) && moment < Date.UTC(2201, 0);
const isCount = (count: unknown): boolean => Number.isSafeInteger(count) && Number(count) >= 0 && !Object.is(count, -0);
const isKind = (kind: string): boolean => /^[a-z0-9][a-z0-9_-]*$/.test(kind) && kind.length <= 32;

const optional = (value: unknown, isRight: (value: unknown) => boolean, name: string): void => {
  must(value === undefined || isRight(value), `${name}: ${String(value)}`);
};

const isReported = (reported: Reported<unknown>): void => {
  hasOnly(reported, 'value order', 'asOf isOwn');
  must(reported.order === 1 && reported.isOwn === undefined, 'another request');
  optional(reported.asOf, (moment) => isMoment(moment) && Number(moment) >= 0, 'asOf');
};

const isNumbers = ({views, reactions, comments}: Numbers): void => {
  for (const count of [views, comments]) {
    if (!count) continue;
    isReported(count);
    must(isCount(count.value), `count ${count.value}`);
  }
  if (!reactions) return;
  isReported(reactions);
  hasOnly(reactions.value, 'kinds', 'people');
  optional(reactions.value.people, isCount, 'people');
  const {kinds} = reactions.value;
  must(Object.prototype.toString.call(kinds) === '[object Map]' && kinds.size <= 32, 'kinds');
  for (const [kind, count] of kinds) must(isKind(kind) && isCount(count), `${kind}: ${count}`);
};

const isSection = (section: Section): void => {
  hasOnly(section, 'id title', 'url');
  must(isName(section.id) && isText(section.title, 200), 'section');
  optional(section.url, isPage, 'section.url');
};

const articleMembers =
  'url standfirst published modified section image kicker label access sponsor corrected expires views reactions comments';

export const isArticle = (article: Article): void => {
  hasOnly(article, 'id aliases title authors reactionsOpen isGone', articleMembers);
  must(isName(article.id) && isText(article.title, 1000), `id ${article.id}, title ${article.title}`);
  must(
    article.aliases.every((alias) => isPage(alias) && alias !== article.id),
    'aliases',
  );
  must(new Set(article.aliases).size === article.aliases.length && article.aliases.length <= 2, 'an alias twice');
  must(article.authors.length <= 32 && article.authors.every((name) => isText(name, 200)), 'authors');
  must(typeof article.reactionsOpen === 'boolean' && typeof article.isGone === 'boolean', 'flags');
  optional(article.url, isPage, 'url');
  for (const text of [article.standfirst, article.kicker, article.corrected])
    optional(text, (value) => isText(value, 4000), 'text');
  for (const moment of [article.published, article.modified, article.expires]) optional(moment, isMoment, 'moment');
  optional(
    article.label,
    (label) => ['news', 'live', 'updated', 'opinion', 'sponsored', 'advertorial'].some((word) => word === label),
    'label',
  );
  optional(article.access, (access) => ['free', 'metered', 'subscriber'].some((word) => word === access), 'access');
  if (article.section) isSection(article.section);
  isParts(article);
  isNumbers(article);
};

const isParts = ({image, sponsor}: Article): void => {
  if (image) {
    hasOnly(image, 'url alt', 'width height credit');
    must(isPicture(image.url) && (image.alt === '' || isText(image.alt, 1000)), 'image');
    must((image.width === undefined) === (image.height === undefined), 'half a size');
    for (const side of [image.width, image.height]) optional(side, (pixels) => isCount(pixels) && pixels !== 0, 'size');
    optional(image.credit, (credit) => isText(credit, 300), 'credit');
  }
  if (sponsor) {
    hasOnly(sponsor, 'name', 'url');
    must(isText(sponsor.name, 200), 'sponsor');
    optional(sponsor.url, isPage, 'sponsor.url');
  }
};

export const isReport = (report: Report): void => {
  hasOnly(report, 'numbers', 'id');
  optional(report.id, isName, 'id');
  hasOnly(report.numbers, '', 'views reactions comments');
  isNumbers(report.numbers);
};

/** Whatever the expressions become, the address stays on the host that was checked. */
const isTemplate = (template: unknown): boolean =>
  typeof template === 'string' &&
  !/\{[^?&\w]/.test(template) &&
  new URL(template.replace(/\{[^}]*\}/g, '@evil.example/')).host === new URL(template.replace(/\{.*/, '')).host &&
  isPage(new URL(template.replace(/\{[^}]*\}/g, '')).href);

export const isDescription = (description: Description): void => {
  hasOnly(description, 'capabilities kinds sections defaults theme isOff', 'name logo licence controller privacy');
  hasOnly(description.capabilities, '', 'articles adjacent counts busiest views reactions');
  for (const template of Object.values(description.capabilities)) must(isTemplate(template), template);
  for (const text of [description.name, description.licence, description.controller])
    optional(text, (value) => isText(value, 300), 'text');
  optional(description.logo, isPicture, 'logo');
  optional(description.privacy, isPage, 'privacy');
  must(description.kinds.length <= 32, 'kinds');
  must(new Set(description.kinds.map(({kind}) => kind)).size === description.kinds.length, 'a kind twice');
  for (const kind of description.kinds) {
    hasOnly(kind, 'kind label', 'icon');
    must(isKind(kind.kind), kind.kind);
    const words = typeof kind.label === 'string' ? [kind.label] : [...kind.label.values()];
    must(words.length > 0 && words.every((word) => isText(word, 100)), 'label');
    optional(kind.icon, (icon) => (String(icon).includes('/') ? isPicture(icon) : isText(icon, 16)), 'icon');
  }
  description.sections.forEach(isSection);
  for (const [name, value] of description.defaults)
    must(/^[a-z-]+$/.test(name) && !name.startsWith('on') && isText(value, 300), name);
  for (const [name, value] of description.theme)
    must(name.startsWith('--press-') && !/[;{}"'\\]|url|var\(/i.test(value), `${name}: ${value}`);
};

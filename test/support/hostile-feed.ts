/** An endpoint all of whose answers are hostile, in every field of the wire format. The same on every run. */
import {hostile, hostileAddresses} from './corpus.js';

const addresses: readonly string[] = [
  ...hostileAddresses,
  '//evil.example/"onmouseover="window.ran=true',
  'https://evil.example/"><script>window.ran = true</script>',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran=true"/>',
  'javascript://news.example/%0awindow.ran=true',
  '\u0001javascript:window.ran=true',
  'feed:javascript:window.ran=true',
  'x.jpg 1x, javascript:window.ran=true 2x',
];

const addressAt = (index: number): string => addresses[index % addresses.length] ?? '';

/** What means something to the machine that reads it: names of the prototype, and numbers that are none. */
const texts: readonly string[] = [
  ...hostile.filter((text) => text.trim() !== ''),
  "'-window.ran=true-'",
  '"autofocus onfocus="window.ran=true',
  '<a href="javascript:window.ran=true">click</a>',
  '<form><button formaction="javascript:window.ran=true">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<slot name="failed">forged</slot>',
  '<press-views article="1" count-on="load"></press-views>',
];

const itemOf = (text: string, index: number): object => ({
  id: `${index} ${text}`,
  url: addressAt(index),
  external_url: addressAt(index + 1),
  title: text,
  summary: text,
  content_text: text,
  content_html: text,
  image: addressAt(index + 2),
  banner_image: addressAt(index + 3),
  date_published: text,
  date_modified: text,
  authors: [{name: text, url: addressAt(index + 4), avatar: addressAt(index + 5)}, {name: '__proto__'}, null],
  tags: [text],
  language: text,
  attachments: [{url: addressAt(index), mime_type: text, title: text}],
  _presslet: {
    views: index % 2 ? text : index,
    reactions: {[text]: 3, like: index % 3 ? text : 2, __proto__: 7, constructor: 1},
    people: text,
    comments: index % 2 ? text : 4,
    as_of: text,
    section: {id: text, title: text, url: addressAt(index + 6)},
    kicker: text,
    label: index % 2 ? text : 'live',
    sponsor: {name: text, url: addressAt(index + 7)},
    access: text,
    corrected: text,
    expires: text,
    image: {width: text, height: text, alt: text, credit: text, template: addressAt(index)},
    canonical: addressAt(index + 8),
  },
});

const plain = {
  id: 'plain',
  url: 'https://news.example/plain',
  title: 'A plain story',
  content_text: '',
  _presslet: {views: 1044},
};

export const hostileTexts = texts.length;

export const hostileFeed = () => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: '<script>window.ran = true</script>',
  description: '"><img src=x onerror=window.ran=true>',
  home_page_url: 'javascript:window.ran=true',
  icon: 'javascript:window.ran=true',
  language: '"><script>',
  items: [plain, ...texts.map(itemOf), null, 7, 'text', [], {}, {id: {toString: 'x'}, title: ['x']}],
});

export const hostileDescription = (): object => ({
  presslet: 1,
  name: '<script>window.ran = true</script>',
  logo: 'javascript:window.ran=true',
  licence: 'javascript:window.ran=true',
  capabilities: {
    articles: '/policy/api/articles{?id*,limit}',
    counts: '/policy/api/counts{?id*}',
    busiest: '/policy/api/counts',
    views: 'javascript:window.ran=true',
    reactions: 'data:text/html,x',
  },
  kinds: texts
    .slice(0, 20)
    .map((text, index) => ({kind: text, label: {en: text, __proto__: text}, icon: addressAt(index)})),
  sections: texts.slice(0, 20).map((text) => ({id: text, title: text, url: 'javascript:window.ran=true'})),
  defaults: {layout: '"><script>', onclick: 'window.ran=true', style: 'background:url(javascript:window.ran=true)'},
  theme: {
    '--press-color': 'url(javascript:window.ran=true)',
    '--press-accent': 'red; background: url(https://evil.example/)',
    '--press-gap': 'expression(window.ran=true)',
    background: 'url(https://evil.example/)',
    '--press-font': '} * {display: none',
  },
});

export const hostileCounts = (): object => ({
  counts: {
    plain: {views: 1044},
    ...Object.fromEntries(texts.map((text) => [text, {views: text, id: text, as_of: text}])),
  },
  gone: [null, 7, {}, '__proto__', 'constructor'],
});

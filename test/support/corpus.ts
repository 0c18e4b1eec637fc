/** Stories that try to break out of their places, as an endpoint could send them. The same on every run. */

/** Texts that mean something to HTML, to templates, to text shaping or to `String.replace`, or nothing at all. */
export const hostile: readonly string[] = [
  '<script>window.ran = true</script>',
  '"><script>window.ran = true</script>',
  "'><img src=x onerror='window.ran = true'>",
  '<img src=x onerror=window.ran=true>',
  '<svg onload=window.ran=true>',
  '<svg><style>*{display:none}</style></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=window.ran=true>',
  '</a></h3></div></li></ul></press-teasers><h1>Out</h1>',
  '</template><p>Out of the template</p>',
  '<template><li itemscope itemtype="https://schema.org/NewsArticle" itemid="forged"></li></template>',
  '<li itemscope itemtype="https://schema.org/NewsArticle" itemid="forged">',
  '<a itemprop="url" href="https://evil.example/">Read on</a>',
  '<meta itemprop="datePublished" content="1999-01-01">',
  '" itemprop="url" x="',
  "' onclick='window.ran = true' x='",
  '" hidden x="',
  '` onmouseover=`window.ran=true',
  '<!-- never closed',
  '--> closed <!--',
  '--!> closed',
  '<![CDATA[ text ]]>',
  ']]>',
  '<?xml version="1.0"?>',
  '<!doctype html>',
  '<plaintext>',
  '<textarea>',
  '<title>',
  '<noscript>',
  '<iframe srcdoc="<script>parent.ran = true</script>">',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '0;url=javascript:window.ran=true',
  'javascript:window.ran=true',
  'data:text/html,<script>window.ran = true</script>',
  'expression(window.ran = true)',
  '{{constructor.constructor("window.ran = true")()}}',
  '${window.ran = true}',
  '?lit$123456789$ <!--?lit$123456789$-->',
  "$& $1 $$ $` $' $<name>",
  '\\u003cscript\\u003e \\n \\0',
  '%3Cscript%3E %00 %0d%0a',
  '&lt;b&gt; &amp;amp; &quot;',
  '&amp &lt &copy &notit; &#60; &#x3C; &#0; &nbsp;',
  '&',
  'AT&T; R&D; Q&A',
  'a < b > c <3 << >>',
  'it\'s "quoted" «ёлочки» „Gänse“ `ticks`',
  'שלום עולם (2024) – כותרת מימין לשמאל',
  'مرحبا بالعالم: ١٢٣ <b>خبر</b>',
  '\u202eevil.exe\u202c turned round',
  '\u2066isolated\u2069 and \u200fmarks\u200e',
  '👩‍👩‍👧‍👦 🇷🇺 🏳️‍🌈 families and flags',
  '😀'.repeat(600),
  'x'.repeat(1500),
  'word '.repeat(500),
  '\ud800 lone half \udfff',
  'e\u0301 combining n\u0303 Z̷̢͇a̵͓l̶͚g̷̰o̴͔',
  '\u0000nul \u0007bell \u001bescape',
  'line\nbreak\ttab\r\nreturn\u2028separator\u2029',
  '  many   spaces  \u00a0 unbreakable\u202fnarrow \u2003 wide ',
  '\ufeff\u200b\u200d',
  '',
  '0',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '=cmd|"/c calc"!A1',
  "Robert'); DROP TABLE articles;--",
  '../../../../etc/passwd',
  'Всего 3 человекa',
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𝟙𝟚𝟛',
  '1 043',
  'An ordinary headline about nothing in particular',
];

/** Addresses that a page must not follow; the model drops them. */
export const hostileAddresses: readonly string[] = [
  'javascript:window.ran=true',
  ' JaVaScRiPt:window.ran=true',
  'java\nscript:window.ran=true',
  'data:text/html,<script>window.ran = true</script>',
  'vbscript:msgbox(1)',
  'blob:https://news.example/1',
  'file:///etc/passwd',
  'https://user:secret@news.example/',
  'https://',
];

export const base = 'https://news.example/list/';

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

const ids = (index: number): readonly string[] => [
  `a${index}`,
  String(index),
  `https://news.example/?p=${index}&x="<y>"`,
  `id with blanks ${index}`,
  `"quoted" <${index}> & 'more'`,
  `urn:uuid:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  `שלום-${index}`,
  `__proto__${index}`,
];
const urls = (index: number): readonly string[] => [
  `https://news.example/a/${index}`,
  `/relative/${index}?x=1&y="2"#z`,
  `https://пример.рф/статья/${index}`,
  `https://news.example/${'p'.repeat(300)}/${index}`,
  `//other.example/${index}`,
  ...hostileAddresses,
];
const reactions: readonly Readonly<Record<string, number>>[] = [
  {},
  {like: 3},
  {like: 0, super: 1},
  {super: 2, like: 5, 'my-kind_1': 7},
  {dislike: 1, agree: 4},
  {a: 1, b: 2, c: 3, d: 4, e: 5, f: 6},
  {constructor: 2, like: 9_007_199_254_740},
];

const numbersOf = (index: number): object => ({
  ...(index % 6 && {views: pick([0, 1, 21, 745, 1043, 2_000_000, Number.MAX_SAFE_INTEGER], index)}),
  ...(index % 7 && {reactions: pick(reactions, index >> 1), people: pick([undefined, 0, 1, 3, 21], index)}),
  ...(index % 8 && {comments: index % 9}),
  ...(index % 2 && {as_of: 1_700_000_000_000 + index * 1000}),
});

const textsOf = (index: number): object => ({
  ...(index % 3 === 0 && {kicker: pick(hostile, index * 5)}),
  ...(index % 4 === 0 && {
    section: {id: `s${index % 6}`, title: pick(hostile, index * 11), url: pick(urls(index), index)},
  }),
  ...(index % 5 === 0 && {sponsor: {name: pick(hostile, index * 13), url: pick(urls(index), index >> 2)}}),
  ...(index % 6 === 0 && {corrected: pick(hostile, index * 17)}),
  label: pick([undefined, 'news', 'live', 'opinion', 'sponsored', 'advertorial', 'bogus'], index),
  access: pick([undefined, 'free', 'metered', 'subscriber'], index >> 1),
  image: {
    alt: pick(hostile, index * 19),
    ...(index % 2 && {width: 640, height: 360}),
    ...(index % 3 && {credit: pick(hostile, index * 23)}),
  },
});

/** Items of the wire format; what the model makes of them is what a page has to show. */
export const stories = (length = 400): readonly unknown[] =>
  Array.from({length}, (_, index) => ({
    id: pick(ids(index), index),
    url: pick(urls(index), index >> 1),
    title: pick(hostile, index),
    summary: pick(hostile, index * 7),
    ...(index % 5 && {date_published: new Date(1.6e12 + index * 7_654_321).toISOString()}),
    ...(index % 9 === 0 && {date_modified: new Date(1.7e12 + index * 1_234_567).toISOString()}),
    authors: pick([[], [{name: pick(hostile, index * 3)}], [{name: 'Jane Doe'}, {name: 'Иван «Ваня» Петров'}]], index),
    ...(index % 4 && {image: pick([`https://img.example/${index}.jpg?w=1&h="2"`, ...hostileAddresses], index >> 2)}),
    _presslet: {...numbersOf(index), ...textsOf(index)},
  }));

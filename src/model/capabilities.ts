/** What an endpoint of our own format can do, and under which addresses. */
import {addressFrom} from './address.js';
import {known} from './known.js';
import {within, type Tell} from './tell.js';
import {isRecord, member, type Read} from './untrusted.js';

const templates = {
  articles: '/articles{?id*,url,limit,cursor,section,section_of,related_to,tag,author,query,sort,period,lang,site}',
  adjacent: '/adjacent{?id,section,section_of,lang,site}',
  counts: '/counts{?id*}',
  /** The counts of the busiest articles, one answer for every page. */
  busiest: '/counts',
  views: '/views',
  reactions: '/reactions',
};

/** URI templates (RFC 6570, only `{name}`, `{?name}` and `{&name}`) with an absolute beginning. Absent: cannot be done. */
export type Capabilities = {readonly [name in keyof typeof templates]?: string};

/** What follows the part that `readAddress` has seen, so that no value can name another host. */
const expressions = /^(?:\{[?&]?\w+\*?(?:,\w+\*?)*\}|[\w.~!$&'()*+,;=:@/?%-])*$/;

/**
 * `null` and `false` say that the endpoint cannot do it, `true` and silence that it is where the wire format puts it.
 * Only `busiest` has to be named, because older endpoints answer it with an error.
 */
export const capabilitiesOf = (
  base: string,
  value?: unknown,
  path = '',
  tell: Tell = () => undefined,
): Capabilities => {
  const start = base.replace(/[?#].*/s, '').replace(/\/+$/, '');
  const template = templateFrom(base);
  const isListed = isRecord(value, path, tell);
  const capability = (name: keyof typeof templates): string | undefined => {
    const given = member(value, name);
    if (given === null || given === false || (given === undefined && name === 'busiest')) return undefined;
    const own = given === true || !isListed ? undefined : template(given, name, within(tell, path));
    return own ?? start + templates[name];
  };
  return known({
    articles: capability('articles'),
    adjacent: capability('adjacent'),
    counts: capability('counts'),
    busiest: capability('busiest'),
    views: capability('views'),
    reactions: capability('reactions'),
  });
};

const templateFrom =
  (base: string): Read<string | undefined> =>
  (value, path, tell) => {
    const brace = typeof value === 'string' ? value.indexOf('{') : -1;
    if (typeof value !== 'string' || brace < 0) return addressFrom(base)(value, path, tell);
    const rest = value.slice(brace);
    if (rest.length < 2048 && expressions.test(rest)) {
      const start = addressFrom(base)(value.slice(0, brace), path, tell);
      return start && start + rest;
    }
    tell(path, 'not a template of {name}, {?name} and {&name}: dropped');
    return undefined;
  };

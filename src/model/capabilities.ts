/** What an endpoint of our own format can do, and under which addresses. */
import {addressFrom} from './address.js';
import {known} from './known.js';
import {opened, reader, type Opened, type Read} from './untrusted.js';

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
 * Only `busiest` has to be named, because not every endpoint has that answer.
 */
export const capabilitiesOf = (base: string, of: Opened = opened(undefined, () => undefined)): Capabilities => {
  const start = base.replace(/[?#].*/s, '').replace(/\/+$/, '');
  const capability = (name: keyof typeof templates): string | undefined =>
    of(name, (given, path, tell) => {
      if (given === null || given === false || (given === undefined && name === 'busiest')) return undefined;
      return (given === true ? undefined : template(base)(given, path, tell)) ?? start + templates[name];
    });
  return known({
    articles: capability('articles'),
    adjacent: capability('adjacent'),
    counts: capability('counts'),
    busiest: capability('busiest'),
    views: capability('views'),
    reactions: capability('reactions'),
  });
};

const template = (base: string): Read<string> =>
  reader('a template such as /list{?limit,cursor}', (value, path, tell) => {
    const [, start, rest = ''] =
      typeof value === 'string' && value.length < 4096 ? (/^([^{]*)(.*)$/s.exec(value) ?? []) : [];
    const address = expressions.test(rest) ? addressFrom(base)(start, path, tell) : undefined;
    return address && address + rest;
  });

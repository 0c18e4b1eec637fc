/** What an endpoint of our own format can do, and under which addresses. */
import {addressFrom} from './address.js';
import {opened, reader, type Opened, type Read} from './untrusted.js';

/** Where the wire format puts it. `busiest`: the counts of the busiest articles, one answer for every page. */
const usual = [
  ['articles', '/articles{?id*,url,limit,cursor,section,section_of,related_to,tag,author,query,sort,period,lang,site}'],
  ['adjacent', '/adjacent{?id,section,section_of,lang,site}'],
  ['counts', '/counts{?id*}'],
  ['busiest', '/counts'],
  ['views', '/views'],
  ['reactions', '/reactions'],
] as const;

export type Capability = (typeof usual)[number][0];

/** URI templates (RFC 6570, only `{name}`, `{?name}` and `{&name}`) with an absolute beginning. Absent: cannot be done. */
export type Capabilities = {readonly [name in Capability]?: string};

/**
 * `null` and `false` say that the endpoint cannot do it, `true` and silence that it is where the wire format puts it.
 * Only `busiest` has to be named, because not every endpoint has that answer.
 */
export const capabilitiesOf = (base: string, of: Opened = opened(undefined, () => undefined)): Capabilities => {
  const start = base.replace(/\/*([?#].*)?$/s, '');
  const can: {[name in Capability]?: string} = {};
  for (const [name, rest] of usual) {
    const template = of(name, (given, path, tell) => {
      if (given === null || given === false || (given === undefined && name === 'busiest')) return undefined;
      return (given === true ? undefined : templateFrom(base)(given, path, tell)) ?? start + rest;
    });
    if (template) can[name] = template;
  }
  return can;
};

/** What follows the address is checked, so that no value can name another host. */
const templateFrom = (base: string): Read<string> =>
  reader('a template such as /list{?limit,cursor}', (value, path, tell) => {
    if (typeof value !== 'string' || value.length > 4096) return undefined;
    const [start = '', rest = ''] = value.split(/(\{.*)/s);
    const isRight = /^(?:\{[?&]?\w+\*?(?:,\w+\*?)*\}|[\w.~!$&'()*+,;=:@/?%-])*$/.test(rest);
    const address = isRight && addressFrom(base)(start, path, tell);
    return address ? address + rest : undefined;
  });

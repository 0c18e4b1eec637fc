/** Values that throw, lie or never end when they are looked at. */

const fails = (): never => {
  throw new Error('looked at');
};

const revoked = (target: object): unknown => {
  const {proxy, revoke} = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

const cyclic = (): unknown => {
  const record: Record<string, unknown> = {id: 'cycle', title: 'Round and round'};
  record['_presslet'] = record;
  record['reactions'] = record;
  record['authors'] = [record];
  record['kinds'] = [record];
  record['image'] = record;
  return record;
};

const deep = (): unknown => {
  let value: unknown = 'bottom';
  for (let level = 0; level < 20_000; level++)
    value = level % 2 ? [value] : {_presslet: value, kinds: value, section: value};
  return value;
};

/** Each with the name under which a failing test reports it. */
export const hostileValues: readonly (readonly [string, unknown])[] = [
  [
    'a getter that throws',
    {
      id: 'a',
      get title() {
        return fails();
      },
      get url() {
        return fails();
      },
    },
  ],
  [
    'a Proxy that throws at everything',
    new Proxy({}, {get: fails, has: fails, ownKeys: fails, getOwnPropertyDescriptor: fails, getPrototypeOf: fails}),
  ],
  [
    'a list that throws at everything',
    new Proxy([], {get: fails, has: fails, ownKeys: fails, getOwnPropertyDescriptor: fails, getPrototypeOf: fails}),
  ],
  ['a revoked Proxy', revoked({})],
  ['a revoked Proxy of a list', revoked([])],
  ['a revoked Proxy of a function', revoked(fails)],
  [
    'a list that says it is endless',
    new Proxy([], {
      get: () => Infinity,
      getOwnPropertyDescriptor: () => ({value: Infinity, writable: true, enumerable: false, configurable: false}),
    }),
  ],
  ['a length that is an object', new Proxy([], {get: (_, name) => (name === 'length' ? {valueOf: fails} : fails())})],
  ['a cycle', cyclic()],
  ['20,000 levels', deep()],
  [
    'a prototype in the answer',
    JSON.parse(
      '{"id":"a","__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"reactions":{"__proto__":5,"constructor":3}}',
    ),
  ],
  ['a million entries', Array.from({length: 1_000_000}, (_, index) => index)],
  ['a record without prototype', Object.assign(Object.create(null), {id: 'bare', title: 'Bare'})],
  ['a text that will not be one', {toString: fails, valueOf: fails, [Symbol.toPrimitive]: fails}],
  ['a symbol', Symbol('name')],
  ['a function', fails],
  ['half of a character', '\ud83d'],
  ['a megabyte of digits', '9'.repeat(1_000_000)],
  ['a megabyte of blanks', ' '.repeat(1_000_000)],
  ['a megabyte of slashes', '/'.repeat(1_000_000)],
  ['a megabyte of braces', '{a}'.repeat(350_000)],
  ['a megabyte of letters', 'a'.repeat(1_000_000)],
  ['a long bigint', 10n ** 50_000n],
  ['NaN', NaN],
  ['minus nothing', -0],
  ['a date object', new Date(NaN)],
  ['a Map', new Map([['id', 'a']])],
  ['bytes', new Uint8Array(8)],
];

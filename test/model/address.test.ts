// No address of an endpoint can run, leave http, or name a user.
import {expect} from '@open-wc/testing';
import {readAddress, readImageAddress} from '../../src/model/address.js';
import {hearing} from './told.js';

const base = 'https://news.example/section/list?page=2#top';

/** What may be followed, and where it leads. Strange ones lead to an address that the engine will not read otherwise. */
const followed: readonly (readonly [string, string])[] = [
  ['https://news.example/a', 'https://news.example/a'],
  ['HTTP://NEWS.example/a', 'http://news.example/a'],
  ['/a?b=1#c', 'https://news.example/a?b=1#c'],
  ['a', 'https://news.example/section/a'],
  ['../a', 'https://news.example/a'],
  ['?page=3', 'https://news.example/section/list?page=3'],
  ['//images.example/i.png', 'https://images.example/i.png'],
  ['  https://news.example/a\n', 'https://news.example/a'],
  ['https://новости.example/статья', 'https://xn--b1amnebsh.example/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F'],
  ['https://news.example/a b"<>`', 'https://news.example/a%20b%22%3C%3E%60'],
  ['https://news.example:443/', 'https://news.example/'],
  ['https://[::1]:8080/', 'https://[::1]:8080/'],
  // backslashes are slashes, for us as for the browser that follows
  ['\\\\images.example\\i.png', 'https://images.example/i.png'],
  ['https:\\\\news.example\\a', 'https://news.example/a'],
  ['https://news.example\\@evil.example/', 'https://news.example/@evil.example/'],
  // look-alikes of a scheme are paths
  ['\uff4aavascript:alert(1)', 'https://news.example/section/%EF%BD%8Aavascript:alert(1)'],
  ['javascript\uff1aalert(1)', 'https://news.example/section/javascript%EF%BC%9Aalert(1)'],
  ['javascript&colon;alert(1)', 'https://news.example/section/javascript&colon;alert(1)'],
  ['java\u200bscript:alert(1)', 'https://news.example/section/java%E2%80%8Bscript:alert(1)'],
  ['\u202ejavascript:alert(1)', 'https://news.example/section/%E2%80%AEjavascript:alert(1)'],
  ['javascript%3Aalert(1)', 'https://news.example/section/javascript%3Aalert(1)'],
  ['./javascript:alert(1)', 'https://news.example/section/javascript:alert(1)'],
  ['/javascript:alert(1)', 'https://news.example/javascript:alert(1)'],
  ['https:javascript:alert(1)', 'https://news.example/section/javascript:alert(1)'],
  ['\ud83d', 'https://news.example/section/%EF%BF%BD'],
  ['https://@news.example/', 'https://news.example/'],
];

const refused: readonly unknown[] = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u00a0javascript:alert(1)',
  '\ufeffjavascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\r\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\u0000script:alert(1)',
  'javascript\t:alert(1)',
  'javascript:\nalert(1)',
  'javascript://news.example/%0aalert(1)',
  'javascript:/*https://news.example/*/alert(1)',
  'vbscript:msgbox(1)',
  'livescript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'data:image/png;base64,AAAA',
  'data:,',
  'DATA:text/html,x',
  'blob:https://news.example/0a1b',
  'filesystem:https://news.example/temporary/x',
  'file:///etc/passwd',
  'ftp://news.example/a',
  'ws://news.example/',
  'wss://news.example/',
  'mailto:editor@news.example',
  'tel:+1',
  'about:blank',
  'about:srcdoc',
  'view-source:https://news.example/',
  'chrome://settings',
  'moz-extension://a/b',
  'intent://news.example/#Intent;scheme=https;end',
  'urn:uuid:1',
  'cid:part',
  'feed:https://news.example/',
  'web+presslet:a',
  'x-javascript:a',
  'https://user@evil.example/',
  'https://user:password@evil.example/',
  'https://:password@evil.example/',
  'https://news.example@evil.example/',
  'https://news.example%40x@evil.example/',
  'https://user%00@evil.example/',
  '//user@evil.example/',
  'https://',
  'https:///',
  'http://[',
  'https://%00.example/',
  'https://news.example:99999/',
  'https://news.example/\u0000',
  'https://news.example/\u0085',
  'https://news.example/a\tb',
  'https://news.example/a\nb',
  '',
  ' ',
  `https://news.example/${'a'.repeat(2048)}`,
  `https://news.example/${'я'.repeat(500)}`,
  5,
  true,
  {},
  ['https://news.example/'],
  {href: 'https://news.example/'},
  new URL('https://news.example/'),
];

describe('an address', () => {
  it('is made absolute, and leads where a browser would go', () => {
    for (const [value, expected] of followed) {
      const {tell, told} = hearing();
      expect(readAddress(value, base, 'url', tell), value).to.equal(expected);
      expect(told, value).to.deep.equal([]);
    }
  });

  it('is refused when it is no plain http or https address', () => {
    expect(refused.length).to.be.greaterThan(40);
    for (const value of refused) {
      const {tell, told} = hearing();
      expect(readAddress(value, base, 'url', tell), String(value)).to.equal(undefined);
      expect(told, String(value)).to.deep.equal(['url: not an http(s) address: dropped']);
    }
  });

  it('stays what it is when it is read again', () => {
    for (const [value] of followed) {
      const once = readAddress(value, base, 'url', hearing().tell);
      expect(readAddress(once, 'https://other.example/', 'url', hearing().tell)).to.equal(once);
    }
  });

  it('may be absolute where there is no base', () => {
    expect(readAddress('https://news.example/a', '', 'url', hearing().tell)).to.equal('https://news.example/a');
    expect(readAddress('a', '', 'url', hearing().tell)).to.equal(undefined);
    expect(readAddress('a', 'not a base', 'url', hearing().tell)).to.equal(undefined);
    expect(readAddress('a', 'file:///home/', 'url', hearing().tell)).to.equal(undefined);
    expect(readAddress('a', 'https://user@news.example/', 'url', hearing().tell)).to.equal(undefined);
  });

  it('may be absent without a word', () => {
    const {tell, told} = hearing();
    expect([readAddress(undefined, base, 'url', tell), readAddress(null, base, 'url', tell)]).to.deep.equal([
      undefined,
      undefined,
    ]);
    expect(readImageAddress(null, base, 'image', tell)).to.equal(undefined);
    expect(told).to.deep.equal([]);
  });
});

describe('the address of a picture', () => {
  it('may hold the picture, if its format cannot hold a script', () => {
    for (const type of ['png', 'jpeg', 'gif', 'webp', 'avif', 'PNG']) {
      const address = `data:image/${type};base64,iVBORw0KGgo=`;
      expect(readImageAddress(` ${address} `, base, 'image', hearing().tell), type).to.equal(address);
    }
  });

  it('is else read like every other', () => {
    expect(readImageAddress('/i.svg', base, 'image', hearing().tell)).to.equal('https://news.example/i.svg');
    const pictures = [
      'data:image/svg+xml;base64,PHN2Zy8+',
      'data:image/svg+xml,<svg onload=alert(1)>',
      'data:image/svg%2bxml;base64,PHN2Zy8+',
      'data:image/png,<svg>',
      'data:image/png;charset=utf-8;base64,AAAA',
      'data:image/png;base64,AAAA"onerror="alert(1)',
      'data:image/png;base64,AA AA',
      'data:image/png;base64,',
      'data:image/*;base64,AAAA',
      'data:image/x-icon;base64,AAAA',
      'data:text/html;image/png;base64,AAAA',
      `data:image/png;base64,${'A'.repeat(100_000)}`,
    ];
    for (const value of [...pictures, ...refused.filter((value) => !String(value).startsWith('data:image/png'))]) {
      const {tell, told} = hearing();
      expect(readImageAddress(value, base, 'image', tell), String(value).slice(0, 80)).to.equal(undefined);
      expect(told).to.have.length(1);
    }
  });
});

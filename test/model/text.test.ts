// What is shown is one line of well-formed text, and a name is never changed.
import {expect} from '@open-wc/testing';
import {readId, readText} from '../../src/model/text.js';
import {hearing} from './told.js';

const repaired = 'title: broken characters: repaired';

/** What comes in, what is shown, what is told. */
const texts: readonly (readonly [unknown, string | undefined, ...string[]])[] = [
  ['Title', 'Title'],
  ['  a \n\t b\r\nc ', 'a b c'],
  ['a\u2028b\u2029c\u0085d', 'a b c d'],
  ['4,2\u00a0% и 1\u202f043', '4,2\u00a0% и 1\u202f043'],
  ['5 < 7 && 9 > 3', '5 < 7 && 9 > 3'],
  ['R&amp;D <em>today</em>', 'R&amp;D <em>today</em>'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['\u05d7\u05d3\u05e9\u05d5\u05ea', '\u05d7\u05d3\u05e9\u05d5\u05ea'],
  ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
  ['a\u0000b', 'ab', repaired],
  ['a \u0000 b', 'a b', repaired],
  ['\u0007Bell\u009f\u007f', 'Bell', repaired],
  ['half \ud83d and \ude00', 'half \ufffd and \ufffd', repaired],
  [745, '745'],
  [-1.5, '-1.5'],
  ['', undefined],
  [' \n\u00a0', undefined],
  ['\u200b\ufeff\u2060\u202e', undefined],
  ['\u3164\u115f', undefined],
  ['\u0000', undefined, repaired],
  [undefined, undefined],
  [null, undefined],
  [NaN, undefined, 'title: not a text: dropped'],
  [Infinity, undefined, 'title: not a text: dropped'],
  [true, undefined, 'title: not a text: dropped'],
  [{rendered: 'Title'}, undefined, 'title: not a text: dropped'],
  [['Title'], undefined, 'title: not a text: dropped'],
  [5n, undefined, 'title: not a text: dropped'],
];

describe('a text', () => {
  it('is one line, well formed, or absent', () => {
    for (const [value, expected, ...reasons] of texts) {
      const {tell, told} = hearing();
      expect(readText(value, 100, 'title', tell), JSON.stringify(expected)).to.equal(expected);
      expect(told, JSON.stringify(expected)).to.deep.equal(reasons);
    }
  });

  it('is cut where it is too long, and ends in an ellipsis', () => {
    const {tell, told} = hearing();
    expect(readText('abcdef', 6, 'title', tell)).to.equal('abcdef');
    expect(told).to.deep.equal([]);
    expect(readText('abcdefg', 6, 'title', tell)).to.equal('abcde…');
    expect(readText('abcd fgh', 6, 'title', tell)).to.equal('abcd…');
    expect(told).to.deep.equal(['title: longer than 6: cut', 'title: longer than 6: cut']);
  });

  it('is never cut through a character', () => {
    expect(readText('abcd😀fgh', 6, 'title', hearing().tell)).to.equal('abcd…');
    expect(readText('abc😀fgh', 6, 'title', hearing().tell)).to.equal('abc😀…');
    for (let max = 2; max < 12; max++) {
      expect(readText('😀'.repeat(20), max, 'title', hearing().tell)).to.equal(
        '😀'.repeat(Math.floor((max - 1) / 2)) + '…',
      );
    }
  });

  it('stays what it is when it is read again', () => {
    for (const [value] of texts) {
      const once = readText(value, 8, 'title', hearing().tell);
      const {tell, told} = hearing();
      expect(readText(once, 8, 'title', tell)).to.equal(once);
      expect(told).to.deep.equal([]);
    }
  });
});

describe("an article's name", () => {
  it('is taken as it is', () => {
    for (const id of [
      'a',
      ' a ',
      'https://news.example/a?b#c',
      'a/../b',
      '<b>&"',
      '__proto__',
      'constructor',
      '0',
      '😀',
      'a\u00a0b',
    ]) {
      const {tell, told} = hearing();
      expect(readId(id, 'id', tell)).to.equal(id);
      expect(told).to.deep.equal([]);
    }
  });

  it('may be a number that has not lost digits', () => {
    expect([0, -0, 7, -7, 9007199254740991].map((id) => readId(id, 'id', hearing().tell))).to.deep.equal([
      '0',
      '0',
      '7',
      '-7',
      '9007199254740991',
    ]);
  });

  it('is dropped, and told, when it could not be sent back or seen', () => {
    const wrong: readonly unknown[] = [
      '',
      ' ',
      '\u200b',
      'a\u0000',
      'a\nb',
      '\ud83d',
      'a'.repeat(2049),
      9007199254740992,
      1.5,
      1e21,
      NaN,
      true,
      {},
      ['a'],
      5n,
    ];
    for (const id of wrong) {
      const {tell, told} = hearing();
      expect(readId(id, 'id', tell), String(id)).to.equal(undefined);
      expect(told, String(id)).to.deep.equal(['id: not an id (a text up to 2048): dropped']);
    }
  });

  it('may be absent without a word', () => {
    const {tell, told} = hearing();
    expect([readId(undefined, 'id', tell), readId(null, 'id', tell)]).to.deep.equal([undefined, undefined]);
    expect(told).to.deep.equal([]);
  });
});

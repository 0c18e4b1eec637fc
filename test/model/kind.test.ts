// Kinds are names out of an alphabet, kept in a Map: none of them can touch a prototype.
import {expect} from '@open-wc/testing';
import {readKind, readKinds} from '../../src/model/kind.js';
import {hearing} from './told.js';

describe('a kind', () => {
  it('is small letters, digits, _ and -', () => {
    for (const kind of ['like', '1', 'a_b-c', 'constructor', 'a'.repeat(32)]) {
      const {tell, told} = hearing();
      expect(readKind(kind, 'kind', tell)).to.equal(kind);
      expect(told).to.deep.equal([]);
    }
  });

  it('is made small, and said so', () => {
    const {tell, told} = hearing();
    expect(readKind('Like', 'kind', tell)).to.equal('like');
    expect(told).to.deep.equal(['kind: capitals in a kind: made small']);
  });

  it('is dropped when it is anything else', () => {
    const wrong: readonly unknown[] = [
      '',
      '_a',
      '-a',
      '__proto__',
      'a b',
      'нравится',
      '👍',
      'a'.repeat(33),
      'a\n',
      'İ',
      5,
      {},
      ['like'],
      true,
    ];
    for (const kind of wrong) {
      const {tell, told} = hearing();
      expect(readKind(kind, 'kind', tell), String(kind)).to.equal(undefined);
      expect(told, String(kind)).to.deep.equal(['kind: not a kind ([a-z0-9_-]): dropped']);
    }
  });
});

describe('the reactions to an article', () => {
  const read = (value: unknown) => {
    const {tell, told} = hearing();
    const kinds = readKinds(value, 'reactions', tell);
    return {kinds: kinds && [...kinds], told};
  };

  it("keep the endpoint's order, and kinds that nobody chose", () => {
    expect(read({wow: 2, like: '1 043', sad: 0})).to.deep.equal({
      kinds: [
        ['wow', 2],
        ['like', 1043],
        ['sad', 0],
      ],
      told: [],
    });
  });

  it('lose a bad one alone', () => {
    const {kinds, told} = read({like: 3, 'a b': 1, wow: -1, sad: null, Like: 5, love: 4});
    expect(kinds).to.deep.equal([
      ['like', 3],
      ['love', 4],
    ]);
    expect(told).to.deep.equal([
      'reactions.a b: not a kind ([a-z0-9_-]): dropped',
      'reactions.wow: not a whole number: dropped',
      'reactions.Like: capitals in a kind: made small',
      'reactions.Like: twice: dropped',
    ]);
  });

  it('can be none, which is not the same as unknown', () => {
    expect(read({})).to.deep.equal({kinds: [], told: []});
    expect(read(undefined)).to.deep.equal({kinds: undefined, told: []});
    expect(read({like: 'many'}).kinds).to.equal(undefined);
    for (const value of [[], [['like', 3]], 'like', 3, new Map([['like', 3]]).size]) {
      expect(read(value)).to.deep.equal({kinds: undefined, told: ['reactions: not an object: dropped']});
    }
  });

  it('are 32 kinds at most', () => {
    const {kinds, told} = read(Object.fromEntries(Array.from({length: 40}, (_, index) => [`k${index}`, index])));
    expect(kinds?.length).to.equal(32);
    expect(told).to.deep.equal(['reactions: more than 32: the rest dropped']);
  });

  it('cannot touch a prototype', () => {
    const {kinds, told} = read(JSON.parse('{"__proto__": 5, "constructor": 3, "toString": 1}'));
    expect(kinds).to.deep.equal([
      ['constructor', 3],
      ['tostring', 1],
    ]);
    expect(told[0]).to.equal('reactions.__proto__: not a kind ([a-z0-9_-]): dropped');
    expect(Object.hasOwn(Object.prototype, 'like')).to.equal(false);
  });
});

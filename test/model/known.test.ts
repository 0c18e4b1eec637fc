// What is not known is absent, and nothing comes in from elsewhere.
import {expect} from '@open-wc/testing';
import {known} from '../../src/model/known.js';

describe('what is known', () => {
  it('is what is not undefined', () => {
    expect(known({a: 0, b: undefined, c: null, d: ''})).to.deep.equal({a: 0, c: null, d: ''});
  });

  it('is never what a page adds to every object', () => {
    Object.defineProperty(Object.prototype, 'added', {value: 1, enumerable: true, configurable: true});
    try {
      expect(Object.hasOwn(known({a: 1}), 'added')).to.equal(false);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'added');
    }
  });
});

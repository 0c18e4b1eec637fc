/** A value is told of when it changes, and only then. */
import {expect} from '@open-wc/testing';
import {createSignal} from '../../src/store/signal.js';

describe('a signal', () => {
  it('tells of a change, of nothing else, and nobody who has left', () => {
    const [signal, set] = createSignal(1, () => undefined);
    const heard: number[] = [];
    const leave = signal.subscribe(() => heard.push(signal.value));
    set(2);
    set(2);
    set(NaN);
    set(NaN);
    leave();
    set(3);
    expect(heard).to.deep.equal([2, NaN]);
    expect(signal.value).to.equal(3);
  });
});

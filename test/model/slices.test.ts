// A short list in one go, a long one in slices.
import {expect} from '@open-wc/testing';
import {inSlices, type Pause} from '../../src/model/slices.js';

/** A pause that is due after every `size` entries. */
const every = (size: number): Pause & {readonly pauses: readonly number[]; done: number[]} => {
  const done: number[] = [];
  const pauses: number[] = [];
  return {
    done,
    pauses,
    isDue: () => done.length - (pauses.at(-1) ?? 0) >= size,
    next: () => {
      pauses.push(done.length);
      return Promise.resolve();
    },
  };
};

describe('work in slices', () => {
  it('is done before the call returns, up to 50 entries and as long as no pause is due', async () => {
    const short = every(1);
    const finished = inSlices(50, (index) => short.done.push(index), short);
    expect(short.done.length).to.equal(50);
    await finished;
    expect(short.pauses).to.deep.equal([]);

    const quick = every(1000);
    void inSlices(900, (index) => quick.done.push(index), quick);
    expect(quick.done.length).to.equal(900);
  });

  it('lets others in when a pause is due, and does everything once and in order', async () => {
    const long = every(60);
    const finished = inSlices(200, (index) => long.done.push(index), long);
    expect(long.done.length).to.equal(60);
    await finished;
    expect(long.pauses).to.deep.equal([60, 120, 180]);
    expect(long.done).to.deep.equal(Array.from({length: 200}, (_, index) => index));
  });

  it('ends quietly when it is no longer wanted', async () => {
    const controller = new AbortController();
    const long = every(60);
    const finished = inSlices(200, (index) => long.done.push(index), long, controller.signal);
    controller.abort();
    await finished;
    expect(long.done.length).to.equal(60);
    await inSlices(5, (index) => long.done.push(index), long, controller.signal);
    expect(long.done.length).to.equal(60);
  });

  it('of nothing is nothing', async () => {
    await inSlices(0, () => expect.fail(), every(1));
  });
});

import {expect} from '@open-wc/testing';
import {tellFor} from '../../src/dom/telling.js';
import {warnOnce} from '../../src/dom/warn.js';
import {hearWarnings} from './console.js';

/** What was gathered in one task is printed in a later one; timers of equal delay keep their order. */
const nextTimer = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('what the developer reads in the console', () => {
  let said: string[];
  let stop: () => void;

  beforeEach(() => {
    ({said, stop} = hearWarnings());
  });
  afterEach(() => {
    stop();
  });

  it('says a warning once for each key', () => {
    warnOnce('one', 'first');
    warnOnce('one', 'again');
    warnOnce('two', 'second');
    expect(said).to.deep.equal(['Presslet: first', 'Presslet: second']);
  });

  it('says in one warning, after the work is done, what an endpoint got wrong', async () => {
    const tell = tellFor('https://one.example/');
    for (let index = 0; index < 1000; index += 1) tell(`items.${index}.url`, 'no address');
    tell('items.4._presslet.views', 'negative, left out');
    expect(said).to.deep.equal([]);
    await nextTimer();
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('https://one.example/');
    expect(said[0]).to.contain('1000 × no address (first at items.0.url)');
    expect(said[0]).to.contain('1 × negative, left out (first at items.4._presslet.views)');
  });

  it('names a reason once, however often the endpoint is asked and by whomever', async () => {
    tellFor('https://two.example/')('items.0', 'no id');
    await nextTimer();
    tellFor('https://two.example/')('items.0', 'no id');
    await nextTimer();
    expect(said).to.have.length(1);
    tellFor('https://two.example/')('items.0', 'another reason');
    tellFor('https://three.example/')('items.0', 'no id');
    await nextTimer();
    expect(said).to.have.length(3);
    expect(said[1]).to.contain('another reason').and.not.to.contain('no id');
  });

  it('names five reasons and no more', async () => {
    const tell = tellFor('https://four.example/');
    for (let index = 0; index < 9; index += 1) tell('items.0', `reason ${index}`);
    await nextTimer();
    tell('items.0', 'reason 10');
    await nextTimer();
    expect(said).to.have.length(1);
    expect(said[0]?.match(/reason \d/g)).to.deep.equal(['reason 0', 'reason 1', 'reason 2', 'reason 3', 'reason 4']);
  });

  it('cuts a place that an endpoint made endless', async () => {
    tellFor('https://five.example/')('x'.repeat(100_000), 'no id');
    await nextTimer();
    expect(said[0]?.length).to.be.below(400);
  });
});

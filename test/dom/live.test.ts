import {expect} from '@open-wc/testing';
import {announce, createAnnounce} from '../../src/dom/live.js';
import {inPage} from './page.js';

/** Timers that go off when the test says so. */
const createTimers = () => {
  let waiting: (() => void)[] = [];
  return {
    later: (callback: () => void): void => {
      waiting.push(callback);
    },
    run(): void {
      const due = waiting;
      waiting = [];
      for (const callback of due) callback();
    },
  };
};

const regions = (): readonly Element[] => [...document.querySelectorAll('[role=status]')];
const region = (): Element => regions()[0] ?? expect.fail('there is no live region');

describe('what a screen reader says about the reader’s own action', () => {
  afterEach(() => {
    for (const one of regions()) one.remove();
  });

  it('passes axe', async () => {
    const {run, later} = createTimers();
    createAnnounce({page: document, later})('10 more articles');
    run();
    await expect(region()).to.be.accessible();
  });

  it('makes no region before there is something to say', () => {
    createAnnounce({page: document, later: createTimers().later});
    expect(regions()).to.deep.equal([]);
  });

  it('says a text once the region was noticed', () => {
    const {run, later} = createTimers();
    createAnnounce({page: document, later})('10 more articles');
    expect(region().textContent).to.equal('');
    run();
    expect(region().textContent).to.equal('10 more articles');
  });

  it('says the same text again when asked again', () => {
    const {run, later} = createTimers();
    const say = createAnnounce({page: document, later});
    say('10 more articles');
    run();
    const first = region().firstChild;
    say('10 more articles');
    expect(region().textContent).to.equal('');
    run();
    expect(region().textContent).to.equal('10 more articles');
    expect(region().firstChild).not.to.equal(first);
    expect(regions()).to.have.length(1);
  });

  it('loses none of two texts that come together', () => {
    const {run, later} = createTimers();
    const say = createAnnounce({page: document, later});
    say('10 more articles');
    say('Ваш голос учтён', 'ru');
    run();
    expect([...region().children].map(({textContent}) => textContent)).to.deep.equal([
      '10 more articles',
      'Ваш голос учтён',
    ]);
    expect(region().lastElementChild?.getAttribute('lang')).to.equal('ru');
    expect(region().firstElementChild?.hasAttribute('lang')).to.equal(false);
  });

  it('makes another region when the page threw the first away', () => {
    const {run, later} = createTimers();
    const say = createAnnounce({page: document, later});
    say('one');
    run();
    region().remove();
    say('two');
    run();
    expect(region().textContent).to.equal('two');
  });

  it('is out of sight and moves nothing', () => {
    const before = document.documentElement.scrollHeight;
    announce('hello');
    const {width, height} = region().getBoundingClientRect();
    expect([width, height]).to.deep.equal([1, 1]);
    expect(document.documentElement.scrollHeight).to.equal(before);
  });

  it('is out of sight under a policy that refuses style attributes, too', async () => {
    const found = await inPage(
      "style-src 'self'",
      `import {announce} from '${new URL('../../src/dom/live.ts', import.meta.url).href}';
      let violations = 0;
      addEventListener('securitypolicyviolation', () => violations++);
      announce('hello');
      const {position, clipPath} = getComputedStyle(document.querySelector('[role=status]'));
      await new Promise((resolve) => setTimeout(resolve));
      parent.postMessage({position, clipPath, violations}, '*');`,
    );
    expect(found).to.deep.equal({position: 'fixed', clipPath: 'inset(50%)', violations: 0});
  });
});

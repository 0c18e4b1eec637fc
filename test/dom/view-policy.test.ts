import {expect, fixture, html} from '@open-wc/testing';
import {countOns, isCounted, observedBy, whenViewed, type CountOn} from '../../src/dom/view-policy.js';
import {hearWarnings} from './console.js';
import {prerendered, Reader} from './reader.js';

const begin = (countOn: CountOn, reader = new Reader(), element = document.createElement('span')) => {
  const connection = new AbortController();
  const views: number[] = [];
  whenViewed(countOn, element, () => views.push(1), {signal: connection.signal, ports: reader.ports});
  return {reader, connection, element, views};
};

describe('a view on load', () => {
  it('counts once when the page is visible', () => {
    const {reader, views} = begin('load');
    reader.spend(0);
    expect(views).to.have.length(1);
    reader.looksAway();
    reader.comesBack();
    reader.spend(60_000);
    expect(views).to.have.length(1);
  });

  it('waits in a tab in the background', () => {
    const {reader, views} = begin('load', Object.assign(new Reader(), {visibilityState: 'hidden' as const}));
    reader.spend(60_000);
    expect(views).to.have.length(0);
    reader.comesBack();
    reader.spend(0);
    expect(views).to.have.length(1);
  });
});

describe('a prerendered page', () => {
  for (const countOn of countOns) {
    it(`counts nothing on ${countOn}, and starts no timer, until somebody opens it`, () => {
      const {reader, views} = begin(countOn, prerendered());
      reader.sees(true);
      reader.spend(60_000);
      expect(views).to.have.length(0);
      expect(reader.timers).to.equal(0);
      // The first event of the two comes too early.
      reader.comesBack();
      expect(reader.timers).to.equal(0);
    });

    it(`counts one view on ${countOn} once it is opened`, () => {
      const {reader, views} = begin(countOn, prerendered());
      reader.sees(true);
      // No other event comes to the rescue.
      reader.focused = true;
      reader.opensPrerendered();
      reader.spend(10_000);
      reader.spend(10_000);
      expect(views).to.have.length(1);
    });
  }
});

describe('a visible view', () => {
  it('counts when half of the article was visible for one second', () => {
    const {reader, views} = begin('visible');
    reader.spend(60_000);
    expect(views).to.have.length(0);
    reader.sees(true);
    reader.spend(999);
    expect(views).to.have.length(0);
    reader.spend(1);
    expect(views).to.have.length(1);
  });

  it('needs no focus', () => {
    const {reader, views} = begin('visible', Object.assign(new Reader(), {focused: false}));
    reader.sees(true);
    reader.spend(1000);
    expect(views).to.have.length(1);
  });

  for (const [what, interrupt, resume] of [
    ['scrolls past', (reader: Reader) => reader.sees(false), (reader: Reader) => reader.sees(true)],
    ['looks at another tab', (reader: Reader) => reader.looksAway(), (reader: Reader) => reader.comesBack()],
  ] as const) {
    it(`starts its second anew when the reader ${what}`, () => {
      const {reader, views} = begin('visible');
      reader.sees(true);
      reader.spend(900);
      interrupt(reader);
      reader.spend(5000);
      resume(reader);
      reader.spend(900);
      expect(views).to.have.length(0);
      reader.spend(100);
      expect(views).to.have.length(1);
    });
  }

  it('is not counted early by an early timer', () => {
    const {reader, views} = begin('visible');
    reader.sees(true);
    reader.spend(999, 1);
    expect(views).to.have.length(0);
    reader.spend(1);
    expect(views).to.have.length(1);
  });

  it('goes on after the page came back from the back/forward cache, and counts no second time', () => {
    const {reader, views} = begin('visible');
    reader.sees(true);
    reader.spend(500);
    reader.looksAway();
    reader.window.dispatchEvent(new Event('pagehide'));
    reader.window.dispatchEvent(new Event('pageshow'));
    reader.comesBack();
    reader.spend(1000);
    expect(views).to.have.length(1);
    reader.looksAway();
    reader.comesBack();
    reader.spend(1000);
    expect(views).to.have.length(1);
  });
});

describe('a view by dwelling', () => {
  it('counts ten seconds in all, however often the reader was away', () => {
    const {reader, views} = begin('dwell');
    reader.sees(true);
    reader.spend(4000);
    reader.focuses(false);
    reader.spend(60_000);
    reader.focuses(true);
    reader.spend(4000);
    reader.looksAway();
    reader.spend(60_000);
    reader.comesBack();
    reader.spend(1000);
    reader.sees(false);
    reader.spend(60_000);
    reader.sees(true);
    reader.spend(999);
    expect(views).to.have.length(0);
    reader.spend(1);
    expect(views).to.have.length(1);
  });

  it('counts no time before the focus came', () => {
    const {reader, views} = begin('dwell', Object.assign(new Reader(), {focused: false}));
    reader.sees(true);
    reader.spend(60_000);
    expect(views).to.have.length(0);
    reader.focuses(true);
    reader.spend(10_000);
    expect(views).to.have.length(1);
  });
});

describe('waiting for a view', () => {
  for (const countOn of countOns) {
    it(`leaves nothing behind when the widget goes before its view on ${countOn}`, () => {
      const {reader, connection, views} = begin(countOn);
      reader.sees(true);
      connection.abort();
      expect([reader.timers, reader.seen]).to.deep.equal([0, undefined]);
      reader.looksAway();
      reader.comesBack();
      reader.spend(60_000);
      expect([reader.timers, views.length]).to.deep.equal([0, 0]);
    });

    it(`leaves nothing behind after its view on ${countOn}`, () => {
      const {reader, views} = begin(countOn);
      reader.sees(true);
      reader.spend(10_000);
      expect([views.length, reader.timers, reader.seen]).to.deep.equal([1, 0, undefined]);
    });
  }

  it('does not begin for a widget that is gone', () => {
    const reader = new Reader();
    whenViewed('load', document.createElement('span'), () => expect.fail('counted'), {
      signal: AbortSignal.abort(),
      ports: reader.ports,
    });
    expect([reader.timers, reader.seen]).to.deep.equal([0, undefined]);
  });

  it('does not begin for a word that is no rule', () => {
    const word: string = 'constructor';
    // A page's script is held by no compiler.
    const {reader} = begin(word as CountOn);
    expect([reader.timers, reader.seen]).to.deep.equal([0, undefined]);
  });

  it('looks at the article around the widget, through shadow roots', async () => {
    const article = await fixture(html`<article><div></div></article>`);
    const inside = document.createElement('span');
    article.querySelector('div')?.attachShadow({mode: 'closed'}).append(inside);
    expect(begin('visible', new Reader(), inside).reader.seen).to.equal(article);
  });

  it('looks at the widget itself where there is no article around it', async () => {
    const element = await fixture<HTMLElement>(html`<span></span>`);
    expect(observedBy(element)).to.equal(element);
  });

  it('counts a view in a real page, too', async () => {
    const element = await fixture(html`<span>1043</span>`);
    const connection = new AbortController();
    await new Promise<void>((resolve) => whenViewed('load', element, resolve, {signal: connection.signal}));
  });
});

describe('who is a reader', () => {
  const element = document.createElement('span');

  it('a person is, an automated browser is not', () => {
    expect(isCounted('a', element, undefined, false)).to.equal(true);
    expect(isCounted('a', element, undefined, true)).to.equal(false);
    expect(isCounted('a', element)).to.equal(!navigator.webdriver);
  });

  it('is what the page says', () => {
    let facts: unknown;
    const rule = (given: unknown): boolean => {
      facts = given;
      return true;
    };
    expect(isCounted('a', element, rule, true)).to.equal(true);
    expect(facts).to.deep.equal({article: 'a', element, isAutomated: true});
    expect(isCounted('a', element, () => false, false)).to.equal(false);
    expect(isCounted('a', element, null, false)).to.equal(true);
  });

  it('is nobody where the page’s rule fails, and the developer is told', () => {
    const {said, stop} = hearWarnings();
    const failing = (): boolean => {
      throw new Error('no consent yet');
    };
    expect(isCounted('a', element, failing, false)).to.equal(false);
    stop();
    expect(said.join()).to.contain('no consent yet');
  });
});

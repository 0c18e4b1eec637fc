// Rows keep their article, their place and the reader's focus.
import {expect} from '@open-wc/testing';
import type {Pause} from '../../src/model/slices.js';
import {Rows} from '../../src/rows/keyed.js';
import {whole} from '../../src/rows/whole.js';
import {articleOf, elementOf, first, wordsOf} from '../support/rows.js';

const never: Pause = {isDue: () => false, next: () => Promise.resolve()};
const silent = (): void => undefined;

/** Gives way after each row, for as long as the test wants. */
const stepwise = (): Pause & {go(): void} => {
  let waiting: (() => void) | undefined;
  return {
    isDue: () => true,
    next: () => new Promise<void>((resolve) => (waiting = resolve)),
    go: () => waiting?.(),
  };
};

const make = (id: string): HTMLElement => {
  const row = elementOf('<li><button></button></li>');
  row.setAttribute('itemid', id);
  return row;
};
const order = (parent: Element): string =>
  [...parent.children].map((each) => each.getAttribute('itemid') ?? each.localName).join(' ');
const permutations = (list: readonly string[]): readonly (readonly string[])[] =>
  list.length < 2
    ? [list]
    : list.flatMap((each, index) => permutations(list.toSpliced(index, 1)).map((rest) => [each, ...rest]));
const idsTo = (length: number): readonly string[] => Array.from({length}, (_, index) => `a${index}`);

describe('rows', () => {
  let list: HTMLElement;
  let rows: Rows;
  beforeEach(() => {
    list = elementOf('<ul></ul>');
    document.body.append(list);
    rows = new Rows();
  });
  afterEach(() => list.remove());
  const place = (ids: string | readonly string[], after?: Element, pause = never): Promise<boolean> =>
    rows.place(list, typeof ids === 'string' ? ids.split(' ').filter(Boolean) : ids, make, {pause, after});

  it('come in any order from any other, without the focus leaving its row', async () => {
    const orders = permutations(['a', 'b', 'c', 'd']);
    for (const [index, from] of orders.entries())
      for (const to of orders.slice(0, 1 + (index % 24))) {
        await place(from);
        const focused = first(list, `[itemid=${from[index % 4] ?? 'a'}] button`);
        focused.focus();
        // Not even where the engine can move a row without it.
        const observer = new MutationObserver(silent);
        observer.observe(list, {childList: true});
        void place(to);
        const isMoved = observer
          .takeRecords()
          .some(({addedNodes}) => [...addedNodes].some((row) => row.contains(focused)));
        expect(isMoved).to.equal(false);
        expect(order(list)).to.equal(to.join(' '));
        expect(document.activeElement === focused).to.equal(true);
      }
  });

  it('keep the focus in a shadow root', async () => {
    const root = elementOf('<div></div>').attachShadow({mode: 'open'});
    document.body.append(root.host);
    root.append(list);
    await place('a b c');
    const focused = first(list, '[itemid=c] button');
    focused.focus();
    await place('c a b');
    expect(root.activeElement === focused).to.equal(true);
    expect(order(list)).to.equal('c a b');
    root.host.remove();
  });

  it('are not touched when nothing changed, and one row is moved when one row went on', async () => {
    await place('a b c d');
    const observer = new MutationObserver(silent);
    observer.observe(list, {childList: true});
    for (const [to, moved] of [
      ['a b c d', []],
      ['b c d a', ['a']],
      ['a b c d', ['a']],
      ['a c b d', ['b']],
    ] as const) {
      void place(to);
      const added = observer.takeRecords().flatMap(({addedNodes}) => [...addedNodes]);
      const isRight = added.length === moved.length && moved.every((id, index) => rows.get(id) === added[index]);
      expect(isRight, to).to.equal(true);
    }
  });

  it('stand behind the template, among what else the page has there', async () => {
    list.append(document.createElement('template'), elementOf('<b></b>'));
    await place('a b', list.firstElementChild ?? undefined);
    first(list, '[itemid=a]').after(elementOf('<i></i>'));
    const observer = new MutationObserver(silent);
    observer.observe(list, {childList: true});
    void place('a b c', list.firstElementChild ?? undefined);
    expect(order(list)).to.equal('template a i b c b');
    expect(observer.takeRecords()).to.have.length(1);
  });

  it('of the page are never moved and never dropped, and ours follow the last of them', async () => {
    list.append(
      elementOf('<li itemid="p1"></li>'),
      elementOf('<div><li itemid="p2"></li></div>'),
      elementOf('<b></b>'),
    );
    const [one, two] = ['p1', 'p2'].map((id) => first(list, `[itemid=${id}]`));
    if (!one || !two) throw new Error('no rows');
    rows.keep('p1', one);
    rows.keep('p2', two);
    await place('p1 p2 a b');
    expect(order(list)).to.equal('p1 div b');
    expect(order(first(list, 'div'))).to.equal('p2 a b');
    await place('p2 b');
    expect(order(first(list, 'div'))).to.equal('p2 b');
    expect(one.isConnected).to.equal(true);
    rows.remove('p1');
    expect(order(list)).to.equal('div b');
  });

  it('that are no longer wanted go, and articles without a row are left out', async () => {
    await place('a b c');
    await rows.place(list, ['c', 'x', 'd'], (id) => (id === 'x' ? undefined : make(id)), {pause: never});
    expect(order(list)).to.equal('c d');
    expect(rows.ids).to.deep.equal(['c', 'd']);
    rows.clear();
    expect([order(list), rows.size]).to.deep.equal(['', 0]);
  });

  it('of a short list are there at once, of a long one the first 20', () => {
    void place(idsTo(49), undefined, stepwise());
    expect(list.children).to.have.length(49);
    void place(
      idsTo(50).map((id) => `b${id}`),
      undefined,
      stepwise(),
    );
    expect(list.children).to.have.length(20);
  });

  it('stop coming when another list is wanted', async () => {
    const pause = stepwise();
    const superseded = place(idsTo(100), undefined, pause);
    pause.go();
    const wanted = place('x y');
    pause.go();
    expect([await superseded, await wanted]).to.deep.equal([false, true]);
    expect(order(list)).to.equal('x y');
  });

  it('go on in the right place when rows are removed while others still come', async () => {
    const pause = stepwise();
    const ids = idsTo(60);
    const done = place(ids, undefined, pause);
    for (const id of ids.slice(10, 20)) rows.remove(id);
    list.append(elementOf('<b></b>'));
    pause.isDue = () => false;
    pause.go();
    expect(await done).to.equal(true);
    expect(order(list)).to.equal([...ids.slice(0, 10), ...ids.slice(20), 'b'].join(' '));
  });

  it('of the page get numbers alone, and dates where asked; ours get everything', async () => {
    const inner =
      '<li><b itemprop="headline">Old</b><time itemprop="datePublished" datetime="2020-01-01T00:00:00Z">Old</time><span itemprop="interactionStatistic" itemscope><meta itemprop="interactionType" content="https://schema.org/ReadAction"><i itemprop="userInteractionCount">1</i></span></li>';
    const article = articleOf({title: 'New', date_published: '2024-11-21T10:00:00Z', _presslet: {views: 2}});
    const row = elementOf(inner);
    list.append(row);
    rows.keep('p', row);
    rows.vocabulary = whole;
    rows.write('p', article, wordsOf('en'));
    expect(row.textContent).to.equal('OldOld2');
    rows.write('p', article, wordsOf('en'), undefined, true);
    expect(row.textContent).to.equal('Old11/21/20242');
    await rows.place(list, ['p', 'a'], () => elementOf(inner), {pause: never});
    rows.write('a', article, wordsOf('en'), ['views']);
    expect(rows.get('a')?.textContent).to.equal('OldOld2');
    rows.write('a', article, wordsOf('en'));
    expect(rows.get('a')?.textContent).to.equal('New11/21/20242');
    rows.write('unknown', article, wordsOf('en'));
  });
});

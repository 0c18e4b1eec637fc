// The rules of merging, a sentence a test.
import {expect} from '@open-wc/testing';
import {mergeNumbers} from '../../src/model/merge.js';
import type {Numbers, Reactions, Reported} from '../../src/model/numbers.js';

type About = Omit<Reported<unknown>, 'value'>;

const likes = (like: number, people?: number): Reactions => ({
  kinds: new Map([['like', like]]),
  ...(people === undefined ? {} : {people}),
});
const views = (value: number, about: About): Numbers => ({views: {value, ...about}});
const comments = (value: number, about: About): Numbers => ({comments: {value, ...about}});
const reactions = (value: Reactions, about: About): Numbers => ({reactions: {value, ...about}});
const merged = (...reports: readonly Numbers[]): Numbers =>
  reports.reduce((known, report) => mergeNumbers(known, report).numbers, {});

describe('three groups are merged apart', () => {
  it("each with its own report's moment", () => {
    const numbers = merged(
      {...views(10, {order: 1, asOf: 100}), ...reactions(likes(5), {order: 1, asOf: 100})},
      {...comments(3, {order: 2, asOf: 50}), ...reactions(likes(4), {order: 2, asOf: 50})},
    );
    expect(numbers).to.deep.equal({
      views: {value: 10, order: 1, asOf: 100},
      reactions: {value: likes(5), order: 1, asOf: 100},
      comments: {value: 3, order: 2, asOf: 50},
    });
  });

  it('and a report that lacks a group leaves it as it was', () => {
    expect(mergeNumbers(views(10, {order: 1}), comments(2, {order: 2})).numbers.views?.value).to.equal(10);
    expect(mergeNumbers(views(10, {order: 1}), {})).to.deep.equal({numbers: views(10, {order: 1}), changed: []});
    expect(mergeNumbers({}, {})).to.deep.equal({numbers: {}, changed: []});
  });
});

describe('views', () => {
  it('are the largest number seen, of known age or not', () => {
    const ages: readonly About[] = [
      {order: 1},
      {order: 2},
      {order: 1, asOf: 100},
      {order: 2, asOf: 50},
      {order: 3, asOf: 50, isOwn: true},
    ];
    for (const one of ages) {
      for (const other of ages) {
        expect(merged(views(1044, one), views(1043, other)).views?.value).to.equal(1044);
        expect(merged(views(1043, one), views(1044, other)).views?.value).to.equal(1044);
      }
    }
  });
});

describe('of reactions and comments', () => {
  const both: readonly ((value: number, about: About) => Numbers)[] = [
    comments,
    (value, about) => reactions(likes(value), about),
  ];
  const valueOf = ({comments, reactions}: Numbers): number | undefined =>
    comments?.value ?? reactions?.value.kinds.get('like');

  for (const [index, group] of both.entries()) {
    describe(index ? 'reactions' : 'comments', () => {
      it('the newer as_of wins, also when it is the smaller number and the earlier request', () => {
        expect(valueOf(merged(group(9, {order: 2, asOf: 50}), group(4, {order: 1, asOf: 60})))).to.equal(4);
        expect(valueOf(merged(group(4, {order: 1, asOf: 60}), group(9, {order: 2, asOf: 50})))).to.equal(4);
      });

      it('a report without as_of never beats one with', () => {
        expect(valueOf(merged(group(4, {order: 1, asOf: 0}), group(9, {order: 2})))).to.equal(4);
        expect(valueOf(merged(group(9, {order: 2}), group(4, {order: 1, asOf: 0})))).to.equal(4);
      });

      it('among unknowns the report whose request started last wins, also when it came first, and may fall', () => {
        expect(valueOf(merged(group(9, {order: 1}), group(4, {order: 2})))).to.equal(4);
        expect(valueOf(merged(group(4, {order: 2}), group(9, {order: 1})))).to.equal(4);
      });

      it("the reader's own answer beats every report requested before it", () => {
        for (const earlier of [{order: 4}, {order: 4, asOf: 40}, {order: 4, asOf: 900}]) {
          for (const own of [
            {order: 5, isOwn: true},
            {order: 5, isOwn: true, asOf: 50},
          ]) {
            expect(valueOf(merged(group(4, own), group(9, earlier)))).to.equal(4);
            expect(valueOf(merged(group(9, earlier), group(4, own)))).to.equal(4);
          }
        }
      });

      it('and still does when a third report has come between them', () => {
        const own = group(5, {order: 5, isOwn: true, asOf: 50});
        const later = group(6, {order: 7, asOf: 60});
        const late = group(9, {order: 4, asOf: 900});
        expect(valueOf(merged(own, later, late))).to.equal(6);
        expect(valueOf(merged(later, own, late))).to.equal(6);
        expect(valueOf(merged(own, late, later))).to.equal(6);
      });

      it("a report requested after the reader's own answer is judged as any other", () => {
        const own = group(4, {order: 5, isOwn: true, asOf: 50});
        expect(valueOf(merged(own, group(9, {order: 6, asOf: 60})))).to.equal(9);
        expect(valueOf(merged(own, group(9, {order: 6, asOf: 40})))).to.equal(4);
        expect(valueOf(merged(own, group(9, {order: 6})))).to.equal(4);
        expect(valueOf(merged(group(4, {order: 5, isOwn: true}), group(9, {order: 6})))).to.equal(9);
      });

      it('of two own answers the later wish wins', () => {
        const first = group(4, {order: 5, isOwn: true, asOf: 70});
        const second = group(3, {order: 6, isOwn: true, asOf: 60});
        expect(valueOf(merged(first, second))).to.equal(3);
        expect(valueOf(merged(second, first))).to.equal(3);
      });
    });
  }

  it('people belong to the reactions that they came with', () => {
    const numbers = merged(reactions(likes(9, 8), {order: 1, asOf: 1}), reactions(likes(4), {order: 2, asOf: 2}));
    expect(numbers.reactions?.value).to.deep.equal(likes(4));
  });
});

describe('what changed', () => {
  const known: Numbers = {...views(10, {order: 1}), ...reactions(likes(5, 4), {order: 1}), ...comments(2, {order: 1})};
  const changed = (report: Numbers) => mergeNumbers(known, report).changed;

  it('is each group whose value is another', () => {
    expect(changed(views(11, {order: 2}))).to.deep.equal(['views']);
    expect(changed({...comments(1, {order: 2}), ...reactions(likes(6, 4), {order: 2})})).to.deep.equal([
      'reactions',
      'comments',
    ]);
    expect(changed(reactions(likes(5, 5), {order: 2}))).to.deep.equal(['reactions']);
    expect(changed(reactions(likes(5), {order: 2}))).to.deep.equal(['reactions']);
    expect(changed(reactions({kinds: new Map([['wow', 5]]), people: 4}, {order: 2}))).to.deep.equal(['reactions']);
    expect(
      changed(
        reactions(
          {
            kinds: new Map([
              ['like', 5],
              ['wow', 0],
            ]),
            people: 4,
          },
          {order: 2},
        ),
      ),
    ).to.deep.equal(['reactions']);
    expect(changed(reactions({kinds: new Map(), people: 4}, {order: 2}))).to.deep.equal(['reactions']);
    expect(mergeNumbers({}, known).changed).to.deep.equal(['views', 'reactions', 'comments']);
  });

  it('is nothing when the values are equal, though the report is newer', () => {
    const again: Numbers = {
      ...views(10, {order: 2, asOf: 9}),
      ...reactions(likes(5, 4), {order: 2, asOf: 9}),
      ...comments(2, {order: 2, asOf: 9}),
    };
    expect(mergeNumbers(known, again)).to.deep.equal({numbers: again, changed: []});
  });

  it('is nothing when the report loses', () => {
    expect(mergeNumbers(known, {...views(9, {order: 2}), ...comments(7, {order: 0})})).to.deep.equal({
      numbers: known,
      changed: [],
    });
  });
});

/** The page that the project began with: an article in two lists, 1043 in the one answer and 1044 in the other. */
import {expect} from '@open-wc/testing';
import type {ListAnswer} from '../../src/model/provider.js';
import {answerOf, item, World} from './world.js';

type Given = readonly [first: object, second: object];

const orders: Record<string, Given> = {
  '1043 and 1044, of unknown age': [{views: 1043}, {views: 1044}],
  '1044 and 1043, of unknown age': [{views: 1044}, {views: 1043}],
  '1043 and 1044, both dated': [
    {views: 1043, as_of: 1_700_000_000_000},
    {views: 1044, as_of: 1_700_000_000_001},
  ],
  '1044 and 1043, both dated': [
    {views: 1044, as_of: 1_700_000_000_001},
    {views: 1043, as_of: 1_700_000_000_000},
  ],
  '1043 and 1044, the first one dated': [{views: 1043, as_of: 1_700_000_000_000}, {views: 1044}],
  '1044 and 1043, the first one dated': [{views: 1044, as_of: 1_700_000_000_000}, {views: 1043}],
};

/** Asks for both lists again and again, with answers that overtake each other, and reads both after every moment. */
const readAll = async (given: Given, seed: number): Promise<number[]> => {
  const world = new World(seed);
  const answer = async (own: object): Promise<ListAnswer> => {
    await world.after(world.random() * 1000);
    return answerOf([item('shared', own), item(`other ${JSON.stringify(own)}`, own)]);
  };
  const store = world.store({list: ({section}) => answer(section === 'news' ? given[0] : given[1])});
  const lists = ['news', 'products'].map((section) => store.list({section}));
  /** As elements do: what is on screen is what the table said when the list last changed, or a number in it. */
  const screens = lists.map(() => new Map<string, number | undefined>());
  const paint = (index: number): void => {
    for (const id of lists[index]?.state.ids ?? []) screens[index]?.set(id, store.table.get(id)?.views?.value);
  };
  lists.forEach((list, index) => list.subscribe(() => paint(index)));
  lists.forEach((_, index) => store.table.subscribe(() => paint(index)));
  for (const list of lists) {
    list.start();
    for (const round of [1, 2, 3]) world.ports.later(() => list.refresh(), round * world.random() * 900);
  }
  const seen: number[] = [];
  await world.run(20_000, () => {
    const shown = screens.map((screen) => screen.get('shared')).filter((views) => views !== undefined);
    expect(new Set(shown).size, `${shown.join(' and ')} at once`).to.be.at.most(1);
    seen.push(...shown.slice(0, 1));
  });
  expect(lists.map(({state}) => state.data)).to.deep.equal(['ready', 'ready']);
  return seen;
};

describe('two lists never show two numbers', () => {
  for (const [name, given] of Object.entries(orders)) {
    it(`for one article when the answers say ${name}`, async () => {
      for (let seed = 1; seed <= 30; seed++) {
        const seen = await readAll(given, seed);
        expect(seen.at(-1), `seed ${seed}`).to.equal(1044);
        expect([...seen].sort(), 'and the number never falls').to.deep.equal(seen);
      }
    });
  }
});

/** What holds of reactions whatever happens between reader and endpoint. For the browsers and, with more runs, for Node. */
import fc from 'fast-check';
import {isSame} from '../../src/store/choice.js';
import {openTabs, Registry, type Tab} from './reaction-world.js';
import {World} from './world.js';

const ids = ['a', 'b'] as const;
const kinds = ['like', 'super', 'sad'] as const;
/** After so long the network is sound again. */
const trouble = 60_000;

const must = (holds: boolean, otherwise: () => string): void => {
  if (!holds) throw new Error(otherwise());
};

interface Act {
  /** Since the one before. */
  readonly pause: number;
  readonly what: 'wish' | 'retry' | 'counts';
  readonly tab: number;
  readonly id: string;
  readonly reactions: readonly string[];
}

const act: fc.Arbitrary<Act> = fc.record({
  pause: fc.oneof(fc.constant(0), fc.nat(20), fc.nat(1000), fc.nat(10_000)),
  what: fc.constantFrom('wish', 'wish', 'wish', 'wish', 'retry', 'counts'),
  tab: fc.nat(1),
  id: fc.constantFrom(...ids),
  reactions: fc.subarray([...kinds]),
});

const perform = ({store, desk}: Tab, {what, id, reactions}: Act): void => {
  if (what === 'wish') desk.react(id, reactions);
  if (what === 'retry') desk.retry();
  if (what === 'counts') store.refreshCounts();
};

const shownIn = ({store}: Tab, id: string) => store.table.numbersOf(id)?.reactions?.value;

/** Looks at the page after every moment. */
const look = (tabs: readonly Tab[]): void => {
  for (const tab of tabs) {
    must(tab.line.atOnce <= 1, () => 'two requests for one article at one time');
    for (const id of ids) {
      const {kinds: shown = new Map<string, number>(), people = 0} = shownIn(tab, id) ?? {};
      must(
        [...shown.values(), people].every((count) => count >= 0),
        () => `${id} shows a negative number`,
      );
    }
  }
};

/** No request but for a wish, or for one that got no answer. */
const isFrugal = (tab: Tab, wishes: number): void =>
  must(
    tab.line.sent.length <= wishes + tab.line.failed,
    () => `${tab.line.sent.length} requests for ${wishes} wishes and ${tab.line.failed} failures`,
  );

const isSteady = ({line}: Tab): void => {
  const known = new Map<string, string>();
  for (const {article, reader, seq, reactions} of line.sent) {
    const [wish, whole] = [`${article} ${seq}`, `${reader} ${String(reactions)}`];
    must((known.get(wish) ?? whole) === whole, () => `wish ${wish} was sent in two versions`);
    known.set(wish, whole);
  }
};

/** All the acts of one run, at their moments. */
const plan = (world: World, tabs: readonly Tab[], acts: readonly Act[]): void => {
  let at = 0;
  for (const next of acts) {
    at += next.pause;
    world.ports.later(() => {
      const tab = tabs[next.tab];
      if (tab) perform(tab, next);
    }, at);
  }
};

/** The last wish of these acts, as the registry should have it; nothing where there was none. */
const lastWish = (acts: readonly Act[], id: string): readonly string[] | undefined =>
  acts.findLast((one) => one.what === 'wish' && one.id === id)?.reactions;

const endsIn = (registry: Registry, id: string, wished: readonly (readonly string[] | undefined)[]): void => {
  const rows = [...(registry.rows.get(id)?.values() ?? [])].map(({reactions}) => reactions);
  const chosen = (all: readonly (readonly string[] | undefined)[]): string =>
    JSON.stringify(
      all
        .filter((kinds) => kinds?.length)
        .map((kinds) => [...(kinds ?? [])].sort().join())
        .sort(),
    );
  must(chosen(rows) === chosen(wished), () => `${id} ends in ${chosen(rows)}, not in ${chosen(wished)}`);
  must(rows.length <= wished.length, () => `${id} has ${rows.length} rows`);
};

/** Two tabs of one reader, or (at `count`) of two. */
export const lastWishWins = (consent: 'remember' | 'count') =>
  fc.asyncProperty(fc.nat(), fc.array(act, {minLength: 1, maxLength: 20}), async (seed, acts) => {
    const world = new World(seed);
    const registry = new Registry();
    const tabs = openTabs(2, world, registry, {heals: world.time + trouble, consent: () => consent});
    for (const {store} of tabs) store.wantCounts(ids);
    plan(world, tabs, acts);
    await world.run(Infinity, () => look(tabs));
    const wishes = acts.filter(({what}) => what === 'wish');
    const ofTab = (index: number): readonly Act[] => wishes.filter(({tab}) => tab === index);
    for (const id of ids) {
      const last = consent === 'remember' ? [lastWish(acts, id)] : tabs.map((_, index) => lastWish(ofTab(index), id));
      endsIn(registry, id, last);
      tabs.forEach(({desk}, index) => {
        const mine = consent === 'remember' ? last[0] : last[index];
        must(!desk.pending(id), () => `a wish for ${id} never ends`);
        must(isSame(desk.mine(id), mine ?? []), () => `tab ${index} takes ${String(desk.mine(id))} for mine`);
      });
    }
    tabs.forEach((tab, index) => isFrugal(tab, ofTab(index).length));
    tabs.forEach(isSteady);
    for (const {store} of tabs) store.refreshCounts();
    await world.run();
    for (const id of ids) {
      const {reactions, people} = registry.report(id);
      for (const tab of tabs) {
        const shown = shownIn(tab, id);
        must(
          isSame(
            Object.entries(reactions).map(String),
            [...(shown?.kinds ?? [])].filter(([, n]) => n > 0).map(String),
          ) && shown?.people === people,
          () =>
            `${id} shows ${JSON.stringify([...(shown?.kinds ?? []), shown?.people])}, not ${JSON.stringify(reactions)} ${people}`,
        );
      }
    }
  });

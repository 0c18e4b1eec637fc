/** What holds in whatever order answers come. For the browsers and, with more runs, for Node. */
import fc from 'fast-check';
import {readArticle} from '../../src/model/item.js';
import type {ListAnswer, Provider, Query} from '../../src/model/provider.js';
import {readReport} from '../../src/model/report.js';
import type {ListQuery} from '../../src/store/list-query.js';
import type {Store} from '../../src/store/store.js';
import {ArticleTable} from '../../src/store/table.js';
import {answerOf, base, item, World} from './world.js';

const silently = () => undefined;
const ids = ['a', 'b', 'c'] as const;
const newYear = Date.UTC(2026, 0, 1);

const must = (holds: boolean, otherwise: string): void => {
  if (!holds) throw new Error(otherwise);
};

/** Names of one article: its id, its address, its canonical address, and one that counts alone know. */
const namesOf = (id: string): readonly string[] => [id, base + id, `https://origin.example/${id}`, `old-${id}`];

interface Told {
  readonly what: 'item' | 'report' | 'gone';
  readonly id: string;
  readonly alias: number;
  readonly numbers: object;
}

const undated = fc.record(
  {views: fc.nat(9), reactions: fc.record({like: fc.nat(9)}), comments: fc.nat(9)},
  {requiredKeys: []},
);

/** Equal moments are equal data, as the wire format says. */
const dated = fc.nat(9).map((moment) => ({
  views: moment,
  reactions: {like: (moment * 7) % 10},
  comments: (moment * 3) % 10,
  as_of: newYear + moment,
}));

const told: fc.Arbitrary<Told> = fc.record({
  what: fc.constantFrom('item', 'item', 'item', 'report', 'report', 'report', 'gone'),
  id: fc.constantFrom(...ids),
  alias: fc.nat(3),
  numbers: fc.oneof(undated, dated),
});

/** What one answer brings, asked for as the `order`-th. */
const tell = (table: ArticleTable, {what, id, alias, numbers}: Told, order: number): void => {
  const name = namesOf(id)[alias] ?? id;
  const context = {base, order, tell: silently};
  if (what === 'gone') table.remove([name]);
  if (what === 'item') {
    const own = {...numbers, canonical: namesOf(id)[2]};
    const article = readArticle(item(id, own, {title: `Told by ${order}`}), context);
    if (article) table.put([article], order);
  }
  if (what === 'report') table.putReports([{name, ...readReport({...numbers, ...(alias === 3 && {id})}, context)}]);
};

/** All that can be seen of the articles of which an item was told: else nobody said which names are one article's. */
const tableAfter = (events: readonly (readonly [Told, number])[]): string => {
  const table = new ArticleTable(silently);
  for (const [event, order] of events) tell(table, event, order);
  const listed = ids.filter((id) => events.some(([event]) => event.what === 'item' && event.id === id));
  return JSON.stringify(listed.flatMap((id) => namesOf(id).slice(0, 3)).map((name) => seenAs(table, name)));
};

const seenAs = (table: ArticleTable, name: string): unknown => {
  const {title, views, reactions, comments} = table.get(name) ?? {};
  const kinds = reactions && [...reactions.value.kinds];
  return [table.idOf(name), table.isGone(name), title, views?.value, kinds, comments?.value];
};

/** The same told in another order leaves the same table. */
export const tableKnowsNoOrder = () =>
  fc.property(
    fc.array(told, {maxLength: 12}).chain((events) => {
      const asked = events.map((event, index) => [event, index + 1] as const);
      return fc.tuple(fc.constant(asked), fc.shuffledSubarray(asked, {minLength: asked.length}));
    }),
    ([asked, arrived]) => {
      const [one, other] = [tableAfter(asked), tableAfter(arrived)];
      must(one === other, `${one}\nis not\n${other}`);
    },
  );

/** An endpoint whose articles change all the time, and whose answers overtake each other, fail, hang and withdraw. */
class Publisher implements Provider {
  readonly #world: World;
  #moment = 0;
  #asked = 0;

  constructor(world: World) {
    this.#world = world;
  }

  async list({section = '', cursor}: Query): Promise<ListAnswer> {
    const asked = ++this.#asked;
    const articles = ids.map((id) => item(id, this.#numbers(), {title: `Asked ${asked}`}));
    await this.#answer();
    return answerOf([item(`${section} ${asked}`), ...articles], {next: cursor === undefined && 'next'});
  }

  async counts(wanted: readonly string[] | undefined): Promise<{counts: unknown; gone: unknown}> {
    const counts = Object.fromEntries((wanted ?? ids).map((id) => [id, this.#numbers()]));
    const isGone = this.#world.random() < 0.1;
    await this.#answer();
    return {counts, gone: isGone ? ['c'] : []};
  }

  async view(): Promise<unknown> {
    const answer = this.#numbers();
    await this.#answer();
    return answer;
  }

  #numbers(): object {
    const moment = ++this.#moment;
    return {views: moment, comments: moment % 5, ...(this.#world.random() < 0.5 && {as_of: newYear + moment})};
  }

  async #answer(): Promise<void> {
    const luck = this.#world.random();
    await this.#world.after(luck < 0.03 ? 1e9 : this.#world.random() * 1000);
    if (luck > 0.85) throw new TypeError('Failed to fetch');
  }
}

interface Act {
  readonly at: number;
  readonly what: 'refresh' | 'more' | 'close' | 'start' | 'counts' | 'view';
  readonly list: number;
}

const act: fc.Arbitrary<Act> = fc.record({
  at: fc.nat(4000),
  what: fc.constantFrom('refresh', 'refresh', 'refresh', 'more', 'close', 'start', 'counts', 'view'),
  list: fc.nat(1),
});

const perform = (store: Store, list: ListQuery | undefined, {what}: Act): void => {
  if (what === 'refresh') list?.refresh();
  if (what === 'more') list?.showMore();
  if (what === 'close') list?.close();
  if (what === 'start') list?.start();
  if (what === 'counts') store.refreshCounts();
  if (what === 'view') void store.view('a', {key: 'abcdefghijklmnop'});
};

/** Reads the page after every moment: what may only grow must never fall. */
const createReader = (store: Store, lists: readonly ListQuery[], closed: ReadonlySet<number>): (() => void) => {
  const largest = new Map<string, number>();
  const grows = (what: string, value: number | undefined): void => {
    if (value === undefined) return;
    must(value >= (largest.get(what) ?? 0), `${what} fell from ${largest.get(what) ?? 0} to ${value}`);
    largest.set(what, value);
  };
  return () => {
    for (const id of ids) {
      const article = store.table.get(id);
      grows(`views of ${id}`, article?.views?.value);
      // The title says which question it answered: an older answer never replaces a newer one.
      grows(`title of ${id}`, article && Number(article.title.replace('Asked ', '')));
    }
    lists.forEach(({state}, index) => {
      must(closed.has(index) || !state.ids.some((id) => store.table.isGone(id)), 'a withdrawn article is shown');
      must(new Set(state.ids).size === state.ids.length, 'an article is shown twice');
      const [section, asked] = (state.ids[0] ?? '').split(' ');
      must(!asked || section === String(index), 'a list shows the answer to another one');
      grows(`question of list ${index}`, asked ? Number(asked) : undefined);
    });
  };
};

/** Whatever the page asks while answers overtake each other and fail, nothing older replaces anything newer. */
export const storeOnlyGoesForward = () =>
  fc.asyncProperty(fc.nat(), fc.array(act, {maxLength: 20}), async (seed, acts) => {
    const world = new World(seed);
    const store = world.store(new Publisher(world));
    const lists = ['0', '1'].map((section) => store.list({section, limit: 4}));
    for (const list of lists) list.start();
    const closed = new Set<number>();
    for (const next of acts) {
      world.ports.later(() => {
        if (next.what === 'close') closed.add(next.list);
        if (next.what === 'start') closed.delete(next.list);
        perform(store, lists[next.list], next);
      }, next.at);
    }
    await world.run(Infinity, createReader(store, lists, closed));
    for (const {state} of lists) must(state.activity === 'idle', 'a list never comes to rest');
  });

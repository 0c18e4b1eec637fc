/** A storage that forgets: for tests, and for the application in a browser. */
import {dayOf} from '../day.js';
import type {SeedData} from '../seed.js';
import {articleOf, countedOf, viewsOf, viewsSince, type Held} from './held.js';
import {matches, ranksOf} from './memory-select.js';
import type {
  About,
  Adjacent,
  Article,
  Counted,
  Filter,
  ListPage,
  ListQuery,
  Place,
  Reaction,
  ReactionResult,
  Refusal,
  Storage,
  View,
  ViewResult,
} from './port.js';
import {byDate, byPlace} from './rank.js';
import {namesOf, stockOf} from './stock.js';

export class MemoryStorage implements Storage {
  #about: About | undefined;
  readonly #held = new Map<string, Held>();
  readonly #names = new Map<string, string>();

  about(): Promise<About | undefined> {
    return Promise.resolve(this.#about);
  }

  fill(data: SeedData, at: number): Promise<boolean> {
    if (this.#about) return Promise.resolve(false);
    const {articles, ...about} = data;
    const stocks = articles.map((article) => stockOf(article, about, at));
    for (const stock of stocks) this.#held.set(stock.id, {stock, asOf: at, viewed: new Map(), readers: new Map()});
    for (const [name, id] of namesOf(stocks)) if (!this.#names.has(name)) this.#names.set(name, id);
    this.#about = about;
    return Promise.resolve(true);
  }

  resolve(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known = names.flatMap((name) => {
      const id = this.#names.get(name);
      return id === undefined ? [] : [[name, id] as const];
    });
    return Promise.resolve(new Map(known));
  }

  articles(ids: readonly string[]): Promise<readonly Article[]> {
    return Promise.resolve(this.#known(ids).map((held) => articleOf(held)));
  }

  list(query: ListQuery): Promise<ListPage> {
    const related = query.relatedTo === undefined ? undefined : this.#held.get(query.relatedTo);
    const matching = [...this.#held.values()].filter((held) => matches(held.stock, query, related?.stock));
    const placed = matching
      .map((held) => ({held, ranks: ranksOf(held, query, related?.stock), date: held.stock.date, id: held.stock.id}))
      .sort(byPlace);
    const {after} = query;
    const rest = after === undefined ? placed : placed.filter((place) => byPlace(after, place) < 0);
    const page = rest.slice(0, query.limit);
    const last = page.at(-1);
    const next: Place | undefined =
      last && rest.length > page.length ? {ranks: last.ranks, date: last.date, id: last.id} : undefined;
    const articles = page.map(({held}) => articleOf(held, query.since));
    return Promise.resolve({articles, total: matching.length, ...(next && {next})});
  }

  adjacent(id: string, filter: Filter): Promise<Adjacent | undefined> {
    const current = this.#held.get(id);
    if (!current) return Promise.resolve(undefined);
    const others = [...this.#held.values()]
      .filter((held) => held !== current && matches(held.stock, filter, undefined))
      .sort((a, b) => byDate(a.stock, b.stock));
    const previous = others.findLast(({stock}) => byDate(stock, current.stock) < 0);
    const next = others.find(({stock}) => byDate(stock, current.stock) > 0);
    return Promise.resolve({...(previous && {previous: articleOf(previous)}), ...(next && {next: articleOf(next)})});
  }

  counts(ids: readonly string[]): Promise<readonly Counted[]> {
    return Promise.resolve(this.#known(ids).flatMap((held) => (held.stock.isGone ? [] : [countedOf(held)])));
  }

  busiest(limit: number, since: number): Promise<readonly Counted[]> {
    const placed = [...this.#held.values()]
      .filter(({stock}) => !stock.isGone)
      .map((held) => ({
        held,
        ranks: [viewsSince(held, since), viewsOf(held)],
        date: held.stock.date,
        id: held.stock.id,
      }))
      .sort(byPlace);
    return Promise.resolve(placed.slice(0, limit).map(({held}) => countedOf(held)));
  }

  gone(limit: number): Promise<readonly string[]> {
    const gone = [...this.#held.values()].filter(({stock}) => stock.isGone).sort((a, b) => byDate(b.stock, a.stock));
    return Promise.resolve(gone.slice(0, limit).map(({stock}) => stock.id));
  }

  view({article, key, at}: View): Promise<ViewResult> {
    const held = this.#held.get(article);
    if (!held || held.stock.isGone) return Promise.resolve(refuse(held));
    if (!held.viewed.has(key)) {
      held.viewed.set(key, dayOf(at));
      held.asOf = Math.max(at, held.asOf + 1);
    }
    return Promise.resolve({views: viewsOf(held), asOf: held.asOf});
  }

  react({article, reader, seq, kinds, at}: Reaction): Promise<ReactionResult> {
    const held = this.#held.get(article);
    if (!held || held.stock.isGone || !held.stock.isOpen) return Promise.resolve(refuse(held));
    const before = held.readers.get(reader);
    const isLater = before === undefined || seq > before.seq;
    if (isLater) {
      held.readers.set(reader, {kinds, seq});
      if (String(kinds) !== String(before?.kinds ?? [])) held.asOf = Math.max(at, held.asOf + 1);
    }
    const {reactions, people, asOf} = countedOf(held);
    return Promise.resolve({reactions, people, mine: isLater ? kinds : before.kinds, asOf});
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #known(ids: readonly string[]): readonly Held[] {
    return ids.flatMap((id) => this.#held.get(id) ?? []);
  }
}

const refuse = (held: Held | undefined): Refusal => {
  if (!held) return {refused: 'unknown'};
  return {refused: held.stock.isGone ? 'gone' : 'closed'};
};

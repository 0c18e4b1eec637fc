/**
 * The one table of articles of a store. Whatever is known of an article, under whichever of its names, meets here, so
 * that a page has one number for it.
 */
import type {Article} from '../model/article.js';
import {mergeNumbers} from '../model/merge.js';
import {numberGroups, type NumberGroup, type Numbers, type Reactions, type Reported} from '../model/numbers.js';
import type {Tell} from '../model/tell.js';
import {createListeners, type Listeners} from './listeners.js';

/** What of an article changed: its texts, one group of its numbers, or that it was withdrawn. */
export type Part = 'article' | 'gone' | NumberGroup;

/** Own id → what changed. An id that turned out to be another name of an article stands here, too. */
export type Changes = ReadonlyMap<string, ReadonlySet<Part>>;

/** Numbers for an article, by whichever name; `id` is its own id where the endpoint says that it is another. */
export interface NamedReport {
  readonly name: string;
  readonly id?: string;
  readonly numbers: Numbers;
}

/** What the reader wishes, laid over what is known; `undefined` leaves that as it is. */
export type Overlay = (known: Reported<Reactions> | undefined) => Reported<Reactions> | undefined;

/** The table as everyone but the store sees it. */
export interface Table {
  /** By id or alias; undefined where its texts are unknown or it was withdrawn. */
  get(name: string): Article | undefined;
  /** The numbers, which may be known before the texts are. */
  numbersOf(name: string): Numbers | undefined;
  /** The own id of whatever is known under this name. */
  idOf(name: string): string | undefined;
  /**
   * Numbers are merged; the texts of the newest request win, whichever answer comes first.
   *
   * @param order - Of the request that brought them; 0 for what the page itself holds, which is older than any answer.
   */
  put(articles: readonly Article[], order?: number): void;
  putReports(reports: readonly NamedReport[]): void;
  /**
   * These were withdrawn, for the rest of the page's life: a list out of a cache may still name them after fresher
   * counts said that they are gone, and a withdrawn article that flickers back is worse than one that waits for a reload.
   */
  remove(names: readonly string[]): void;
  isGone(name: string): boolean;
  /** Lays something over an article's reactions whenever they are read, or takes it away; never written into the table. */
  overlay(name: string, overlay: Overlay | undefined): void;
  /** Told synchronously, once per put. */
  subscribe(listener: (changes: Changes) => void): () => void;
}

interface Entry {
  readonly id: string;
  numbers: Numbers;
  /** Texts and numbers in one; absent while only numbers are known. */
  article?: Article;
  /** Of the request that brought the texts. */
  order: number;
  isGone?: boolean;
  /** The article that this turned out to be another name of. */
  into?: Entry;
  overlay?: Overlay | undefined;
}

export class ArticleTable implements Table {
  /** Every name, own ids included, → its article. */
  readonly #entries = new Map<string, Entry>();
  /** Names that several articles claim (a feed whose links all lead to the front page): they belong to none. */
  readonly #disputed = new Set<string>();
  readonly #listeners: Listeners<[Changes]>;
  readonly #tell: Tell;
  #changes = new Map<string, Set<Part>>();

  constructor(tell: Tell) {
    this.#tell = tell;
    this.#listeners = createListeners(tell);
  }

  get(name: string): Article | undefined {
    const entry = this.#find(name);
    return entry?.article && !entry.isGone ? overlaid(entry, entry.article) : undefined;
  }

  numbersOf(name: string): Numbers | undefined {
    const entry = this.#find(name);
    return entry && !entry.isGone ? overlaid(entry, entry.numbers) : undefined;
  }

  idOf(name: string): string | undefined {
    return this.#find(name)?.id;
  }

  isGone(name: string): boolean {
    return this.#find(name)?.isGone ?? false;
  }

  subscribe(listener: (changes: Changes) => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  put(articles: readonly Article[], order = 0): void {
    for (const article of articles) {
      const entry = this.#entry(article.id);
      for (const alias of article.aliases) this.#claim(entry, alias);
      this.#merge(entry, article);
      if (article.isGone) this.#withdraw(entry);
      else this.#write(entry, article, order);
    }
    this.#notify();
  }

  putReports(reports: readonly NamedReport[]): void {
    for (const {name, id = name, numbers} of reports) {
      const entry = this.#entry(id);
      this.#claim(entry, name);
      this.#merge(entry, numbers);
    }
    this.#notify();
  }

  remove(names: readonly string[]): void {
    for (const name of names) this.#withdraw(this.#entry(name));
    this.#notify();
  }

  overlay(name: string, overlay: Overlay | undefined): void {
    const entry = this.#entry(name);
    entry.overlay = overlay;
    this.#note(entry, 'reactions');
    this.#notify();
  }

  #find(name: string): Entry | undefined {
    let entry = this.#entries.get(name);
    while (entry?.into) entry = entry.into;
    return entry;
  }

  #entry(name: string): Entry {
    const entry = this.#find(name) ?? {id: name, numbers: {}, order: -1};
    this.#entries.set(name, entry);
    return entry;
  }

  /** The endpoint says that the article goes by this name as well. */
  #claim(entry: Entry, name: string): void {
    const known = this.#find(name);
    if (known === entry || this.#disputed.has(name)) return;
    if (!known) this.#entries.set(name, entry);
    else if (known.id === name) this.#join(entry, known);
    else {
      this.#entries.delete(name);
      this.#disputed.add(name);
      this.#tell(name, `a name of both ${known.id} and ${entry.id}: of neither`);
    }
  }

  /** What was taken for an article of its own is this one by another name. */
  #join(entry: Entry, other: Entry): void {
    entry.overlay ??= other.overlay;
    other.into = entry;
    this.#merge(entry, other.numbers);
    if (other.article) this.#write(entry, other.article, other.order);
    if (other.isGone) this.#withdraw(entry);
    // Whoever shows it under its former id has to look again at everything.
    for (const part of ['article', ...numberGroups] as const) this.#note(other, part);
    if (entry.isGone) this.#note(other, 'gone');
  }

  #merge(entry: Entry, report: Numbers): void {
    const {numbers, changed} = mergeNumbers(entry.numbers, report);
    entry.numbers = numbers;
    if (entry.article) entry.article = {...entry.article, ...numbers};
    if (!entry.isGone) for (const group of changed) this.#note(entry, group);
  }

  #write(entry: Entry, texts: Article, order: number): void {
    if (order < entry.order || entry.isGone) return;
    const article = {...texts, ...entry.numbers, id: entry.id};
    if (!entry.article || textsOf(entry.article) !== textsOf(article)) this.#note(entry, 'article');
    entry.article = article;
    entry.order = order;
  }

  #withdraw(entry: Entry): void {
    if (!entry.isGone) this.#note(entry, 'gone');
    entry.isGone = true;
  }

  #note({id}: Entry, part: Part): void {
    this.#changes.set(id, (this.#changes.get(id) ?? new Set()).add(part));
  }

  #notify(): void {
    const changes = this.#changes;
    this.#changes = new Map();
    if (changes.size > 0) this.#listeners.call(changes);
  }
}

const overlaid = <T extends Numbers>({overlay}: Entry, numbers: T): T => {
  const reactions = overlay?.(numbers.reactions);
  return reactions ? {...numbers, reactions} : numbers;
};

/** Of the article without its numbers, which change much more often and have parts of their own. */
const textsOf = (article: Article): string => JSON.stringify({...article, views: 0, reactions: 0, comments: 0});

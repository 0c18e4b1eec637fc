/**
 * The rows of one list, whoever drew them. Own and template rows are stamped for the ids that the list holds; adopted
 * ones are kept. One listener for the whole list writes a number that changed into the place that shows it.
 */
import type {ReactiveController} from 'lit';
import {numberGroups} from '../model/numbers.js';
import {Rows} from '../rows/keyed.js';
import {stamp, type Template} from '../rows/prepare.js';
import type {Store} from '../store/store.js';
import type {Changes} from '../store/table.js';
import {withHeld} from './held.js';
import {loadLater} from './later.js';
import {createPause} from './pause.js';
import {isBeingParsed, renderingOf, type Rendering} from './rendering.js';
import {loadPageRows, templateFor, type Look, type PageRows} from './row-template.js';
import type {SourceHost} from './source-controller.js';
import {warnOfChunk} from './warn.js';

export type {Look} from './row-template.js';

export class RowsController implements ReactiveController {
  readonly #host: SourceHost;
  /** The list of our own rendering. */
  readonly #own: () => Element | null;
  readonly #rows = new Rows();
  readonly #pause = createPause();
  /** Withdrawn articles whose rows keep their place → how to stop waiting for them to be out of view. */
  readonly #held = new Map<string, () => void>();
  #rendering: Rendering | undefined;
  /** For which the store was put to use. */
  #used: Rendering | undefined;
  #store: Store | undefined;
  #asked: Look | undefined;
  #look: Look | undefined;
  #template: Template<Element> | undefined;
  /** Fetched where rows are not drawn by us. */
  #pageRows: PageRows | undefined;
  #adopted: readonly string[] = [];
  #placed: readonly string[] = [];
  #life = new AbortController();

  constructor(host: SourceHost, own: () => Element | null) {
    this.#host = host;
    this.#own = own;
    host.addController(this);
  }

  /** Undefined until the page's content is there. */
  get rendering(): Rendering | undefined {
    return this.#rendering;
  }

  /** Own ids of the page's rows, once they were taken over. */
  get adopted(): readonly string[] {
    return this.#adopted;
  }

  hostConnected(): void {
    if (isBeingParsed(this.#host)) document.addEventListener('DOMContentLoaded', this.look, {once: true});
    else this.look();
    for (const type of ['click', 'keydown']) this.#host.addEventListener(type, this.#act);
  }

  hostDisconnected(): void {
    document.removeEventListener('DOMContentLoaded', this.look);
    for (const type of ['click', 'keydown']) this.#host.removeEventListener(type, this.#act);
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#use(undefined);
    });
  }

  /** Looks at the page's content again; to be called when it may have changed. */
  readonly look = (): void => {
    const next = renderingOf(this.#host);
    const now = this.#rendering;
    // Rows that were stamped from the page's template are its children, too.
    if (now && (next.by === now.by || this.#rows.size > 0)) return;
    this.#rendering = next;
    this.#host.requestUpdate();
  };

  /** Works with this store from now on. */
  use(store: Store | undefined): void {
    if (store !== this.#store || this.#rendering !== this.#used) this.#use(store);
  }

  /**
   * Brings the rows into this order and look. Resolves to true when all are in place, to false when another call came
   * between. Ids without an article are left out.
   */
  async show(ids: readonly string[], look: Look): Promise<boolean> {
    const store = this.#store;
    this.#asked = look;
    if (!this.#isReady) await this.#getReady();
    const parent = this.#parent();
    if (!store || !parent || !this.#isReady || store !== this.#store || look !== this.#asked) return false;
    if (look.key !== this.#look?.key) this.#restart(look);
    const order = withHeld(this.#placed, ids, this.#held);
    const isDone = await this.#rows.place(parent, order, (id, index) => this.#make(id, index, store, look), {
      pause: this.#pause,
      after: this.#rendering?.by === 'template' ? this.#rendering.template : undefined,
    });
    if (isDone) this.#placed = order;
    return isDone;
  }

  /** Writes what is known by now into the page's rows. */
  writeAdopted(look: Look): void {
    this.#look = look;
    for (const id of this.#adopted) this.#write(id);
  }

  /** Puts the focus on the link of an article's row. */
  focus(id: string): void {
    this.#rows.get(id)?.querySelector<HTMLElement>('a[href]')?.focus();
  }

  /** The article of the row that holds an element of it, and its place in the list from 1 on. */
  placeOf(element: Element): {readonly article: string; readonly position: number} | undefined {
    const row = element.closest('[itemscope][itemtype*="Article"]');
    const ids = this.#rows.ids;
    const article = ids.find((id) => this.#rows.get(id) === row);
    if (article === undefined) return undefined;
    return {article, position: this.#order.indexOf(article) + 1};
  }

  get #order(): readonly string[] {
    return this.#placed.length > 0 ? this.#placed : this.#adopted;
  }

  #use(store: Store | undefined): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#rows.clear();
    this.#placed = [];
    this.#adopted = [];
    this.#store = store;
    this.#used = this.#rendering;
    if (!store) return;
    const {signal} = this.#life;
    signal.addEventListener(
      'abort',
      store.table.subscribe((changes) => this.#hear(changes)),
    );
    // What they say is read before any answer is: else another widget would be ahead of them.
    if (this.#rendering?.by === 'adopted') store.hold(this.#adopt(this.#rendering.rows, store, signal));
    else if (!this.#isReady) void this.#getReady();
  }

  async #adopt(elements: readonly Element[], store: Store, signal: AbortSignal): Promise<void> {
    const page = await this.#getReady();
    const ids = await page?.adoptRows(elements, this.#rows, store, this.#pause, signal);
    if (!ids || signal.aborted) return;
    this.#adopted = ids;
    this.#host.requestUpdate();
  }

  /** Whether rows can be made and written; ours always can. */
  get #isReady(): boolean {
    return !!this.#pageRows || this.#rendering?.by === 'own';
  }

  async #getReady(): Promise<PageRows | undefined> {
    try {
      this.#pageRows = await loadPageRows();
      this.#rows.vocabulary = this.#pageRows.whole;
    } catch (error) {
      warnOfChunk(error);
    }
    return this.#pageRows;
  }

  #parent(): Element | null {
    const {by} = this.#rendering ?? {};
    if (by === 'own') return this.#own();
    if (this.#rendering?.by === 'template') return this.#rendering.template.parentElement;
    const last = this.#adopted.at(-1);
    return (last === undefined ? undefined : this.#rows.get(last)?.parentElement) ?? this.#host;
  }

  /** Rows of ours are drawn again; the page's stay. */
  #restart(look: Look): void {
    const isFirst = !this.#look;
    this.#look = look;
    this.#template = undefined;
    if (isFirst || this.#rendering?.by === 'adopted') return;
    this.#rows.clear();
    this.#placed = [];
  }

  #make(id: string, index: number, store: Store, look: Look): Element | undefined {
    const article = store.table.get(id);
    const last = this.#rows.get(this.#adopted.at(-1) ?? '');
    const template = (this.#template ??= templateFor(this.#rendering, look, this.#pageRows, last));
    if (!article || !template) return undefined;
    return stamp(template, {...article, position: index + 1}, look.words);
  }

  #hear(changes: Changes): void {
    for (const [id, parts] of changes) {
      const row = this.#rows.get(id);
      if (!row) continue;
      if (parts.has('gone')) void this.#hold(id, row);
      else if (parts.has('article')) this.#write(id);
      else
        this.#write(
          id,
          numberGroups.filter((group) => parts.has(group)),
        );
    }
  }

  #write(id: string, groups?: readonly (typeof numberGroups)[number][]): void {
    const article = this.#store?.table.get(id);
    if (!article || !this.#look) return;
    const position = groups ? 0 : this.#order.indexOf(id) + 1;
    this.#rows.write(id, {...article, position}, this.#look.words, groups, this.#look.writesDates);
  }

  #remove(id: string): void {
    this.#rows.remove(id);
    this.#placed = this.#placed.filter((each) => each !== id);
    this.#adopted = this.#adopted.filter((each) => each !== id);
  }

  /** A withdrawn article leaves when nobody sees it go, or when the reader acts. */
  async #hold(id: string, row: Element): Promise<void> {
    if (this.#held.has(id)) return;
    this.#held.set(id, () => undefined);
    try {
      const {conceal} = await loadLater();
      if (this.#held.has(id))
        this.#held.set(
          id,
          conceal(row, () => this.#release(id)),
        );
    } catch {
      this.#release(id);
    }
  }

  #release(id: string): void {
    this.#held.get(id)?.();
    if (this.#held.delete(id)) this.#remove(id);
  }

  readonly #act = (): void => {
    for (const id of [...this.#held.keys()]) this.#release(id);
  };
}

/** One article has one number on a page, at every moment, whatever the endpoint says where and when. */
import {expect} from '@open-wc/testing';
import '../../src/define.js';
import {loadPageRows} from '../../src/dom/row-template.js';
import {renderTeasers} from '../../src/server.js';
import {seeded} from '../store/world.js';
import {publisher} from '../support/publisher.js';
import {makeTeasers, removeAll, renderings, type RenderingName} from '../support/renderings.js';
import {nextFrame, nextTask} from '../support/wait.js';

interface Report {
  readonly views: number;
  readonly as_of?: number;
}

const [earlier, later] = [1_700_000_000_000, 1_700_000_000_001];

/** Article → what its first list is told and what its second: all of them stand in both lists. */
const told: Readonly<Record<string, readonly [Report, Report]>> = {
  'rising, of unknown age': [{views: 1043}, {views: 1044}],
  'falling, of unknown age': [{views: 1044}, {views: 1043}],
  'rising, both dated': [
    {views: 1043, as_of: earlier},
    {views: 1044, as_of: later},
  ],
  'falling, both dated': [
    {views: 1044, as_of: later},
    {views: 1043, as_of: earlier},
  ],
  'rising, the first one dated': [{views: 1043, as_of: earlier}, {views: 1044}],
  'falling, the first one dated': [{views: 1044, as_of: later}, {views: 1043}],
  'rising, but dated the wrong way round': [
    {views: 1043, as_of: later},
    {views: 1044, as_of: earlier},
  ],
};
const ids = Object.keys(told);

const itemsOf = (list: 0 | 1): readonly object[] =>
  ids.map((id) => ({
    id,
    url: `https://news.example/${encodeURIComponent(id)}`,
    title: `An article, ${id}`,
    content_text: '',
    _presslet: told[id]?.[list],
  }));

const feedOf = (list: 0 | 1): Response =>
  Response.json({version: 'https://jsonfeed.org/version/1.1', title: 'The Example', items: itemsOf(list)});

const countsOf = (list: 0 | 1): Response =>
  Response.json({counts: Object.fromEntries(ids.map((id) => [id, told[id]?.[list]])), gone: []});

/** An endpoint that answers out of two copies, in the order that a seed decides. */
class Desk {
  readonly #waiting: (() => void)[] = [];
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
    publisher.answer('', (request) => this.#hold(() => publisher.fetch(request)));
    publisher.answer('/articles', ({url}) => this.#hold(() => feedOf(url.includes('section=news') ? 0 : 1)));
    publisher.answer('/counts', () => this.#hold(() => countsOf(this.#random() < 0.5 ? 0 : 1)));
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Any one of the answers that are held back goes off. */
  letGo(): void {
    const [answer] = this.#waiting.splice(Math.floor(this.#random() * this.#waiting.length), 1);
    answer?.();
  }

  #hold(answer: () => Response | Promise<Response>): Promise<Response> {
    return new Promise((resolve) => this.#waiting.push(() => resolve(answer())));
  }
}

/** Everything in the page that speaks of an article's views, to eyes and to assistive technology. */
const numbersOf = (id: string): readonly string[] => {
  const lists = [...document.querySelectorAll('press-teasers')].flatMap(({shadowRoot}) => shadowRoot ?? []);
  const rows = [document, ...lists].flatMap((root) => [...root.querySelectorAll(`[itemid="${id}"]`)]);
  const counts = [...document.querySelectorAll('press-views')].filter(({article}) => article === id);
  const places = [
    ...rows.flatMap((row) => [
      ...row.querySelectorAll(
        '[itemprop=userInteractionCount], [itemprop=interactionStatistic] [itemprop=description]',
      ),
    ]),
    ...counts.flatMap(({shadowRoot}) => [...(shadowRoot?.querySelectorAll('[part=count], [part=count] > *') ?? [])]),
    ...counts.filter(({textContent}) => textContent !== ''),
  ];
  return places
    .filter((place) => !place.closest('[hidden]'))
    .flatMap((place) => [place.childElementCount > 0 ? '' : place.textContent, place.getAttribute('value') ?? ''])
    .map((text) => text.replace(/\D/g, ''))
    .filter((digits) => digits !== '');
};

const makeList = async (rendering: RenderingName, list: 0 | 1): Promise<HTMLElement> => {
  const teasers = await makeTeasers(rendering === 'adopted' ? 'template' : rendering, {
    attributes: {section: list === 0 ? 'news' : 'products', limit: String(ids.length)},
  });
  if (rendering !== 'adopted') return teasers;
  const served = renderTeasers(itemsOf(list), {lang: 'en', timeZone: 'UTC', base: publisher.origin});
  teasers.replaceChildren(...new DOMParser().parseFromString(served, 'text/html').body.childNodes);
  return teasers;
};

const makeViews = (id: string, text = ''): HTMLElement => {
  const views = document.createElement('press-views');
  Object.assign(views, {endpoint: publisher.endpoint, article: id, textContent: text, lang: 'en'});
  return views;
};

/** Plays one page; answers how often all numbers were read. */
const play = async (rendering: RenderingName, seed: number): Promise<number> => {
  await publisher.open();
  const random = seeded(seed);
  const desk = new Desk(random);
  const lists = [await makeList(rendering, 0), await makeList(rendering, 1)];
  const parts = [...lists, ...ids.map((id) => makeViews(id)), ...ids.map((id) => makeViews(id, '1 043'))];
  let readings = 0;
  let highest = new Map<string, number>();
  const read = (): void => {
    readings++;
    highest = new Map(
      ids.map((id) => {
        const shown = numbersOf(id);
        expect(new Set(shown).size, `${id}, seed ${seed}, reading ${readings}: ${shown.join(' ')}`).to.be.at.most(1);
        const number = Number(shown[0] ?? 0);
        expect(number, `${id}, seed ${seed}: falls`).to.be.at.least(highest.get(id) ?? 0);
        return [id, number];
      }),
    );
  };
  const isSettled = (): boolean =>
    parts.length === 0 &&
    desk.isEmpty &&
    ids.every((id) => highest.get(id) === 1044) &&
    lists.every((list) => list.matches(':state(ready)'));
  for (let rest = 2; rest > 0; rest -= isSettled() ? 1 : 0) {
    // Several parts of a page come at once, some late; a list is asked for again while its answer is under way.
    if (random() < 0.5)
      for (const part of parts.splice(Math.floor(random() * parts.length), 5)) document.body.append(part);
    if (random() < 0.1) document.querySelector('press-teasers')?.refresh();
    if (random() < 0.8) desk.letGo();
    // What a frame shows is what stands there when it begins and after its last callback.
    await nextFrame();
    read();
    await nextTask();
    read();
  }
  removeAll();
  return readings;
};

afterEach(removeAll);

/** Some by default; the long run plays others. */
const {from, to} = (await (await fetch('/seeds')).json()) as {from: number; to: number}; // By test/tools/seeds.mjs.

for (const rendering of renderings) {
  describe(`two lists and two counts of each article, ${rendering}`, () => {
    // What adopts rows is fetched with the first of them. Until then the page's words stand as they were written, and no
    // answer is taken in; but rows that come later, with other numbers, would stand unread for that time.
    before(() => loadPageRows());

    for (let seed = from; seed <= to; seed++) {
      it(`never show two numbers, in order ${seed}`, async () => {
        expect(await play(rendering, seed)).to.be.greaterThan(5);
      });
    }
  });
}

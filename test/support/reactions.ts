/** Reactions for tests: widgets inside a source, what a reader sees and hears of them, and what the publisher was told. */
import type {PressReactions, PressSource} from '../../src/index.js';
import {publisher} from './publisher.js';
import {first} from './rows.js';
import {posts} from './views.js';

type Attributes = Readonly<Record<string, string>>;

export const makeReactions = (attributes: Attributes = {}, inside = ''): PressReactions => {
  const reactions = document.createElement('press-reactions');
  for (const [name, value] of Object.entries({article: '1', lang: 'en', ...attributes}))
    reactions.setAttribute(name, value);
  reactions.append(...new DOMParser().parseFromString(inside, 'text/html').body.childNodes);
  return reactions;
};

/** Elements inside a source of the publisher's. */
export const showIn = (elements: readonly Element[], attributes: Attributes = {}): PressSource => {
  const source = document.createElement('press-source');
  for (const [name, value] of Object.entries({endpoint: publisher.endpoint, ...attributes}))
    source.setAttribute(name, value);
  source.append(...elements);
  document.body.append(source);
  return source;
};

/** A form as a page writes it: it works without JavaScript. */
export const pageForm = (article = '1'): string => `
  <form method="post" action="${publisher.endpoint}/reactions">
    <input type="hidden" name="article" value="${article}">
    <button name="reactions" value="super"><svg viewBox="0 0 1 1"></svg> Great <data value="0">–</data></button>
    <button name="reactions" value="like"><img alt="" src="data:,"> Good one</button>
    <button name="reactions" value="">Nothing</button>
  </form>`;

const rootOf = (reactions: PressReactions): ShadowRoot => {
  if (!reactions.shadowRoot) throw new Error('It is not drawn yet');
  return reactions.shadowRoot;
};

export const buttonsOf = (reactions: PressReactions): readonly HTMLButtonElement[] => [
  ...(reactions.shadowRoot?.querySelectorAll<HTMLButtonElement>('button[part=kind]') ?? []),
];

/** The button of this label. */
export const buttonOf = (reactions: PressReactions, label: string): HTMLButtonElement => {
  const found = buttonsOf(reactions).find((button) => button.querySelector('[part=label]')?.textContent === label);
  if (!found) throw new Error(`There is no button "${label}"`);
  return found;
};

/** Each kind as it is seen: `Like 3`, in brackets where it is pressed. */
export const seenIn = (reactions: PressReactions): readonly string[] =>
  [...(reactions.shadowRoot?.querySelectorAll('[part=kind]') ?? [])].map((kind) => {
    const text = ['label', 'count']
      .map((part) => kind.querySelector(`[part=${part}]`)?.textContent)
      .join(' ')
      .trim();
    return kind.getAttribute('aria-pressed') === 'true' ? `[${text}]` : text;
  });

export const textIn = (reactions: PressReactions, part: string): string =>
  (reactions.shadowRoot?.querySelector(`[part~=${part}]`)?.textContent ?? '').replace(/\s+/g, ' ').trim();

export const groupIn = (reactions: PressReactions): HTMLElement => first(rootOf(reactions), '[role=group]');

/** What the publisher was told of reactions, in order. */
export const wishesSent = (): readonly unknown[] =>
  posts()
    .filter(({path}) => path === '/reactions')
    .map(({reactions}) => reactions);

/** What the publisher itself says of an article. */
export const reactionsAt = async (id: string): Promise<unknown> => {
  const answer = await publisher.fetch(new Request(`${publisher.endpoint}/counts?id=${id}`));
  const said = (await answer.json()) as {counts: Record<string, {reactions: unknown}>}; // The endpoint's own format.
  return said.counts[id]?.reactions;
};

/** What assistive technology was told of the reader's own doing, since the page began. */
export const announced = (): readonly string[] =>
  [...document.querySelectorAll('body > [role=status] > p')].map(({textContent}) => textContent);

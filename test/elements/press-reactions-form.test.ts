/** The page's own form of reactions, which works without us, adopted in place. */
import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/define.js';
import type {PressReactions} from '../../src/index.js';
import {article, publisher} from '../support/publisher.js';
import {makeReactions, pageForm, reactionsAt, seenIn, showIn, textIn, wishesSent} from '../support/reactions.js';
import {removeAll} from '../support/renderings.js';
import {first} from '../support/rows.js';
import {frames, nextEvent, until} from '../support/wait.js';

beforeEach(() => publisher.open());
afterEach(removeAll);
afterEach(() => localStorage.clear());

interface Page {
  readonly reactions: PressReactions;
  readonly form: HTMLElement;
  button(kind: string): HTMLElement;
}

const makePage = (attributes: Readonly<Record<string, string>> = {}): Page => {
  const reactions = makeReactions(attributes, pageForm());
  const form = first(reactions, 'form');
  return {
    reactions,
    form,
    button: (kind) => first(form, `button[value="${kind}"]`),
  };
};

/** The form is taken over when its buttons are known to be pressed or not. */
const isTaken = ({button}: Page): boolean => button('like').hasAttribute('aria-pressed');
const isPressed = (page: Page): readonly (string | null)[] =>
  ['super', 'like', ''].map((kind) => page.button(kind).getAttribute('aria-pressed'));

const show = async (page: Page): Promise<void> => {
  showIn([page.reactions]);
  await until(() => isTaken(page) && first(page.form, 'data').textContent === '1');
};

describe('the page’s own form', () => {
  it('has no violation, its names stay, and numbers describe its buttons', async () => {
    const page = makePage();
    await show(page);
    await expect(page.reactions).to.be.accessible();
    const button = page.button('super');
    expect(button.ariaDescription).to.equal('1 person in total');
    expect(first(button, 'data').ariaHidden).to.equal('true');
    button.click();
    await nextEvent(page.reactions, 'press-reacted');
    await page.reactions.updateComplete;
    await expect(page.reactions).to.be.accessible();
    expect(button.ariaDescription).to.equal('2 people in total');
  });

  it('stays as it stands but for what is pressed and the numbers', async () => {
    const page = makePage();
    const before = [...page.form.querySelectorAll('*')];
    const text = (): string => page.form.textContent.replace(/\s+/g, ' ').trim();
    expect(text()).to.equal('Great – Good one Nothing');
    await show(page);
    expect(text()).to.equal('Great 1 Good one Nothing');
    expect([...page.form.querySelectorAll('*')]).to.deep.equal(before);
    expect(isPressed(page)).to.deep.equal(['false', 'false', null]);
    expect(seenIn(page.reactions), 'nothing is drawn twice').to.deep.equal([]);
    expect(textIn(page.reactions, 'people')).to.equal('3 people in total');
  });

  it('is sent by us: chosen, switched, and withdrawn by the empty value', async () => {
    const page = makePage();
    await show(page);
    for (const [kind, pressed, said] of [
      ['like', ['false', 'true', null], {like: 4, super: 1}],
      ['super', ['true', 'false', null], {like: 3, super: 2}],
      ['', ['false', 'false', null], {like: 3, super: 1}],
    ] as const) {
      const reacted = nextEvent(page.reactions, 'press-reacted');
      page.button(kind).click();
      await reacted;
      await page.reactions.updateComplete;
      expect(isPressed(page)).to.deep.equal(pressed);
      expect(await reactionsAt('1')).to.deep.equal(said);
    }
    expect(wishesSent()).to.deep.equal([['like'], ['super'], []]);
  });

  it('is worked by the keyboard and keeps the focus', async () => {
    const page = makePage();
    await show(page);
    page.button('super').focus();
    const reacted = nextEvent(page.reactions, 'press-reacted');
    await sendKeys({press: 'Enter'});
    await reacted;
    expect([document.activeElement, isPressed(page)[0]]).to.deep.equal([page.button('super'), 'true']);
  });

  it('calls the kinds what the page calls them, also where consent leaves numbers alone', async () => {
    const page = makePage({consent: 'display'});
    showIn([page.reactions]);
    await until(() => String(seenIn(page.reactions)) === 'Great 1,Good one 3');
    expect(page.reactions.innerText).not.to.contain('Nothing');
    expect(page.button('like').checkVisibility()).to.equal(false);
  });

  it('says beside itself that a wish was not taken, and shows what is true', async () => {
    const page = makePage();
    await show(page);
    publisher.answer('/reactions', () => new Response(null, {status: 422}));
    page.button('super').click();
    await nextEvent(page.reactions, 'press-failed');
    await until(() => textIn(page.reactions, 'note').startsWith('Your reaction could not be saved.'));
    expect([isPressed(page)[0], first(page.form, 'data').textContent]).to.deep.equal(['false', '1']);
    expect(page.button('super').checkVisibility()).to.equal(true);
  });

  it('is left to itself where the page has no endpoint for it, or a listener was there before', async () => {
    const page = makePage();
    const own = (event: Event): void => event.preventDefault();
    page.form.addEventListener('submit', own);
    document.body.append(page.reactions);
    const submitted = nextEvent(page.form, 'submit');
    page.button('like').click();
    await submitted;
    page.reactions.remove();
    await show(page);
    page.form.removeEventListener('submit', own);
    page.reactions.addEventListener('submit', own, {capture: true});
    page.button('like').click();
    await frames();
    expect([wishesSent(), isPressed(page)]).to.deep.equal([[], ['false', 'false', null]]);
  });

  it('may come later, and go again', async () => {
    await publisher.open({articles: [article('1', {reactions: {like: 3, super: 1}, people: 3})]});
    const reactions = makeReactions();
    showIn([reactions]);
    await until(() => String(seenIn(reactions)) === 'Like 3,Super 1');
    const page = makePage();
    reactions.append(page.form);
    await until(() => isTaken(page) && seenIn(reactions).length === 0);
    page.form.remove();
    await until(() => String(seenIn(reactions)) === 'Like 3,Super 1');
    expect(page.button('like').hasAttribute('aria-pressed')).to.equal(false);
  });
});

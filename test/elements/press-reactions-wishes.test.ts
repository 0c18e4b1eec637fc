/** What becomes of what the reader wishes: shown at once, sent once, confirmed, taken back, or kept for later. */
import {expect} from '@open-wc/testing';
import '../../src/define.js';
import {publisher} from '../support/publisher.js';
import {
  announced,
  buttonOf,
  buttonsOf,
  groupIn,
  makeReactions,
  reactionsAt,
  seenIn,
  showIn,
  textIn,
  wishesSent,
} from '../support/reactions.js';
import {removeAll, rowsOf, showTeasers} from '../support/renderings.js';
import {first} from '../support/rows.js';
import {frames, nextEvent, nextTask, until} from '../support/wait.js';
import type {PressReactions} from '../../src/index.js';

beforeEach(() => publisher.open());
afterEach(removeAll);
afterEach(() => localStorage.clear());

/** Shows widgets of article 1 and waits until they have numbers and buttons. */
const show = async (...widgets: readonly PressReactions[]): Promise<void> => {
  showIn(widgets);
  await until(() => widgets.every((each) => String(seenIn(each)) === 'Like 3,Super 1' && buttonsOf(each).length > 0));
};

const click = async (reactions: PressReactions, label: string): Promise<void> => {
  buttonOf(reactions, label).click();
  await reactions.updateComplete;
};

const down = (): Response => new Response(null, {status: 503});

describe('a reaction', () => {
  it('is shown at once, told to the endpoint, and told to the page when that has taken it', async () => {
    const reactions = makeReactions();
    await show(reactions);
    const release = publisher.hold('/reactions');
    const wished = nextEvent(document, 'press-react-request');
    buttonOf(reactions, 'Like').click();
    const {article, reactions: kinds, previous, cancelable, composed} = await wished;
    expect({article, kinds, previous, cancelable, composed}).to.deep.equal({
      article: '1',
      kinds: ['like'],
      previous: [],
      cancelable: true,
      composed: true,
    });
    await until(() => String(seenIn(reactions)) === '[Like 4],Super 1');
    expect([textIn(reactions, 'people'), groupIn(reactions).ariaBusy]).to.deep.equal(['4 people in total', 'true']);
    const reacted = nextEvent(document, 'press-reacted');
    release();
    const fact = await reacted;
    expect([fact.article, [...fact.reactions], fact.mine]).to.deep.equal([
      '1',
      [
        ['like', 4],
        ['super', 1],
      ],
      ['like'],
    ]);
    await reactions.updateComplete;
    expect([seenIn(reactions), groupIn(reactions).ariaBusy]).to.deep.equal([['[Like 4]', 'Super 1'], 'false']);
    expect(await reactionsAt('1')).to.deep.equal({like: 4, super: 1});
  });

  it('is switched to another kind, and taken back, by a click each', async () => {
    const reactions = makeReactions();
    await show(reactions);
    for (const [label, seen, said] of [
      ['Like', '[Like 4],Super 1', {like: 4, super: 1}],
      ['Super', 'Like 3,[Super 2]', {like: 3, super: 2}],
      ['Super', 'Like 3,Super 1', {like: 3, super: 1}],
    ] as const) {
      const reacted = nextEvent(reactions, 'press-reacted');
      await click(reactions, label);
      await reacted;
      await reactions.updateComplete;
      expect(seenIn(reactions).join()).to.equal(seen);
      expect(await reactionsAt('1')).to.deep.equal(said);
    }
    await until(() => announced().includes('Reaction removed. 3 people in total'));
  });

  it('may be several where the page says `multiple`', async () => {
    const reactions = makeReactions();
    reactions.multiple = true;
    await show(reactions);
    await click(reactions, 'Like');
    await until(() => seenIn(reactions)[0] === '[Like 4]');
    await click(reactions, 'Super');
    await until(() => String(seenIn(reactions)) === '[Like 4],[Super 2]');
    expect([textIn(reactions, 'people'), textIn(reactions, 'total')]).to.deep.equal([
      '4 people in total',
      '6 reactions',
    ]);
  });

  it('changes every place that shows the article at once', async () => {
    const [one, other] = [makeReactions(), makeReactions({layout: 'summary'})];
    const list = await showTeasers('own', {attributes: {limit: '1', show: 'title reactions'}});
    showIn([one, other]);
    await until(() => buttonsOf(one).length > 0 && textIn(other, 'total') === '4 reactions');
    const summary = (): string => first(rowsOf(list)[0] ?? list, '[data-press=summary]').textContent;
    expect(summary()).to.contain('3 people');
    publisher.hold('/reactions');
    buttonOf(one, 'Super').click();
    await until(() => seenIn(one)[1] === '[Super 2]' && wishesSent().length > 0);
    expect([textIn(other, 'total'), summary()]).to.deep.equal(['5 reactions', '♥★ 5 · 4 people in total']);
  });

  it('is not made where a listener of the page cancels it', async () => {
    const reactions = makeReactions();
    await show(reactions);
    document.body.addEventListener('press-react-request', (event) => event.preventDefault(), {once: true});
    await click(reactions, 'Like');
    await nextTask();
    expect([seenIn(reactions).join(), wishesSent()]).to.deep.equal(['Like 3,Super 1', []]);
  });

  it('is made by script, with what may be chosen here', async () => {
    const reactions = makeReactions();
    await show(reactions);
    expect(await reactions.react(['like', 'super'])).to.equal(true);
    await until(() => String(seenIn(reactions)) === 'Like 3,[Super 2]');
    reactions.consent = 'display';
    await reactions.updateComplete;
    expect(await reactions.react(['like'])).to.equal(false);
  });

  it('is the last of many fast clicks', async () => {
    const reactions = makeReactions();
    await show(reactions);
    const release = publisher.hold('/reactions');
    for (const label of ['Like', 'Super', 'Super', 'Like', 'Super']) await click(reactions, label);
    expect(seenIn(reactions).join()).to.equal('Like 3,[Super 2]');
    release();
    await until(() => groupIn(reactions).ariaBusy === 'false');
    // What was clicked before the first was under way is in no request of its own.
    expect(wishesSent().length).to.be.at.most(2);
    expect(wishesSent().at(-1)).to.deep.equal(['super']);
    expect(await reactionsAt('1')).to.deep.equal({like: 3, super: 2});
  });

  it('is taken back with a message where the endpoint refuses it, and may be tried again', async () => {
    const [reactions, other] = [makeReactions(), makeReactions()];
    await show(reactions, other);
    publisher.answer('/reactions', () => new Response(null, {status: 422}));
    const failed = nextEvent(reactions, 'press-failed');
    await click(reactions, 'Like');
    const {kind, retry} = await failed;
    await until(() => textIn(reactions, 'note') !== '');
    expect(kind).to.equal('status');
    expect(seenIn(reactions).join()).to.equal('Like 3,Super 1');
    expect(textIn(reactions, 'note')).to.equal('Your reaction could not be saved. Try again');
    expect(textIn(other, 'note'), 'another widget is not bothered').to.equal('');
    expect(reactions.matches(':state(stale)')).to.equal(true);
    await until(() => announced().includes('Your reaction could not be saved.'));
    publisher.behave();
    const reacted = nextEvent(reactions, 'press-reacted');
    retry();
    await reacted;
    await until(() => String(seenIn(reactions)) === '[Like 4],Super 1' && textIn(reactions, 'note') === '');
    expect(await reactionsAt('1')).to.deep.equal({like: 4, super: 1});
  });

  it('stays and says so while the endpoint is away, and arrives once when it is back', async () => {
    const reactions = makeReactions();
    await show(reactions);
    publisher.answer('', down);
    await click(reactions, 'Like');
    await until(() => textIn(reactions, 'note') === 'Saved, will be sent later. Try again');
    expect(seenIn(reactions).join()).to.equal('[Like 4],Super 1');
    expect(reactions.matches(':state(stale)')).to.equal(true);
    await expect(reactions).to.be.accessible();
    publisher.behave();
    const reacted = nextEvent(reactions, 'press-reacted');
    first(reactions.shadowRoot ?? reactions, '[part=retry]').click();
    await reacted;
    await until(() => textIn(reactions, 'note') === '');
    expect(await reactionsAt('1')).to.deep.equal({like: 4, super: 1});
    expect(reactions.matches(':state(ready)')).to.equal(true);
  });

  it('lives on in a widget that is moved', async () => {
    const reactions = makeReactions();
    await show(reactions);
    const release = publisher.hold('/reactions');
    await click(reactions, 'Like');
    const box = document.createElement('section');
    reactions.parentElement?.append(box);
    box.append(reactions);
    await until(() => String(seenIn(reactions)) === '[Like 4],Super 1');
    const reacted = nextEvent(document, 'press-reacted');
    release();
    expect((await reacted).target).to.equal(reactions);
    await click(reactions, 'Super');
    await until(() => String(seenIn(reactions)) === 'Like 3,[Super 2]');
  });

  it('belongs to its article', async () => {
    const reactions = makeReactions();
    await show(reactions);
    await click(reactions, 'Like');
    await nextEvent(reactions, 'press-reacted');
    reactions.article = '2';
    await until(() => String(seenIn(reactions)) === 'Like 0,Super 0');
    expect(reactions.matches(':state(empty)')).to.equal(true);
    reactions.article = '1';
    await until(() => String(seenIn(reactions)) === '[Like 4],Super 1');
  });
});

describe('an endpoint that cannot be had', () => {
  it('is said, and asked again', async () => {
    publisher.answer('', down);
    const reactions = makeReactions();
    showIn([reactions]);
    await until(() => reactions.matches(':state(failed)'));
    expect(textIn(reactions, 'note')).to.equal('Check your connection and try again. Try again');
    await expect(reactions).to.be.accessible();
    publisher.behave();
    first(reactions.shadowRoot ?? reactions, '[part=retry]').click();
    await until(() => String(seenIn(reactions)) === 'Like 3,Super 1');
    await frames(2);
    expect([textIn(reactions, 'note'), reactions.matches(':state(ready)')]).to.deep.equal(['', true]);
  });

  it('is had again as soon as anything of the article comes', async () => {
    publisher.answer('', down);
    const reactions = makeReactions();
    const source = showIn([reactions]);
    await until(() => textIn(reactions, 'note') !== '');
    publisher.behave();
    source.held?.store.adopt(
      [{id: '1', title: 'Story', _presslet: {reactions: {like: 3, super: 1}}}],
      publisher.origin,
    );
    await until(() => textIn(reactions, 'note') === '' && buttonsOf(reactions).length > 0);
  });
});

describe('the device', () => {
  const kept = (): string | null => localStorage.getItem('presslet:1');

  it('keeps nothing before the first reaction, and then what was chosen', async () => {
    const reactions = makeReactions();
    await show(reactions);
    expect(localStorage).to.have.length(0);
    await click(reactions, 'Like');
    await nextEvent(reactions, 'press-reacted');
    expect(kept()).to.contain('"reactions":["like"]');
    expect(document.cookie).to.equal('');
  });

  it('keeps nothing where the reader has not agreed to that, and the choice lasts as long as the page', async () => {
    const reactions = makeReactions({consent: 'count'});
    await show(reactions);
    await click(reactions, 'Like');
    await nextEvent(reactions, 'press-reacted');
    expect(localStorage).to.have.length(0);
    const later = makeReactions({consent: 'count'});
    showIn([later]);
    await until(() => String(seenIn(later)) === '[Like 4],Super 1');
  });

  it('tells other tabs, and is told by them', async () => {
    const reactions = makeReactions();
    await show(reactions);
    const tab = new BroadcastChannel('presslet:1');
    const heard = new Promise<unknown>((resolve) => {
      tab.onmessage = ({data}: MessageEvent<unknown>) => resolve(data);
    });
    await click(reactions, 'Like');
    await nextEvent(reactions, 'press-reacted');
    expect(JSON.stringify(await heard))
      .to.contain('"like":4')
      .and.to.contain('"mine":{"1":{"reactions":["like"]');
    const counts = {1: {reactions: {like: 3, super: 2}, people: 4, as_of: Date.now() + 1000}};
    tab.postMessage({endpoint: publisher.endpoint, counts, mine: {1: {reactions: ['super'], seq: Date.now() + 1000}}});
    await until(() => String(seenIn(reactions)) === 'Like 3,[Super 2]');
    tab.close();
  });
});

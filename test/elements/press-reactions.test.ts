/** Reaction buttons, as readers and publishers meet them. */
import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/define.js';
import {article, publisher} from '../support/publisher.js';
import {announced, buttonOf, buttonsOf, groupIn, makeReactions, seenIn, showIn, textIn} from '../support/reactions.js';
import {removeAll, showTeasers, viewsIn} from '../support/renderings.js';
import {frames, nextEvent, until} from '../support/wait.js';

beforeEach(() => publisher.open());
afterEach(removeAll);
afterEach(() => localStorage.clear());

const whole = ['Like 3', 'Super 1'];

describe('press-reactions', () => {
  describe('accessibility', () => {
    it('has no violation while loading, with numbers, and when something is chosen', async () => {
      const release = publisher.hold('/counts');
      const reactions = makeReactions();
      showIn([reactions]);
      await until(() => buttonsOf(reactions).length === 2);
      expect(reactions.matches(':state(loading)')).to.equal(true);
      await expect(reactions).to.be.accessible();
      release();
      await until(() => String(seenIn(reactions)) === String(whole));
      await expect(reactions).to.be.accessible();
      buttonOf(reactions, 'Like').click();
      await nextEvent(reactions, 'press-reacted');
      await reactions.updateComplete;
      expect(seenIn(reactions)).to.deep.equal(['[Like 4]', 'Super 1']);
      await expect(reactions).to.be.accessible();
    });

    it('has no violation without buttons, in one line, and when a wish was not taken', async () => {
      const [numbers, summary, refused] = [
        makeReactions({consent: 'display'}),
        makeReactions({layout: 'summary'}),
        makeReactions(),
      ];
      showIn([numbers, summary, refused]);
      await until(() => [numbers, refused].every((each) => String(seenIn(each)) === String(whole)));
      publisher.answer('/reactions', () => new Response(null, {status: 422}));
      buttonOf(refused, 'Super').click();
      await until(() => textIn(refused, 'note') !== '');
      for (const each of [numbers, summary, refused]) await expect(each).to.be.accessible();
    });

    it('is a named group of buttons whose names stay, with the number as their description', async () => {
      const reactions = makeReactions();
      showIn([reactions]);
      await until(() => String(seenIn(reactions)) === String(whole));
      expect([groupIn(reactions).role, groupIn(reactions).ariaLabel]).to.deep.equal(['group', 'Reactions']);
      const button = buttonOf(reactions, 'Like');
      expect([button.type, button.ariaPressed, button.ariaDescription]).to.deep.equal([
        'button',
        'false',
        '3 people in total',
      ]);
      const name = (): string =>
        [...button.children]
          .filter((part) => part.ariaHidden !== 'true')
          .map(({textContent}) => textContent)
          .join('');
      expect(name()).to.equal('Like');
      button.click();
      await reactions.updateComplete;
      expect([name(), button.ariaPressed, button.ariaDescription]).to.deep.equal(['Like', 'true', '4 people in total']);
    });

    for (const [name, key] of [
      ['Space', ' '],
      ['Enter', 'Enter'],
    ] as const) {
      it(`is worked by Tab and ${name}, and keeps the focus through it all`, async () => {
        const reactions = makeReactions();
        const before = document.createElement('button');
        showIn([before, reactions]);
        await until(() => String(seenIn(reactions)) === String(whole));
        before.focus();
        await sendKeys({press: 'Tab'});
        await sendKeys({press: 'Tab'});
        const button = buttonOf(reactions, 'Super');
        expect(reactions.shadowRoot?.activeElement).to.equal(button);
        const reacted = nextEvent(reactions, 'press-reacted');
        await sendKeys({press: key});
        await reacted;
        await reactions.updateComplete;
        expect(seenIn(reactions)).to.deep.equal(['Like 3', '[Super 2]']);
        expect(reactions.shadowRoot?.activeElement).to.equal(button);
      });
    }

    it('says once what became of the wish, and only in the widget that it was made in', async () => {
      const [one, other] = [makeReactions(), makeReactions()];
      showIn([one, other]);
      await until(() => [one, other].every((each) => String(seenIn(each)) === String(whole)));
      buttonOf(one, 'Like').click();
      await until(() => announced().some((line) => line.includes('Like')));
      await frames(10);
      expect(announced().filter((line) => line.includes('Like'))).to.deep.equal(['Saved: Like. 4 people in total']);
    });

    it('is big enough to hit', async () => {
      const reactions = makeReactions();
      showIn([reactions]).style.fontSize = '8px';
      await until(() => String(seenIn(reactions)) === String(whole));
      for (const {offsetHeight, offsetWidth} of buttonsOf(reactions))
        expect(Math.min(offsetHeight, offsetWidth)).to.be.at.least(24);
    });
  });

  describe('what it shows', () => {
    it('is the kinds of the endpoint in its order, with readers and reactions in all', async () => {
      const reactions = makeReactions();
      showIn([reactions]);
      await until(() => String(seenIn(reactions)) === String(whole));
      expect([textIn(reactions, 'people'), textIn(reactions, 'total')]).to.deep.equal([
        '3 people in total',
        '4 reactions',
      ]);
      expect(
        [...(reactions.shadowRoot?.querySelectorAll('[part=icon]') ?? [])].map(({textContent}) => textContent),
      ).to.deep.equal(['👍', '🔥']);
      expect(reactions.matches(':state(ready)')).to.equal(true);
    });

    for (const [people, line] of [
      [1, 'Всего 1 человек'],
      [3, 'Всего 3 человека'],
      [5, 'Всего 5 человек'],
      [21, 'Всего 21 человек'],
      [1043, 'Всего 1\u00a0043 человека'],
    ] as const) {
      it(`is in the words and plurals of the language: ${line}`, async () => {
        await publisher.open({articles: [article('1', {reactions: {like: people}, people})]});
        const reactions = makeReactions({lang: 'ru'});
        showIn([reactions]);
        await until(() => reactions.shadowRoot?.querySelector('[part=people]'));
        expect(reactions.shadowRoot?.querySelector('[part=people]')?.textContent).to.equal(line);
        expect(buttonOf(reactions, 'Нравится').ariaDescription).to.equal(line);
        expect(textIn(reactions, 'total'), 'which would only repeat it').to.equal('');
      });
    }

    it('is what `kinds` names, the publisher’s own included', async () => {
      const reactions = makeReactions({kinds: 'useful super ?? LIKE'});
      showIn([reactions]);
      await until(() => String(seenIn(reactions)) === 'useful 0,Super 1,Like 3');
    });

    it('leaves out numbers below `min`, and keeps their room', async () => {
      const reactions = makeReactions({min: '2'});
      showIn([reactions]);
      await until(() => String(seenIn(reactions)) === 'Like 3,Super');
      const widths = (): readonly number[] => buttonsOf(reactions).map(({offsetWidth}) => offsetWidth);
      const before = widths();
      reactions.min = 0;
      await until(() => String(seenIn(reactions)) === String(whole));
      expect(widths()).to.deep.equal(before);
    });

    it('is one line in the layout `summary`', async () => {
      const reactions = makeReactions({layout: 'summary'});
      showIn([reactions]);
      await until(() => textIn(reactions, 'totals') === '👍🔥 3 people in total 4 reactions');
      expect(buttonsOf(reactions)).to.deep.equal([]);
    });

    it('is nothing of an article that was withdrawn', async () => {
      const reactions = makeReactions();
      showIn([reactions]);
      await until(() => String(seenIn(reactions)) === String(whole));
      publisher.answer('/counts', () => Response.json({counts: {}, gone: ['1']}));
      reactions.remove();
      document.body.append(document.createElement('hr'));
      reactions.article = '1';
      showIn([reactions]).held?.store.refreshCounts();
      await until(() => reactions.innerText.trim() === '' && groupIn(reactions).inert);
      reactions.style.display = 'none';
      await until(() => seenIn(reactions).length === 0);
    });
  });

  describe('without buttons', () => {
    it('stands what the reader has not agreed to send', async () => {
      const reactions = makeReactions();
      const source = showIn([reactions], {consent: 'display'});
      await until(() => String(seenIn(reactions)) === String(whole));
      expect(buttonsOf(reactions)).to.deep.equal([]);
      source.consent = 'count';
      await until(() => buttonsOf(reactions).length === 2);
    });

    it('stands an article that is closed to reactions, even when only the endpoint knew', async () => {
      await publisher.open({articles: [article('1', {reactions: {like: 2}, people: 2, reactions_open: false})]});
      const reactions = makeReactions();
      showIn([reactions]);
      await until(() => String(seenIn(reactions)) === 'Like 2,Super 0');
      buttonOf(reactions, 'Super').focus();
      buttonOf(reactions, 'Super').click();
      await nextEvent(reactions, 'press-failed');
      await until(() => buttonsOf(reactions).length === 0);
      expect(seenIn(reactions)).to.deep.equal(['Like 2', 'Super 0']);
      expect(reactions.shadowRoot?.activeElement, 'nobody is thrown to the top').to.equal(groupIn(reactions));
      const list = await showTeasers('own', {attributes: {limit: '1'}});
      expect(viewsIn(list, '1')).to.equal('0');
      const late = makeReactions();
      showIn([late]);
      await until(() => String(seenIn(late)) === 'Like 2,Super 0');
      expect(buttonsOf(late), 'and where a list has said so').to.deep.equal([]);
    });

    it('stands an endpoint that takes none', async () => {
      const reactions = makeReactions();
      const source = showIn([reactions]);
      source.provider = {counts: () => Promise.resolve({counts: {1: {reactions: {like: 7}, people: 7}}})};
      await until(() => String(seenIn(reactions)) === 'Like 7');
      expect(buttonsOf(reactions)).to.deep.equal([]);
    });

    it('asks nothing, and shows nothing, where the reader wants none of it', async () => {
      const reactions = makeReactions({consent: 'none'});
      showIn([reactions]);
      await until(() => reactions.matches(':state(denied)'));
      await frames();
      expect(publisher.asked).to.deep.equal([]);
      expect(reactions.innerText.trim()).to.equal('');
    });
  });
});

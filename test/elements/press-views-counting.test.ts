/** When press-views counts a view, how often, and what the page and the reader may say to it. */
import {expect} from '@open-wc/testing';
import '../../src/define.js';
import {publisher} from '../support/publisher.js';
import {removeAll} from '../support/renderings.js';
import {makeViews, posts, seenIn, showCounting, showViews, viewsAt} from '../support/views.js';
import {frames, nextEvent, until} from '../support/wait.js';

beforeEach(() => publisher.open());
afterEach(removeAll);

describe('a view', () => {
  it('is not counted unless the page asks for it', async () => {
    const views = makeViews();
    const {rule} = showCounting([views]);
    await until(() => seenIn(views) === '1,043');
    await frames();
    expect(rule).to.deep.equal([]);
    expect(posts()).to.deep.equal([]);
  });

  for (const countOn of ['load', 'visible']) {
    it(`is counted once on ${countOn}, with a key, though two widgets ask for it and one is moved`, async () => {
      const [one, other] = [makeViews({'count-on': countOn}), makeViews({'count-on': countOn})];
      const {source, rule} = showCounting([one, other]);
      const {article, views} = await nextEvent(document, 'press-viewed');
      expect([article, views]).to.deep.equal(['1', 1044]);
      await until(() => seenIn(one) === '1,044' && seenIn(other) === '1,044');
      const asked = rule.length;
      source.append(one);
      await until(() => rule.length > asked);
      await frames();
      expect(posts()).to.have.length(1);
      expect(posts()[0]?.['article']).to.equal('1');
      expect(posts()[0]?.['key']).to.match(/^[\w-]{16,64}$/);
      expect(await viewsAt('1')).to.equal(1044);
    });
  }

  it('is another one when the widget turns to another article', async () => {
    const views = makeViews({'count-on': 'load'});
    showCounting([views]);
    await nextEvent(views, 'press-viewed');
    views.article = '2';
    expect((await nextEvent(views, 'press-viewed')).article).to.equal('2');
    const [first, second] = posts();
    expect(second?.['article']).to.equal('2');
    expect(second?.['key']).not.to.equal(first?.['key']);
  });

  it('is not counted in an automated browser', async () => {
    const views = makeViews({'count-on': 'load'});
    showViews([views]);
    const heard: Event[] = [];
    views.addEventListener('press-view-request', (event) => heard.push(event));
    await until(() => seenIn(views) === '1,043');
    await frames();
    expect(heard).to.deep.equal([]);
    expect(posts()).to.deep.equal([]);
  });

  it('is left to a listener that cancels the request', async () => {
    const views = makeViews({'count-on': 'load'});
    document.body.addEventListener('press-view-request', (event) => event.preventDefault(), {once: true});
    showCounting([views]);
    const {article, cancelable, composed} = await nextEvent(document, 'press-view-request');
    expect([article, cancelable, composed]).to.deep.equal(['1', true, true]);
    await until(() => seenIn(views) === '1,043');
    await frames();
    expect(posts()).to.deep.equal([]);
    expect(views.countView(), 'and the page has counted it').to.equal(false);
  });

  it('is counted by script, once', async () => {
    const views = makeViews();
    showViews([views]);
    await until(() => seenIn(views) === '1,043');
    const viewed = nextEvent(views, 'press-viewed');
    expect([views.countView(), views.countView()]).to.deep.equal([true, false]);
    await viewed;
    expect(posts()).to.have.length(1);
  });

  it('names the embedding partner', async () => {
    const views = makeViews({'count-on': 'load'});
    showCounting([views], {site: 'partner.example'});
    await nextEvent(views, 'press-viewed');
    expect(posts()[0]?.['site']).to.equal('partner.example');
  });
});

describe('a view that could not be counted', () => {
  for (const [what, fail] of [
    ['was refused', () => Promise.resolve(new Response('', {status: 503}))],
    [
      'was counted, but the answer was lost',
      async (request: Request) => {
        await publisher.fetch(request);
        return Response.error();
      },
    ],
  ] as const) {
    it(`tells the page, and repeats the same key when the page wants it: it ${what}`, async () => {
      publisher.answer('/views', fail);
      const views = makeViews({'count-on': 'load'});
      showCounting([views]);
      const {kind, message, retry} = await nextEvent(views, 'press-failed');
      expect(['status', 'network']).to.include(kind);
      expect(message).not.to.equal('');
      const before = posts().length;
      publisher.behave();
      retry();
      expect((await nextEvent(views, 'press-viewed')).views).to.equal(1044);
      expect(posts()).to.have.length(before + 1);
      expect(new Set(posts().map(({key}) => key)).size).to.equal(1);
      expect(await viewsAt('1')).to.equal(1044);
    });
  }

  it('takes the number away when it hears that the article was withdrawn', async () => {
    publisher.answer('/views', () => new Response('', {status: 410}));
    const views = makeViews({'count-on': 'load', value: '7'});
    showCounting([views]);
    await nextEvent(views, 'press-failed');
    await until(() => seenIn(views) === '');
  });
});

describe('consent', () => {
  it('to display shows numbers and counts no view', async () => {
    const views = makeViews({'count-on': 'load', consent: 'display'});
    const {rule} = showCounting([views]);
    await until(() => rule.length > 0 && seenIn(views) === '1,043');
    await frames();
    expect(posts()).to.deep.equal([]);
    expect(views.countView()).to.equal(false);
  });

  it('given later lets the view be counted then', async () => {
    const views = makeViews({'count-on': 'load'});
    const requests: Event[] = [];
    views.addEventListener('press-view-request', (event) => requests.push(event));
    const {source, rule} = showCounting([views], {consent: 'display'});
    await until(() => rule.length > 0);
    expect(requests, 'nobody is asked for what is not allowed').to.deep.equal([]);
    source.consent = 'count';
    await nextEvent(views, 'press-viewed');
    expect(posts()).to.have.length(1);
  });

  it('to nothing asks for nothing', async () => {
    const views = makeViews({'count-on': 'load'}, '1,043');
    const {rule} = showCounting([views], {consent: 'none'});
    await until(() => rule.length > 0);
    await frames();
    expect(publisher.asked).to.deep.equal([]);
    expect(views.innerText.trim()).to.equal('1,043');
  });

  it('that nobody can read is taken as display', async () => {
    const views = makeViews({'count-on': 'load', consent: 'yes please'});
    const {rule} = showCounting([views]);
    await until(() => rule.length > 0 && seenIn(views) === '1,043');
    await frames();
    expect(posts()).to.deep.equal([]);
  });
});

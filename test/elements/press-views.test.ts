/** The number of times an article was read, as readers and publishers meet it. */
import {expect} from '@open-wc/testing';
import '../../src/define.js';
import {publisher} from '../support/publisher.js';
import {removeAll} from '../support/renderings.js';
import {makeViews, saidIn, seenIn, showViews} from '../support/views.js';
import {frames, until} from '../support/wait.js';

beforeEach(() => publisher.open());
afterEach(removeAll);

describe('press-views', () => {
  describe('accessibility', () => {
    it('has no violation, with and without a number', async () => {
      const views = makeViews();
      showViews([views]);
      await expect(views).to.be.accessible();
      await until(() => seenIn(views) === '1,043');
      await expect(views).to.be.accessible();
    });

    it('has no violation where the page wrote the number', async () => {
      const views = makeViews({}, 'Read 1,043 times');
      showViews([views]);
      await views.updateComplete;
      await expect(views).to.be.accessible();
    });

    it('is read aloud with its word', async () => {
      const views = makeViews();
      showViews([views]);
      await until(() => saidIn(views) === '1,043 views');
      expect(views.shadowRoot?.querySelector('[part=count] > :first-child')?.getAttribute('aria-hidden')).to.equal(
        'true',
      );
    });
  });

  it('shows what the endpoint says, in the way of the language', async () => {
    const [english, russian] = [makeViews(), makeViews({lang: 'ru'})];
    showViews([english, russian]);
    await until(() => seenIn(english) === '1,043' && saidIn(russian) === '1\u00a0043 просмотра');
    expect(seenIn(russian)).to.equal('1\u00a0043');
    expect(english.matches(':state(ready)')).to.equal(true);
  });

  it('shows the article of its source, and another one when the source names it', async () => {
    const views = makeViews();
    views.removeAttribute('article');
    const source = showViews([views], {article: '1'});
    await until(() => seenIn(views) === '1,043');
    source.article = '3';
    await until(() => seenIn(views) === '200');
  });

  it('shows nothing, and asks for nothing more, for an article that nobody knows', async () => {
    const views = makeViews({article: 'nobody'});
    showViews([views]);
    await until(() => publisher.asked.some(({path}) => path === '/counts?id=nobody'));
    await frames();
    expect(seenIn(views)).to.equal('');
    expect(views.matches(':state(loading)')).to.equal(true);
    expect(publisher.asked.filter(({path}) => path.includes('nobody'))).to.have.length(1);
  });

  it('goes away with a withdrawn article, what the page wrote included', async () => {
    publisher.answer('/counts', () => Response.json({counts: {}, gone: ['1']}));
    const [own, written] = [makeViews({value: '7'}), makeViews({}, '1 043')];
    showViews([own, written]);
    await until(() => seenIn(own) === '');
    await until(() => written.shadowRoot?.querySelector('slot')?.hidden);
    expect(written.innerText.trim()).to.equal('');
  });

  it('shows one number in two places, and goes on hearing when it is moved', async () => {
    const [one, other] = [makeViews(), makeViews()];
    showViews([one, other]);
    await until(() => seenIn(one) === '1,043' && seenIn(other) === '1,043');
    const asked = publisher.asked.length;
    const box = document.createElement('section');
    one.parentElement?.append(box);
    box.append(one);
    other.value = 2000;
    showViews([makeViews({value: '2000'})]);
    await until(() => seenIn(one) === '2,000' && seenIn(other) === '2,000');
    expect(publisher.asked.filter(({path}) => path.startsWith('/counts'))).to.have.length(asked - 1);
  });

  it('asks for the numbers of a page once', async () => {
    const views = ['1', '2', '3', '1', '2'].map((article) => makeViews({article}));
    showViews(views);
    await until(() => views.every((each) => seenIn(each) !== ''));
    expect(publisher.asked.map(({path}) => path)).to.deep.equal(['', '/counts']);
  });
});

describe('a number known before', () => {
  it('stands in `value` until a larger one comes', async () => {
    const release = publisher.hold('/counts');
    const [less, more] = [makeViews({article: '1', value: '1000'}), makeViews({article: '2', value: '5000'})];
    showViews([less, more]);
    await until(() => seenIn(less) === '1,000' && seenIn(more) === '5,000');
    release();
    await until(() => seenIn(less) === '1,043');
    expect(seenIn(more)).to.equal('5,000');
  });

  it('is not shown while it is smaller than `min`', async () => {
    const [own, written] = [makeViews({min: '1044'}), makeViews({min: '1044'}, 'Read 1 043 times')];
    showViews([own, written]);
    await until(() => own.matches(':state(ready)') && written.matches(':state(ready)'));
    expect(seenIn(own)).to.equal('');
    expect(written.innerText.trim()).to.equal('');
    own.value = 1044;
    await until(() => seenIn(own) === '1,044');
  });

  for (const [written, inside, rewritten] of [
    ['1 043', '1 043', '1\u00a0044'],
    ['1 043 with a no-break space', '1\u00a0043', '1\u00a0044'],
    ['745', '745', '1\u00a0044'],
    ['1.043', '1.043', '1\u00a0044'],
    ['a sentence', 'Прочитали 1 043 раза, и не раз', 'Прочитали 1\u00a0044 раза, и не раз'],
    ['a year beside it', 'Просмотров: 1 043 (с 2021 года)', 'Просмотров: 1\u00a0044 (с 2021 года)'],
  ] as const) {
    it(`is rewritten in the text node of the page: ${written}`, async () => {
      publisher.answer('/counts', () => Response.json({counts: {1: {views: 1044}}, gone: []}));
      const views = makeViews({lang: 'ru'}, inside);
      const node = views.firstChild;
      showViews([views]);
      await until(() => node?.nodeValue === rewritten);
      expect([...views.childNodes]).to.deep.equal([node]);
      expect(seenIn(views)).to.equal('');
    });
  }

  it('is rewritten in the element of the page, with its value for machines', async () => {
    publisher.answer('/counts', () => Response.json({counts: {1: {views: 1044}}, gone: []}));
    const data = document.createElement('data');
    data.value = '1043';
    data.textContent = '1,043';
    const node = data.firstChild;
    const views = makeViews({}, 'Read ', data, ' times');
    showViews([views]);
    await until(() => data.value === '1044');
    expect(data.firstChild).to.equal(node);
    expect(views.textContent).to.equal('Read 1,044 times');
  });

  it('is taken when the parser comes to it later', async () => {
    const views = makeViews();
    showViews([views]);
    await until(() => seenIn(views) === '1,043');
    views.append('Read 900 times');
    await until(() => views.textContent === 'Read 1,043 times');
    expect(seenIn(views)).to.equal('');
  });

  it('stays where the endpoint fails', async () => {
    publisher.answer('', () => new Response('', {status: 404}));
    const views = makeViews({}, '1,043');
    showViews([views]);
    await until(() => publisher.asked.length > 0);
    await frames();
    expect(views.innerText.trim()).to.equal('1,043');
  });
});

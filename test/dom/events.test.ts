import {expect, fixture, html} from '@open-wc/testing';
import * as events from '../../src/dom/events.js';

const all: readonly (readonly [string, Event, Readonly<Record<string, unknown>>])[] = [
  ['press-view-request', new events.ViewRequestEvent('a'), {article: 'a'}],
  [
    'press-react-request',
    new events.ReactRequestEvent('a', ['super'], ['love']),
    {article: 'a', reactions: ['super'], previous: ['love']},
  ],
  ['press-open-request', new events.OpenRequestEvent('a', 'https://news.example/a', 3), {article: 'a', position: 3}],
  ['press-loaded', new events.LoadedEvent(['a', 'b'], 120), {articles: ['a', 'b'], total: 120}],
  ['press-failed', new events.FailedEvent('offline', 'No network.', () => undefined), {kind: 'offline'}],
  ['press-seen', new events.SeenEvent('a', 3), {article: 'a', position: 3}],
  ['press-viewed', new events.ViewedEvent('a', 746), {article: 'a', views: 746}],
  ['press-reacted', new events.ReactedEvent('a', new Map([['super', 1]]), ['super']), {article: 'a', mine: ['super']}],
  ['press-opened', new events.OpenedEvent('a', 'https://news.example/a', 3), {url: 'https://news.example/a'}],
];

describe('events that a page listens to', () => {
  for (const [type, event, fields] of all) {
    it(`${type} reaches a listener above the shadow root with its fields`, async () => {
      const page = await fixture(html`<div><p></p></div>`);
      const inside = page.querySelector('p')?.attachShadow({mode: 'open'}).appendChild(document.createElement('b'));
      let heard: Event | undefined;
      page.addEventListener(type, (found) => (heard = found));
      inside?.dispatchEvent(event);
      expect(heard === event, 'heard above').to.equal(true);
      expect(event).to.deep.include(fields);
    });

    it(`${type} can ${type.endsWith('-request') ? '' : 'not '}be cancelled`, () => {
      const target = new EventTarget();
      target.addEventListener(type, (heard) => heard.preventDefault());
      expect(target.dispatchEvent(event)).to.equal(!type.endsWith('-request'));
    });
  }

  it('there is a class for every event', () => {
    expect(all.map(([, event]) => event.constructor)).to.have.members(Object.values(events));
    for (const [type, event] of all) expect(event.type).to.equal(type);
  });

  it('is typed for those who listen', () => {
    const heard: number[] = [];
    const target = document.createElement('div');
    target.addEventListener('press-viewed', ({views}) => heard.push(views ?? 0));
    target.dispatchEvent(new events.ViewedEvent('a', 746));
    expect(heard).to.deep.equal([746]);
  });
});

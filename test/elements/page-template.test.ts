/** A page's template may ask for more than our own rows show; what writes that is fetched when it is needed. */
import {expect} from '@open-wc/testing';
import '../../src/define.js';
import {publisher} from '../support/publisher.js';
import {makeTeasers, removeAll, rowsOf, untilRows} from '../support/renderings.js';
import {until} from '../support/wait.js';

const answer = (...titles: readonly string[]): void =>
  publisher.answer('/articles', () =>
    Response.json({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Example',
      items: titles.map((title, index) => ({
        id: String(index),
        title,
        content_text: '',
        _presslet: {access: 'subscriber', reactions: {like: 2, wow: 1}},
      })),
    }),
  );

const whole = `<template><p itemscope itemtype="https://schema.org/NewsArticle"><b itemprop="position"></b>
  <i itemprop="headline"></i> <meta itemprop="isAccessibleForFree"><u data-press="reaction"><s data-press="icon"></s><data itemprop="userInteractionCount"></data></u></p></template>`;

const told = (teasers: Element): readonly string[] =>
  rowsOf(teasers).map((row) => {
    const isFree = row.querySelector('meta')?.content ?? '';
    return `${row.textContent.replace(/\s+/g, ' ').trim()} ${isFree}`;
  });

describe('a template with places that our own rows do not have', () => {
  beforeEach(() => publisher.open());
  afterEach(removeAll);

  it('is filled, and its rows keep their places in the list when an article is written again', async () => {
    answer('One', 'Two', 'Three');
    const teasers = await makeTeasers('own');
    teasers.append(...new DOMParser().parseFromString(whole, 'text/html').head.childNodes);
    document.body.append(teasers);
    await untilRows(teasers, 3);
    expect(told(teasers)).to.deep.equal(['1 One ♥2😮1 False', '2 Two ♥2😮1 False', '3 Three ♥2😮1 False']);
    answer('One', 'Another two', 'Three');
    teasers.refresh();
    await until(() => told(teasers)[1] !== '2 Two ♥2😮1 False');
    expect(told(teasers)).to.deep.equal(['1 One ♥2😮1 False', '2 Another two ♥2😮1 False', '3 Three ♥2😮1 False']);
  });
});

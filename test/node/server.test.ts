// Lists as HTML, without a document.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {loadLanguage, renderTeasers} from '../../src/server.js';
import {base, hostile, stories} from '../support/corpus.js';
import {wholeTemplate} from '../support/whole-template.js';

const item = {id: 'a', url: '/a', title: 'Title', _presslet: {views: 1043}};
const template = (inner: string): string => `<li itemscope itemtype="https://schema.org/NewsArticle">${inner}</li>`;

describe('a list on the server', () => {
  it('is rows and their template in a list', () => {
    const html = renderTeasers([item], {base, layout: 'compact', headingLevel: 2, lang: 'en'});
    assert.match(html, /^<ul>\n<li [^>]*itemid="a"[^]*<\/li>\n<template><li [^]*<\/li><\/template>\n<\/ul>$/);
    assert.match(html, /<h2 [^>]*><a [^>]*href="https:\/\/news\.example\/a">Title<\/a><\/h2>/);
    assert.match(html, />1,043 views</);
  });

  it('speaks a language that was loaded', async () => {
    await loadLanguage('ru');
    assert.match(renderTeasers([item], {lang: 'ru'}), />1&nbsp;043 просмотра</);
  });

  it('has no text that could be markup, whatever the stories are', () => {
    for (const page of [undefined, wholeTemplate]) {
      const html = renderTeasers(stories(), {base, ...(page !== undefined && {template: page})});
      assert.equal(html.match(/<li /g)?.length, 401);
      assert.doesNotMatch(
        html,
        /<(?!\/?(?:ul|li|img|div|p|data|h[23]|a|span|time|meta|template|picture|small|b|i|link)[ >])/,
      );
      assert.doesNotMatch(html, /<[^>]* (?:on\w+|style|srcdoc)[ =>]/);
      assert.doesNotMatch(html, /(?:href|src)="(?!https?:\/\/)/);
      assert.doesNotMatch(html, /\p{Cs}/u);
    }
    assert.ok(hostile.length > 60);
  });

  it('leaves out what is missing, but keeps the place of a number that may come', () => {
    const html = renderTeasers([{id: 'a', title: 'T'}], {
      template: template('<p itemprop="description"></p><data data-press="total"></data>'),
    });
    assert.match(html, /itemid="a"><data data-press="total" hidden><\/data><\/li>/);
  });

  it('leaves out what cannot be read, is withdrawn, has expired or is there already, and says why', () => {
    const told: string[] = [];
    const items = [
      null,
      {},
      item,
      item,
      {...item, id: 'b', _presslet: {gone: true}},
      {...item, id: 'c', _presslet: {expires: '2024-01-01'}},
      {id: 'd', title: 'D'},
      {id: 'e'},
    ];
    const html = renderTeasers(items, {base, limit: 2, tell: (path, reason) => told.push(`${path}: ${reason}`)});
    assert.deepEqual(html.match(/itemid="[^"]*"/g), ['itemid="a"', 'itemid="d"']);
    assert.ok(told.some((each) => each.startsWith('1')));
  });

  it('stands in a widget where asked, and nothing gets out of its attributes', () => {
    const html = renderTeasers([], {wrap: {attributes: {endpoint: '/?a=1&b="2"', limit: 5, unique: true}}});
    assert.ok(html.startsWith('<press-teasers endpoint="/?a=1&amp;b=&quot;2&quot;" limit="5" unique>\n<ul>'));
    assert.match(renderTeasers([], {wrap: {tag: 'our-teasers'}}), /^<our-teasers>[^]*<\/our-teasers>$/);
    for (const wrap of [
      {tag: 'script'},
      {tag: 'a-b><script'},
      {attributes: {onclick: 'x'}},
      {attributes: {style: 'x'}},
      {attributes: {'a b': 'x'}},
    ])
      assert.throws(() => renderTeasers([], {wrap}), SyntaxError);
  });
});

describe('a template on the server', () => {
  it('keeps what the page put there', () => {
    const inner = `<!-- a comment --><b title='"it&apos;s" &lt;3'>AT&amp;T&nbsp;&#x2713;</b><svg viewBox="0 0 1 1"><path d="M0 0"/></svg><br/><hr><i itemprop="headline"></i>`;
    assert.match(
      renderTeasers([item], {template: template(inner)}),
      /<b title="&quot;it's&quot; &lt;3">AT&amp;T&nbsp;✓<\/b><svg viewbox="0 0 1 1"><path d="M0 0"><\/path><\/svg><br><hr><i itemprop="headline">Title<\/i>/,
    );
  });

  it('may be another element than an item of a list', () => {
    assert.match(
      renderTeasers([item], {template: '<article itemscope></article>'}),
      /^<div>\n<article itemscope itemid="a"><\/article>\n<template>/,
    );
  });

  const refused = {
    script: '<li><script>x</script></li>',
    style: '<li><style></style></li>',
    iframe: '<li><iframe></iframe></li>',
    'nested template': '<li><template></template></li>',
    textarea: '<li><textarea></textarea></li>',
    handler: '<li onclick="x"></li>',
    'style attribute': '<li style="x"></li>',
    'doubled attribute': '<li id="a" id="b"></li>',
    'unquoted value': '<li id=a></li>',
    'unclosed element': '<li><b></li>',
    'unopened element': '<li></b></li>',
    'open end': '<li>',
    'two rows': '<li></li><li></li>',
    'text outside': 'text<li></li>',
    nothing: ' ',
    'stray <': '<li>a < b</li>',
    'stray &': '<li>a & b</li>',
    'unknown entity': '<li>&hellip;</li>',
    'half of a character': '<li>&#xd800;</li>',
    'paragraph around a block': '<li><p><div></div></p></li>',
    'link in a link': '<li><a><b><a></a></b></a></li>',
    'cell without a table': '<li><td></td></li>',
    'self-closed element': '<li><b/></li>',
    'open comment': '<li><!-- x</li>',
    doctype: '<!doctype html><li></li>',
    'item in an item': '<li><li></li></li>',
  };
  for (const [name, source] of Object.entries(refused))
    it(`is refused with its position: ${name}`, () => {
      assert.throws(() => renderTeasers([], {template: source}), /^SyntaxError: Row template, line \d+, column \d+: /);
    });

  it('says where', () => {
    assert.throws(
      () => renderTeasers([], {template: '<li>\n  <b>\n    <script></script></b></li>'}),
      /line 3, column 5: <script> has no place in a row near "<script>/,
    );
  });
});

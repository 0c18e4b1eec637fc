/** Which addresses are asked, and how an endpoint is spelled. */
import {expect} from '@open-wc/testing';
import {askable, canonicalEndpoint} from '../../src/adapters/address.js';

const page = 'https://magazine.example/news/today?x=1#top';

describe('an endpoint', () => {
  it('has one spelling', () => {
    expect(canonicalEndpoint('../api', page)).to.equal('https://magazine.example/api');
    expect(canonicalEndpoint(' HTTPS://Endpoint.Example:443/api#x ', page)).to.equal('https://endpoint.example/api');
    expect(canonicalEndpoint('https://endpoint.example/api')).to.equal('https://endpoint.example/api');
    expect(canonicalEndpoint('?feed=json', page)).to.equal('https://magazine.example/news/today?feed=json');
  });

  it('is never the page itself', () => {
    for (const nothing of ['', ' ', '\n', '#description', ' #description'])
      expect(canonicalEndpoint(nothing, page)).to.equal(undefined);
  });

  it('is asked over http alone, and without anybody’s name', () => {
    const others = [
      'javascript:alert(1)',
      'data:application/json,{}',
      'blob:https://a.example/1',
      'file:///etc/passwd',
      'ftp://a.example',
      'https://user@a.example/',
      'https://:pass@a.example/',
      'https://',
      'http://[',
      'about:blank',
    ];
    for (const other of others) expect(canonicalEndpoint(other, page), other).to.equal(undefined);
  });

  it('is absolute where there is no page', () => {
    expect(canonicalEndpoint('/api')).to.equal(undefined);
  });
});

describe('an address from an answer', () => {
  it('is a text, or nothing', () => {
    for (const other of [undefined, null, 7, {}, ['https://a.example/'], {href: 'https://a.example/'}])
      expect(askable(other, page)).to.equal(undefined);
    expect(askable('feed.json?page=2#x', 'https://feeds.example/feed.json')).to.equal(
      'https://feeds.example/feed.json?page=2',
    );
  });
});

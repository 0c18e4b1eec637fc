/** No value leaves its place in an address. */
import {expect} from '@open-wc/testing';
import {expand} from '../../src/adapters/template.js';

const base = 'https://endpoint.example';

describe('a URI template', () => {
  it('fills names, parameters and further parameters', () => {
    expect(expand(`${base}/{id}/x`, {id: 7})).to.equal(`${base}/7/x`);
    expect(expand(`${base}/a{?limit,sort}`, {limit: 10, sort: 'newest'})).to.equal(`${base}/a?limit=10&sort=newest`);
    expect(expand(`${base}/a?rest_route=/x{&limit,sort}`, {limit: 10, sort: 'newest'})).to.equal(
      `${base}/a?rest_route=/x&limit=10&sort=newest`,
    );
  });

  it('leaves out what is not wanted', () => {
    expect(expand(`${base}/a{?id*,limit,sort}`, {id: [], sort: 'newest'})).to.equal(`${base}/a?sort=newest`);
    expect(expand(`${base}/a{?id*}`, {})).to.equal(`${base}/a`);
    expect(expand(`${base}/a?x=1{&id*}`, {id: undefined})).to.equal(`${base}/a?x=1`);
    expect(expand(`${base}/a`, {id: ['1']})).to.equal(`${base}/a`);
    expect(expand(`${base}/a{?limit}`, {limit: 0})).to.equal(`${base}/a?limit=0`);
  });

  it('repeats a parameter for each id, sorted, each once', () => {
    const ids = ['b', 'a', '10', '9', 'a'];
    expect(expand(`${base}/c{?id*}`, {id: ids})).to.equal(`${base}/c?id=10&id=9&id=a&id=b`);
    expect(expand(`${base}/c{?id*}`, {id: [...ids].reverse()})).to.equal(`${base}/c?id=10&id=9&id=a&id=b`);
    expect(ids).to.deep.equal(['b', 'a', '10', '9', 'a'], 'the list of the caller stays as it was');
    expect(expand(`${base}/c{?id}`, {id: ids})).to.equal(`${base}/c?id=10,9,a,b`);
  });

  it('gives back every id that was put in', () => {
    const ids = [
      'two words',
      'a&b',
      'a=b',
      'a,b',
      '"quoted"',
      "it's",
      '(x)!*',
      '<b>',
      'a#b',
      'a?b',
      'a/../b',
      '100%',
      '%41',
      'a+b',
      '{x}',
      '{+x}',
      'ключ',
      '🙂',
      'نص',
      '\u202E',
      '\n',
      '\\',
      'https://a.example/x?y=1&z=2#w',
      '//evil.example',
      'javascript:alert(1)',
      '$&',
      '$1',
    ];
    const url = new URL(expand(`${base}/c{?id*}`, {id: ids}));
    expect(url.searchParams.getAll('id')).to.deep.equal([...ids].sort());
    expect([url.origin, url.pathname, url.hash]).to.deep.equal([base, '/c', '']);
    for (const id of ids) {
      const inPath = new URL(expand(`${base}/x{id}x`, {id}));
      expect(decodeURIComponent(inPath.pathname), id).to.equal(`/x${id}x`);
      expect([inPath.origin, inPath.search, inPath.hash]).to.deep.equal([base, '', '']);
    }
  });

  it('lets no value climb in a path', () => {
    for (const id of ['.', '..', '...']) {
      for (const template of ['/a/{id}', '/a/{id}/b', '/a/.{id}', '/a/{id}{id}', '/a/{id}?x=1'])
        expect(new URL(expand(base + template, {id})).pathname, `${template} ${id}`).to.match(/^\/a\/[^/]+/);
      expect(new URL(expand(`${base}/a{?id}`, {id})).searchParams.get('id')).to.equal(id);
    }
    expect(expand('/a/{id}', {id: '7.5'})).to.equal('/a/7.5');
  });

  it('encodes all but the unreserved characters, as RFC 6570 wants it', () => {
    expect(expand('{a}', {a: "AZaz09-._~!'()* ,é"})).to.equal('AZaz09-._~%21%27%28%29%2A%20%2C%C3%A9');
  });

  it('replaces what no address can hold', () => {
    expect(expand('{?a}', {a: 'x\u{D800}y'})).to.equal('?a=x%EF%BF%BDy');
  });

  it('does not know the expressions that would let a value out', () => {
    for (const operator of ['+', '#', '.', '/', ';', '=', ' ']) {
      expect(expand(`${base}/x{${operator}id}y`, {id: '//evil'}), operator).to.equal(`${base}/xy`);
    }
  });

  it('finds nothing on a prototype', () => {
    expect(expand('{?constructor,toString,__proto__}{constructor}', {})).to.equal('');
  });
});

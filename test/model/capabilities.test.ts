// What an endpoint can do, and that no template of it leads to another place than it says.
import {expect} from '@open-wc/testing';
import {capabilitiesOf} from '../../src/model/capabilities.js';
import {readDescription} from '../../src/model/description.js';
import {hearing} from './told.js';

const base = 'https://news.example/api/';

const read = (value: unknown) => {
  const {tell, told} = hearing();
  return {description: readDescription(value, base, tell), told};
};
const said = (more: object) => {
  const {description, told} = read({presslet: 1, ...more});
  if (!description) throw new Error('no description');
  return {...description, told};
};

const usual = {
  articles:
    'https://news.example/api/articles{?id*,url,limit,cursor,section,section_of,related_to,tag,author,query,sort,period,lang,site}',
  adjacent: 'https://news.example/api/adjacent{?id,section,section_of,lang,site}',
  counts: 'https://news.example/api/counts{?id*}',
  views: 'https://news.example/api/views',
  reactions: 'https://news.example/api/reactions',
};

describe('what an endpoint can do', () => {
  it('is what the wire format says, until it says otherwise', () => {
    expect(capabilitiesOf('https://news.example/api')).to.deep.equal(usual);
    expect(capabilitiesOf('https://news.example/api//?key=1#x')).to.deep.equal(usual);
    expect(said({capabilities: {}}).capabilities).to.deep.equal(usual);
    expect(said({capabilities: {articles: true, counts: true}}).capabilities).to.deep.equal(usual);
  });

  it('is not what it denies', () => {
    const {capabilities, told} = said({capabilities: {adjacent: null, counts: false, views: null, reactions: false}});
    expect(capabilities).to.deep.equal({articles: usual.articles});
    expect(told).to.deep.equal([]);
  });

  it('holds the counts of the busiest only when it is named', () => {
    expect(said({capabilities: {busiest: true}}).capabilities.busiest).to.equal('https://news.example/api/counts');
    expect(said({capabilities: {busiest: '/busy.json'}}).capabilities.busiest).to.equal(
      'https://news.example/busy.json',
    );
  });

  it('is where its templates say', () => {
    const articles = (template: unknown): string | undefined =>
      said({capabilities: {articles: template}}).capabilities.articles;
    expect(articles('list{?limit,cursor}')).to.equal('https://news.example/api/list{?limit,cursor}');
    expect(articles('/v2/list?a=1{&limit}')).to.equal('https://news.example/v2/list?a=1{&limit}');
    expect(articles('https://cdn.example/{section}/list.json')).to.equal('https://cdn.example/{section}/list.json');
    expect(articles('https://cdn.example{?id*}')).to.equal('https://cdn.example/{?id*}');
    expect(articles('//cdn.example/list')).to.equal('https://cdn.example/list');
  });

  it('falls back to the usual place when a template could lead anywhere', () => {
    const templates: readonly unknown[] = [
      'javascript:alert(1){?id}',
      'data:text/html,{id}',
      'https://user@evil.example/{?id}',
      'https://{id}/list',
      '{+id}',
      '{id}',
      '//{id}',
      '/list{+id}',
      '/list{/id}',
      '/list{#id}',
      '/list{?id',
      '/list{?id}}',
      '/list{?}',
      '/list{?id}\\evil',
      '/list{?id}\n',
      '/list{?id} x',
      `/list{?id}${'a'.repeat(5000)}`,
      '',
      5,
      {},
    ];
    for (const template of templates) {
      const {capabilities, told} = said({capabilities: {articles: template}});
      expect(capabilities.articles, String(template)).to.equal(usual.articles);
      expect(told.at(-1), String(template)).to.match(/^capabilities\.articles: not a template/);
    }
    expect(said({capabilities: []}).told).to.deep.equal(['capabilities: not an object: dropped']);
  });
});

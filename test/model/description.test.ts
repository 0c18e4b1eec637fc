// What an endpoint says about itself is as little to be trusted as its articles.
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

const usual = capabilitiesOf(base);

describe('a description', () => {
  it('says that it is one', () => {
    for (const value of [undefined, null, 5, 'presslet', [], {}, {version: 1}]) {
      expect(read(value)).to.deep.equal({description: undefined, told: []});
    }
    for (const presslet of [2, '1', true, {}]) {
      expect(read({presslet})).to.deep.equal({description: undefined, told: ['presslet: not version 1: dropped']});
    }
  });

  it('needs no more than that', () => {
    expect(read({presslet: 1})).to.deep.equal({
      description: {
        capabilities: usual,
        kinds: [],
        sections: [],
        defaults: new Map(),
        theme: new Map(),
        isOff: false,
      },
      told: [],
    });
  });

  it('names the publisher', () => {
    const {name, logo, licence, controller, privacy, isOff, told} = said({
      name: 'News & Co',
      logo: '/logo.svg',
      licence: 'CC BY 4.0',
      controller: 'News GmbH',
      privacy: '/privacy',
      off: true,
    });
    expect([name, logo, licence, controller, privacy, isOff]).to.deep.equal([
      'News & Co',
      'https://news.example/logo.svg',
      'CC BY 4.0',
      'News GmbH',
      'https://news.example/privacy',
      true,
    ]);
    expect(told).to.deep.equal([]);
    expect(said({logo: 'javascript:1', privacy: 'data:text/html,x', off: 'yes'})).to.not.have.any.keys(
      'logo',
      'privacy',
    );
    expect(said({off: 'yes'}).isOff).to.equal(false);
  });
});

describe('the kinds of an endpoint', () => {
  it('keep their order, their words and their icons', () => {
    const {kinds, told} = said({
      kinds: [
        {kind: 'like', label: {ru: 'Нравится', 'en-GB': 'Like'}, icon: '👍'},
        {kind: 'super', label: 'Супер', icon: '/icons/super.svg'},
        {kind: 'family', icon: '👨‍👩‍👧‍👦'},
        {kind: 'none', label: {}},
      ],
    });
    expect(kinds).to.deep.equal([
      {
        kind: 'like',
        label: new Map([
          ['ru', 'Нравится'],
          ['en-GB', 'Like'],
        ]),
        icon: '👍',
      },
      {kind: 'super', label: 'Супер', icon: 'https://news.example/icons/super.svg'},
      {kind: 'family', label: 'family', icon: '👨‍👩‍👧‍👦'},
      {kind: 'none', label: 'none'},
    ]);
    expect(told).to.deep.equal([]);
  });

  it('lose what is bad, and no more', () => {
    const {kinds, told} = said({
      kinds: [
        null,
        'like',
        {kind: 'a b'},
        {kind: 'like', label: {ru: 5, __proto__x: 'x', en: {}}, icon: 'javascript://x'},
        {kind: 'like', label: 'Again'},
        {kind: 'wow', label: {'<b>': 'x'}, icon: 'much too long'},
      ],
    });
    expect(kinds).to.deep.equal([
      {kind: 'like', label: new Map([['ru', '5']])},
      {kind: 'wow', label: 'wow'},
    ]);
    expect(told).to.include('kinds.4: twice: dropped');
    expect(told).to.include('kinds.5.icon: not an address or up to 8 characters: dropped');
    expect(said({kinds: {like: 1}}).told).to.deep.equal(['kinds: not a list: dropped']);
  });

  it('are 32 at most', () => {
    const {kinds, told} = said({kinds: Array.from({length: 40}, (_, index) => ({kind: `k${index}`}))});
    expect(kinds.length).to.equal(32);
    expect(told).to.deep.equal(['kinds: more than 32: the rest dropped']);
  });
});

describe('sections, defaults and theme', () => {
  it('sections are named by id or title, each once', () => {
    const {sections} = said({
      sections: [{id: 1, title: 'One'}, {id: '1', title: 'Twice'}, {title: 'Two', url: '/two'}, {}],
    });
    expect(sections).to.deep.equal([
      {id: '1', title: 'One'},
      {id: 'Two', title: 'Two', url: 'https://news.example/two'},
    ]);
  });

  it('defaults are texts under names of attributes', () => {
    const {defaults} = said({
      defaults: {
        limit: 5,
        layout: 'compact',
        'date-style': 'full',
        onclick: 'alert(1)',
        'a b': 'x',
        Layout: 'x',
        'x"': 'x',
        more: {},
      },
    });
    expect([...defaults]).to.deep.equal([
      ['limit', '5'],
      ['layout', 'compact'],
      ['date-style', 'full'],
    ]);
  });

  it('a theme is colours, lengths and numbers', () => {
    const right = [
      '#fff',
      '#12345678',
      'red',
      'currentColor',
      'rgb(1 2 3 / 50%)',
      'rgba(1, 2, 3, .5)',
      'hsl(120deg 50% 50%)',
      'oklch(0.7 0.1 200)',
      'light-dark(#fff, rgb(0 0 0))',
      '12px',
      '1.5',
      '.5rem',
      '-2em',
      '50%',
      'transparent',
    ];
    const wrong = [
      'url(https://evil.example/)',
      'URL("x")',
      'image-set("x")',
      'var(--x)',
      'attr(x)',
      'src("x")',
      'expression(alert(1))',
      '1px solid',
      'red;color:blue',
      'red}',
      '"x"',
      '/**/red',
      'rgb(url(x))',
      'rgb(1',
      'light-dark(url(x), red)',
      'calc(1px + 2px)',
      '\\75rl(x)',
      '#',
      'env(x)',
      'a'.repeat(500) + '(',
      '',
    ];
    const of = (values: readonly unknown[]) =>
      said({theme: Object.fromEntries(values.map((value, index) => [`--press-x${index}`, value]))}).theme;
    expect([...of(right).values()]).to.deep.equal(right);
    expect([...of([8, 0.5]).values()]).to.deep.equal(['8', '0.5']);
    expect([...of(wrong).values()]).to.deep.equal([]);
  });

  it('a theme names our properties only', () => {
    const {theme, told} = said({
      theme: {'--press-gap': '4px', '--other': '4px', color: 'red', '--press-a b': 'red', '--press-': 'red'},
    });
    expect([...theme]).to.deep.equal([['--press-gap', '4px']]);
    expect(told.length).to.equal(4);
  });
});

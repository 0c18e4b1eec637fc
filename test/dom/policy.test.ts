import {expect} from '@open-wc/testing';
import {inPage} from './page.js';

/** Loads the policy and tries what Lit does with it. */
const code = `
  import {canRender, policy} from '${new URL('../../src/dom/policy.ts', import.meta.url).href}';
  const able = canRender();
  const template = document.createElement('template');
  if (able) template.innerHTML = policy ? policy.createHTML('<b>words</b>') : '<b>words</b>';
  parent.postMessage({canRender: able, html: able ? template.innerHTML : undefined}, '*');
`;

const rendered = {canRender: true, html: '<b>words</b>'};
const enforced = "require-trusted-types-for 'script'";

describe('a page that guards what becomes HTML', () => {
  it('renders where nothing is guarded', async () => {
    expect(await inPage('', code)).to.deep.equal(rendered);
  });

  it('renders where the page allows the name presslet', async () => {
    expect(await inPage(`${enforced}; trusted-types presslet`, code)).to.deep.equal(rendered);
  });

  it('defines nothing, and throws nothing, where the page allows no policy', async () => {
    expect(await inPage(`${enforced}; trusted-types 'none'`, code)).to.deep.equal({canRender: false, html: undefined});
  });

  it('defines nothing where another copy has taken the name', async () => {
    const taken = "trustedTypes.createPolicy('presslet', {createHTML: (html) => html})";
    expect(await inPage(`${enforced}; trusted-types presslet`, code, taken)).to.deep.equal({
      canRender: false,
      html: undefined,
    });
  });

  it('renders beside another copy where the page allows the name twice', async () => {
    const taken = "trustedTypes.createPolicy('presslet', {createHTML: (html) => html})";
    expect(await inPage(`${enforced}; trusted-types presslet 'allow-duplicates'`, code, taken)).to.deep.equal(rendered);
  });

  it('renders without a policy where names are kept but strings may become HTML', async () => {
    expect(await inPage("trusted-types 'none'", code)).to.deep.equal(rendered);
  });
});

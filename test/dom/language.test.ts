import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {LanguageController} from '../../src/dom/language.js';

class LanguageProbe extends LitElement {
  readonly speech = new LanguageController(this);

  override render() {
    const {language, isReady} = this.speech;
    return isReady ? `${language.tag}: ${language.say('more')}` : `${language.tag} …`;
  }
}
customElements.define('language-probe', LanguageProbe);

/** Resolves when the probe shows this text; a test that waits in vain runs out of time. */
const shows = async (probe: Element, words: string): Promise<void> => {
  const root = probe.shadowRoot ?? expect.fail('the probe has no shadow root');
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (root.textContent !== words) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, {subtree: true, childList: true, characterData: true});
    look();
  });
};

const english = 'en: Show more';
const russian = 'ru: Показать ещё';

const within = (page: Element): LanguageProbe => page.querySelector('language-probe') ?? expect.fail('no probe');

describe('the language of a widget', () => {
  const pageLanguage = document.documentElement.getAttribute('lang');
  afterEach(() => {
    if (pageLanguage === null) document.documentElement.removeAttribute('lang');
    else document.documentElement.lang = pageLanguage;
  });

  it('is English where the page names none', async () => {
    document.documentElement.removeAttribute('lang');
    await shows(await fixture(html`<language-probe></language-probe>`), english);
  });

  it('is English where the page says that it does not know', async () => {
    document.documentElement.lang = 'ru';
    await shows(within(await fixture(html`<div lang=""><language-probe></language-probe></div>`)), english);
  });

  it('is that of the nearest ancestor', async () => {
    const page = await fixture(html`<div lang="de"><p lang="ru"><language-probe></language-probe></p></div>`);
    await shows(within(page), russian);
  });

  it('is its own where it has one', async () => {
    await shows(await fixture(html`<language-probe lang="ru"></language-probe>`), russian);
  });

  it('is found through the hosts of shadow roots', async () => {
    const page = await fixture(html`<div lang="ru"><p></p></div>`);
    const probe = document.createElement('language-probe');
    page.querySelector('p')?.attachShadow({mode: 'closed'}).append(probe);
    await shows(probe, russian);
    page.setAttribute('lang', 'en');
    await shows(probe, english);
  });

  it('follows the page when its reader changes it', async () => {
    document.documentElement.lang = 'en';
    const probe = await fixture(html`<language-probe></language-probe>`);
    await shows(probe, english);
    document.documentElement.lang = 'ru';
    await shows(probe, russian);
    document.documentElement.lang = 'en';
    await shows(probe, english);
  });

  it('follows the widget to another place, and lives on there', async () => {
    const page = await fixture(html`
      <div>
        <div lang="ru"><language-probe></language-probe></div>
        <div lang="en" class="other"></div>
      </div>
    `);
    const probe = within(page);
    await shows(probe, russian);
    const other = page.querySelector('.other') ?? expect.fail('no other place');
    other.append(probe);
    await shows(probe, english);
    other.setAttribute('lang', 'ru');
    await shows(probe, russian);
  });

  it('writes numbers and dates of a language whose words nobody has, and English words', async () => {
    const probe = await fixture<LanguageProbe>(html`<language-probe lang="de"></language-probe>`);
    await shows(probe, 'de: Show more');
    expect(probe.speech.language.number(1043)).to.equal('1.043');
  });

  it('never fails because of what the page wrote', async () => {
    const probe = await fixture<LanguageProbe>(html`<language-probe lang="no such language!"></language-probe>`);
    await probe.updateComplete;
    expect(probe.speech.isReady).to.equal(true);
    expect(probe.shadowRoot?.textContent).to.contain('Show more');
  });

  it('is watched by one observer a tree, which ends with the last widget', async () => {
    const Own = MutationObserver;
    let running = 0;
    globalThis.MutationObserver = class extends Own {
      override observe(...settings: Parameters<MutationObserver['observe']>) {
        super.observe(...settings);
        running += 1;
      }
      override disconnect() {
        super.disconnect();
        running -= 1;
      }
    };
    try {
      const page = await fixture(html`<div><language-probe></language-probe><language-probe></language-probe></div>`);
      expect(running).to.equal(1);
      const inside = document.createElement('p');
      page.append(inside);
      inside.attachShadow({mode: 'open'}).append(document.createElement('language-probe'));
      expect(running).to.equal(2);
      page.replaceChildren();
      expect(running).to.equal(0);
    } finally {
      globalThis.MutationObserver = Own;
    }
  });
});

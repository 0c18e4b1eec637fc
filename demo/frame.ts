/** What every page of the magazine has: the masthead above, the imprint below. */
import type {EditionFacts} from './editions.js';
import {editions} from './editions.js';
import {html, type Html} from './html.js';

export const masthead = ({name, home, words, sections}: EditionFacts, current = ''): Html => html`
    <a class="skip" href="#content">${words.toContent}</a>
    <header class="masthead">
      <div class="brand">
        <a class="logo" href="${home}"><img src="/demo/content/logo.svg" alt="" width="48" height="48"> <span>${name}</span></a>
        <p class="tagline">${words.tagline}</p>
        <a class="other" href="${editions[words.other.lang].home}" lang="${words.other.lang}" hreflang="${words.other.lang}">${words.other.label}</a>
      </div>
      <nav aria-label="${words.sectionsOf}">
        <ul>
          ${sections.map(({id, title, path}) => html`<li><a href="${path}"${id === current ? html` aria-current="true"` : ''}>${title}</a></li>`)}
        </ul>
      </nav>
    </header>`;

export const footer = ({name, home, words}: EditionFacts, article: string): Html => html`
    <footer class="imprint">
      <p><a href="${home}">${name}</a> · ${words.invented}.</p>
      <p><a href="${article}">${words.article}</a> · <a href="/foreign.html">${words.foreign}</a></p>
    </footer>`;

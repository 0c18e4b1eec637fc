/** What a list of teasers says beside its rows: while loading, when there is nothing, when something went wrong. */
import {html, nothing, type TemplateResult} from 'lit';
import type {TeasersState} from '../dom/teasers-controller.js';
import type {Language} from '../i18n/language.js';

export interface Telling {
  readonly state: TeasersState;
  readonly hasRows: boolean;
  readonly language: Language;
  /** When what is shown was received, in ms since 1970 UTC. */
  readonly receivedAt: number | undefined;
  readonly timeZone: string | undefined;
  readonly isFetching: boolean;
  readonly retry: () => void;
}

export const renderState = (telling: Telling): TemplateResult | typeof nothing => {
  const {state, hasRows, language} = telling;
  switch (state) {
    case 'ready':
      return nothing;
    case 'loading':
      return html`<div part="skeleton"><span class="hidden">${language.say('loading')}</span></div>`;
    case 'denied':
      return html`<slot name="denied"></slot>`;
    case 'empty':
      return html`<div part="message"><slot name="empty"><p>${language.say('empty')}</p></slot></div>`;
    case 'stale':
    case 'offline':
    case 'failed':
      return hasRows ? renderNote(telling) : renderFailure(telling);
  }
};

const renderFailure = (telling: Telling): TemplateResult => {
  const {state, language} = telling;
  return html`
    <div part="message">
      <slot name="failed">
        <p>${language.say(state === 'offline' ? 'offline' : 'failed')}</p>
        <p>${language.say('failedHint')}</p>
      </slot>
      ${renderRetry(telling)}
    </div>
  `;
};

/** It floats over the end of the list: what stands below must not move for it. */
const renderNote = (telling: Telling): TemplateResult => {
  const {state, language, receivedAt, timeZone} = telling;
  const text =
    state === 'offline' || receivedAt === undefined
      ? language.say(state === 'offline' ? 'offline' : 'failed')
      : language.say('stale', {time: language.time(receivedAt, timeZone)});
  return html`<div class="floating"><p part="note"><span>${text}</span> ${renderRetry(telling)}</p></div>`;
};

/** It keeps the focus while it works: a button that goes away would throw the reader to the top of the page. */
const renderRetry = ({language, isFetching, retry}: Telling): TemplateResult => html`
  <button type="button" part="retry" aria-disabled=${isFetching} @click=${isFetching ? nothing : retry}>
    ${language.say('retry')}
  </button>
`;

/** The look of press-reactions. Numbers and the line below have room from the start, so that nothing moves when they arrive. */
import {css} from 'lit';

export const reactionsStyles = css`
  :host {
    --_gap: var(--press-gap, 0.5em);
    container-type: inline-size;
    line-height: 1.25;
  }
  .gone {
    visibility: hidden;
  }
  [part='kinds'] {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    min-block-size: calc(var(--press-reactions-rows, 1) * (max(2.25em, 24px) + var(--_gap)) - var(--_gap));
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [part='kind'] {
    display: flex;
    gap: 0.45em;
    align-items: center;
    min-block-size: max(2.25em, 24px);
    padding: 0 0.8em;
    border-radius: var(--press-radius, 1.25em);
    font-weight: 500;
  }
  li[part] {
    padding-inline-start: 0;
  }
  [part='icon'] {
    block-size: 1.2em;
  }
  [part='count'] {
    min-inline-size: var(--press-reactions-width, 2ch);
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: color-mix(in oklab, var(--_accent) 14%, transparent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  [aria-pressed='true'] > [part='count'] {
    color: inherit;
  }
  p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6em;
    align-items: center;
    align-content: center;
    min-block-size: max(2.5em, 24px);
    margin: 0;
    color: var(--_muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  /* Words may be of another direction than the page, where it has a language that nobody has translated to. */
  p > span {
    unicode-bidi: plaintext;
  }
  span + [part='total']::before {
    content: '·';
    content: '·' / '';
    margin-inline-end: 0.6em;
  }
  [part='retry'] {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 400;
    text-decoration: underline;
  }
  /* Here the words of a wish that waits, and the button beside them, take two lines. */
  @container (inline-size < 26em) {
    :host([layout='bar']) p {
      align-content: start;
      box-sizing: border-box;
      min-block-size: max(4em, 56px);
      padding-block-start: 0.5em;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    [aria-pressed='true'] > [part='icon'] {
      animation: chosen 0.25s;
    }
    @keyframes chosen {
      50% {
        transform: scale(1.3);
      }
    }
  }
  @media (forced-colors: active) {
    [aria-pressed='true'] {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;

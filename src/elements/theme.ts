/** What all widgets look like: colours mixed from the page's own, so that light, dark and any brand follow by themselves. */
import {css} from 'lit';

export const theme = css`
  :host {
    --_muted: var(--press-muted, color-mix(in oklab, currentcolor 68%, transparent));
    --_line: var(--press-line, color-mix(in oklab, currentcolor 16%, transparent));
    --_soft: var(--press-soft, color-mix(in oklab, currentcolor 8%, transparent));
    --_accent: var(--press-accent, light-dark(#0b5bd3, #8fb8ff));
    display: block;
    color: var(--press-color, inherit);
    font: var(--press-font, inherit);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  a:hover {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 0.08em;
    text-underline-offset: 0.18em;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 2px;
  }
  button {
    min-block-size: 2.25em;
    min-inline-size: 2.25em;
    padding: 0.35em 0.9em;
    border: 1px solid var(--_line);
    border-radius: var(--press-radius, 0.5em);
    background: var(--_soft);
    color: inherit;
    font: inherit;
    font-weight: 600;
    line-height: 1.5;
    cursor: pointer;
  }
  button:hover {
    border-color: currentcolor;
  }
  button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.6;
  }
`;

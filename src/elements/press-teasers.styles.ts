/**
 * The look of press-teasers' own rendering. Every row has a fixed least size made of the lines that it reserves, so that
 * nothing moves when texts, pictures and numbers arrive. Sizes follow the element, not the window.
 * No `:has()`: one such rule on rows makes each arriving number forty times dearer.
 */
import {css} from 'lit';
import {rowStyles} from './teasers-rows.styles.js';

/** What stands beside the picture, or the picture itself, whichever is higher. What `show` leaves out reserves nothing. */
const sizes = css`
  :host {
    container-type: inline-size;
  }
  .box {
    --_gap: var(--press-gap, 1em);
    --_title-size: var(--press-title-size, 1.125em);
    --_image-width: var(--press-image-width, 12.75em);
    --_ratio: var(--press-image-ratio, 3 / 2);
    --_lines: var(--_title-lines, 2);
    --_over: 1.25em;
    --_standfirst: 2.75em;
    --_facts: 1;
    --_meta: calc(0.375em + var(--_facts) * 1.25em);
    --_text: calc(var(--_over) + var(--_lines) * 1.3 * var(--_title-size) + var(--_standfirst));
    --_beside: calc(var(--_text) + var(--_meta));
    --_under: 0em;
    --_image: calc(var(--_image-width) / (var(--_ratio)));
    --_edge: calc(0.75 * var(--_gap));
    --_row: var(
      --press-row-size,
      calc(max(var(--_beside), var(--_image)) + var(--_under) + 2 * var(--_edge) + 1px)
    );
  }
  :host([show]:not([show~='image'])) .box,
  :host([layout='compact']) .box {
    --_image: 0em;
  }
  /* Without a line above the title a label stands before the facts: it is never left out. */
  :host([show]:not([show~='kicker'])) .box,
  :host([layout='compact']) .box {
    --_over: 0em;
    --_label-row: -2;
    --_label-space: 0.4615em;
    --_label-size: calc(var(--_facts) * 1.5385em);
    --_meta-column: 2 / -1;
  }
  :host([show]:not([show~='standfirst'])) .box,
  :host([layout='compact']) .box {
    --_standfirst: 0em;
  }
  @container (30em <= inline-size < 50em) or (inline-size < 22em) {
    .box {
      --_facts: 2;
    }
    :host([show]:not([show~='reactions'])) .box {
      --_facts: 1;
    }
  }
  @container (inline-size < 30em) {
    .box {
      --_image-width: var(--press-image-width, 6em);
      --_title-size: var(--press-title-size, 1.0625em);
      --_ratio: 1;
      --_lines: calc(var(--_title-lines, 2) + 1);
      --_standfirst: 0em;
      --_beside: var(--_text);
      --_under: var(--_meta);
    }
  }
  :host([layout='compact']) .box {
    --_gap: var(--press-gap, 0.75em);
    --_title-size: var(--press-title-size, 1em);
    --_lines: var(--_title-lines, 2);
    --_facts: 1;
  }
`;

const states = css`
  [part='skeleton'] {
    --_x: calc(var(--_image-width) + var(--_gap));
    position: absolute;
    inset: 0;
    background:
      linear-gradient(transparent var(--_edge), var(--_soft) 0 calc(var(--_edge) + var(--_image)), transparent 0) 0 0 /
        var(--_image-width) var(--_row) repeat-y,
      linear-gradient(transparent calc(var(--_edge) + 0.25em), var(--_soft) 0 calc(var(--_edge) + 1.25em), transparent 0)
        var(--_x) 0 / 60% var(--_row) repeat-y,
      linear-gradient(transparent calc(var(--_edge) + 1.75em), var(--_soft) 0 calc(var(--_edge) + 2.75em), transparent 0)
        var(--_x) 0 / 40% var(--_row) repeat-y;
  }
  :host([layout='compact']) [part='skeleton'] {
    --_x: 0;
  }
  @container (inline-size < 30em) {
    [part='skeleton'] {
      --_x: 0;
      --_image: 0em;
    }
  }
  [part='message'] {
    padding-block: var(--_gap);
  }
  [part='message'] p {
    margin: 0 0 0.75em;
  }
  .floating {
    position: absolute;
    inset: auto 0 0;
    z-index: 2;
    pointer-events: none;
  }
  [part='note'] {
    position: sticky;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
    margin: 0;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--press-radius, 0.375em);
    background: Canvas;
    color: CanvasText;
    pointer-events: auto;
  }
  [part='more'] {
    display: block;
    margin-block-start: var(--press-gap, 1em);
  }
  [part='more'].idle {
    visibility: hidden;
  }
`;

export const teasersStyles = css`
  ${sizes}
  ${rowStyles}
  ${states}
`;

/**
 * The look of press-teasers' own rendering. Every row has a fixed least size made of the lines that it reserves, so that
 * nothing moves when texts, pictures and numbers arrive. Sizes follow the element, not the window.
 * No `:has()`: one such rule on rows makes each arriving number forty times dearer.
 */
import {css} from 'lit';

const rowSizes = css`
  :host {
    container: press-teasers / inline-size;
    --_gap: var(--press-gap, 1em);
    --_title-size: var(--press-title-size, 1.125em);
    --_title: calc(var(--_title-lines, 2) * 1.28 * var(--_title-size));
    --_over: 1.5em;
    --_standfirst: calc(2 * 1.4em + 0.25em);
    --_meta: 1.75em;
    --_image-width: var(--press-image-width, 10em);
    --_ratio: var(--press-image-ratio, 3 / 2);
  }
  :host([show]:not([show~='kicker'], [show~='section'])) {
    --_over: 0em;
  }
  :host([show]:not([show~='standfirst'])) {
    --_standfirst: 0em;
  }
  :host([show]:not([show~='date'], [show~='byline'], [show~='views'], [show~='comments'], [show~='reactions'])) {
    --_meta: 0em;
  }
  .box {
    --_row: var(--press-row-size, calc(var(--_over) + var(--_title) + var(--_standfirst) + var(--_meta) + 2 * var(--_gap)));
  }
  :host([layout='compact']) .box {
    --_row: var(--press-row-size, calc(var(--_title) + var(--_meta) + var(--_gap)));
  }
`;

const rows = css`
  .box {
    position: relative;
    min-block-size: calc(var(--_rows, 0) * var(--_row));
  }
  [part='list'] {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [part~='teaser'] {
    box-sizing: border-box;
    position: relative;
    display: flex;
    gap: var(--_gap);
    min-block-size: var(--_row);
    padding-block: calc(var(--_gap) / 2);
    border-block-end: 1px solid var(--_line);
    content-visibility: auto;
    contain-intrinsic-size: auto var(--_row);
  }
  /* The row is contained: a ring outside it would be cut off. */
  [part~='teaser'] :focus-visible {
    outline-offset: -2px;
  }
  [part~='image'] {
    flex: none;
    inline-size: var(--_image-width);
    aspect-ratio: var(--_ratio);
    block-size: auto;
    align-self: start;
    border-radius: var(--press-radius, 0.5em);
    background: var(--_soft);
    object-fit: cover;
  }
  [part~='body'] {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-inline-size: 0;
  }
`;

const texts = css`
  [part~='title'] {
    margin: 0;
    font-family: var(--press-title-font, inherit);
    font-size: var(--_title-size);
    font-weight: var(--press-title-weight, 650);
    line-height: 1.28;
    letter-spacing: -0.01em;
    text-wrap: pretty;
  }
  [part~='title'],
  [part~='standfirst'] {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--_title-lines, 2);
  }
  [part~='standfirst'] {
    margin: 0.25em 0 0;
    color: var(--_muted);
    line-height: 1.4;
    -webkit-line-clamp: 2;
  }
  [part~='section'],
  [part~='kicker'],
  [part~='label'] {
    color: var(--_accent);
    font-size: 0.8125em;
    font-weight: 600;
    line-height: 1.5;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [part~='meta'] {
    display: flex;
    flex-wrap: nowrap;
    gap: 0 1em;
    margin-block-start: auto;
    padding-block-start: 0.25em;
    overflow: hidden;
    color: var(--_muted);
    font-size: 0.875em;
    line-height: 1.5;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
`;

const states = css`
  [part='skeleton'] {
    position: absolute;
    inset: 0;
    --_bar: var(--_soft);
    background:
      linear-gradient(var(--_bar) 0 0) 0 0 / 0 0,
      linear-gradient(transparent 1.6em, var(--_bar) 1.6em 2.7em, transparent 2.7em) calc(var(--_image-width) + var(--_gap)) 0 / 70% var(--_row) repeat-y,
      linear-gradient(transparent 3.2em, var(--_bar) 3.2em 4.1em, transparent 4.1em) calc(var(--_image-width) + var(--_gap)) 0 / 50% var(--_row) repeat-y;
    background-repeat: repeat-y;
  }
  [part='message'] {
    margin: 0;
    padding-block: var(--_gap);
  }
  [part='message'] p {
    margin: 0 0 0.75em;
  }
`;

export const teasersStyles = css`
  ${rowSizes}
  ${rows}
  ${texts}
  ${states}
`;

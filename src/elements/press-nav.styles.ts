/**
 * The look of press-nav's own rendering. Its size is made of the lines that it reserves, and is the same in every state,
 * so that nothing moves. It follows the element, not the window.
 */
import {css} from 'lit';

const box = css`
  .own {
    container-type: inline-size;
  }
  .written {
    position: relative;
  }
  .box {
    --_gap: var(--press-gap, 1em);
    --_title-size: var(--press-title-size, 1.0625em);
    --_image: 0em;
    --_date: 0em;
    --_label: 1.5em;
    --_image-width: var(--press-image-width, 6em);
    --_ratio: var(--press-image-ratio, 3 / 2);
    --_text: calc(var(--_label) + var(--press-nav-lines, 2) * 1.3 * var(--_title-size) + var(--_date));
    --_row: minmax(calc(max(var(--_text), var(--_image)) + 2 * var(--_gap)), auto);
    position: relative;
    display: grid;
    grid-template: var(--_row) / 1fr 1fr;
    border-block: 1px solid var(--_line);
  }
  .image {
    --_image: calc(var(--_image-width) / (var(--_ratio)));
  }
  .date {
    --_date: 1.5em;
  }
  .box:not(.label) {
    --_label: 0em;
  }
  .box:not(.title) {
    --_title-size: 0em;
  }
  @container (inline-size < 45em) {
    .box {
      --_image-width: var(--press-image-width, 4em);
      --_ratio: var(--press-image-ratio, 1);
    }
  }
  @container (inline-size < 30em) {
    .box {
      grid-template: var(--_row) var(--_row) / 1fr;
    }
  }
`;

const links = css`
  [part='previous'],
  [part='next'] {
    min-inline-size: 0;
  }
  [part='next'] {
    border-inline-start: 1px solid var(--_line);
  }
  [part='link'],
  [part='end'] {
    display: flex;
    gap: 0.75em;
    box-sizing: border-box;
    block-size: 100%;
    margin: 0;
    padding: var(--_gap) 0;
    padding-inline-end: var(--_gap);
  }
  [part='next'] > * {
    padding-inline: var(--_gap) 0;
  }
  [part='next'] > [part='link'] {
    flex-direction: row-reverse;
  }
  @container (inline-size < 30em) {
    [part='next'] {
      border-inline-start: 0;
      border-block-start: 1px solid var(--_line);
    }
    [part='next'] > [part] {
      padding-inline: 0;
    }
  }
  .words {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.3;
  }
  [part='label'],
  [part='title'],
  [part='date'] {
    display: block;
  }
  [part='label'],
  [part='date'],
  [part='end'] {
    color: var(--_muted);
    font-size: 0.875em;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  [part='label'] {
    margin-block-end: 0.25em;
  }
  [part='date'] {
    margin-block-start: 0.25em;
  }
  [part='end'] {
    align-items: center;
    white-space: normal;
  }

  [part='title'] {
    display: -webkit-box;
    overflow: hidden;
    font-family: var(--press-title-font, inherit);
    font-size: var(--_title-size);
    font-weight: var(--press-title-weight, 650);
    overflow-wrap: anywhere;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-wrap: pretty;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--press-nav-lines, 2);
    line-clamp: var(--press-nav-lines, 2);
  }
  [part='image'] {
    flex: none;
    align-self: start;
    inline-size: var(--_image-width);
    aspect-ratio: var(--_ratio);
    border-radius: var(--press-radius, 0.375em);
    background: var(--_soft);
    object-fit: cover;
  }
  [part='arrow'] {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    color: var(--_muted);
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [part='next'] [part='arrow']:not(:dir(rtl)),
  [part='previous'] [part='arrow']:dir(rtl) {
    scale: -1 1;
  }
  a:hover {
    text-decoration: none;
  }
  a:hover [part='title'] {
    text-decoration: underline;
    text-decoration-thickness: 0.08em;
    text-underline-offset: 0.18em;
  }
  a:hover [part='arrow'] {
    color: inherit;
  }
`;

const states = css`
  [part='skeleton'] {
    --_from: 90deg, transparent var(--_gap), var(--_soft) 0;
    position: absolute;
    inset: var(--_gap) 0;
    background:
      linear-gradient(var(--_from) 10em, transparent 0) 0 0.125em / var(--_column, 50%) 0.875em repeat-x,
      linear-gradient(var(--_from) 80%, transparent 0) 0 1.75em / var(--_column, 50%) 1.125em repeat-x;
  }
  @container (inline-size < 30em) {
    [part='skeleton'] {
      --_column: 100%;
    }
  }
  [part='message'] {
    grid-area: 1 / 1 / -1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    padding-block: 0.5em;
  }
  [part='message'] slot {
    display: block;
    flex: 1 1 14em;
  }
  [part='message'] p {
    margin: 0;
  }
  /* Below the links: over them it would hide one. */
  .floating {
    position: absolute;
    inset: 100% 0 auto;
    z-index: 2;
  }
  [part='note'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
    margin: 0.5em 0 0;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--press-radius, 0.375em);
    background: Canvas;
    color: CanvasText;
  }
`;

export const navStyles = css`
  ${box}
  ${links}
  ${states}
`;

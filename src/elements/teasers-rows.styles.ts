/** The look of one row of press-teasers' own rendering: what stands where, and the texts. Its sizes come from the list. */
import {css} from 'lit';

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
    column-gap: var(--_gap);
    min-block-size: var(--_row);
    padding-block: var(--_edge);
    border-block-end: 1px solid var(--_line);
    content-visibility: auto;
    contain-intrinsic-block-size: auto calc(var(--_row) - 2 * var(--_edge) - 1px);
  }
  [part~='image'] {
    flex: none;
    align-self: start;
    inline-size: var(--_image-width);
    block-size: auto;
    aspect-ratio: var(--_ratio);
    border-radius: var(--press-radius, 0.375em);
    background: var(--_soft);
    object-fit: cover;
    overflow: hidden;
  }
  [part~='body'] {
    flex: 1;
    display: grid;
    grid-template: auto auto auto 1fr / auto minmax(0, 1fr);
    min-inline-size: 0;
  }
  [part~='body'] > * {
    grid-column: 1 / -1;
  }
  [part~='body'] > [part~='kicker'] {
    grid-area: 1 / 2;
  }
  [part~='body'] > [part~='label'] {
    grid-area: var(--_label-row, 1) / 1;
    align-self: end;
    block-size: var(--_label-size, auto);
    margin: var(--_label-space, 0) 0 0;
    margin-inline-end: 0.75em;
  }
  [part~='body'] > [part~='meta'] {
    grid-row: -2;
    grid-column: var(--_meta-column, 1 / -1);
    align-self: end;
  }
`;

const texts = css`
  [part~='title'] {
    align-self: start;
    margin: 0;
    font-family: var(--press-title-font, inherit);
    font-size: var(--_title-size);
    font-weight: var(--press-title-weight, 650);
    line-height: 1.3;
    text-wrap: pretty;
  }
  [part~='title'],
  [part~='standfirst'] {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--_lines);
    line-clamp: var(--_lines);
  }
  [part~='standfirst'] {
    margin: 0.2667em 0 0;
    color: var(--_muted);
    font-size: 0.9375em;
    line-height: 1.3333;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }
  [part~='kicker'] {
    margin-block: 0;
  }
  [part~='kicker'],
  [part~='label'],
  [part~='meta'] {
    overflow: hidden;
    font-size: 0.8125em;
    line-height: 1.5385;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [part~='kicker'],
  [part~='label'] {
    color: var(--_accent);
    font-weight: 600;
  }
  [part~='meta'] {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1em;
    block-size: calc(var(--_facts) * 1.5385em);
    margin-block-start: 0.4615em;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  [part~='byline'],
  [part~='section'],
  [part~='reactions'] {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  [part~='date'],
  [part~='views'],
  [part~='comments'] {
    flex: none;
  }
  :host([layout='compact']) [part~='meta'] {
    flex-wrap: nowrap;
  }
  @container (inline-size >= 50em) or (22em <= inline-size < 30em) {
    [part~='meta'] {
      flex-wrap: nowrap;
    }
  }
  :is([part~='views'], [part~='comments']) > [itemprop='description'] {
    position: absolute;
    clip-path: inset(50%);
  }
  /* Drawn, because a policy may refuse an image in a style sheet: an eye, and what somebody says. */
  :is([part~='views'], [part~='comments'])::before {
    content: '';
    box-sizing: border-box;
    display: inline-block;
    inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline: 0.15em 0.5em;
    border: 0.1em solid;
    border-radius: 80% 10%;
    background: radial-gradient(currentcolor 30%, transparent 36%);
    rotate: 45deg;
    vertical-align: -0.06em;
  }
  [part~='comments']::before {
    inline-size: 0.95em;
    margin-inline: 0 0.35em;
    border-radius: 35% 35% 35% 0;
    background: none;
    rotate: none;
  }
`;

const narrow = css`
  @container (inline-size < 22em) {
    :host([layout='compact']) [part~='meta'] {
      column-gap: 0.6em;
      font-size: 0.75em;
    }
  }
  @container (inline-size < 30em) {
    :host(:not([layout='compact'])) [part~='teaser'] {
      display: grid;
      grid-template: auto 1fr auto / auto minmax(0, 1fr) auto;
      gap: 0;
    }
    :host(:not([layout='compact'])) [part~='body'] {
      display: contents;
    }
    [part~='image'] {
      grid-area: 1 / 3 / 3;
      margin-inline-start: var(--_gap);
    }
    :host(:not([layout='compact'])) [part~='title'] {
      grid-area: 2 / 1 / auto / 3;
    }
    [part~='standfirst'],
    [part~='byline'],
    [part~='section'] {
      display: none;
    }
  }
`;

/** The link's area is the whole row, and so is its ring; what one may want to copy stands above it. */
const links = css`
  [part~='link']::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  [part~='standfirst'] {
    position: relative;
    z-index: 1;
  }
  [part~='link']:focus-visible {
    outline: none;
  }
  [part~='link']:focus-visible::after {
    border-radius: 2px;
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
`;

export const rowStyles = css`
  ${rows}
  ${texts}
  ${narrow}
  ${links}
`;

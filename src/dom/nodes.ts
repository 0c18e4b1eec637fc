/** Nodes of one of our own layouts. Lit makes them, under the Trusted Types policy that it has anyway. */
import {html, render} from 'lit';

export const nodesOf = (layout: TemplateStringsArray): Element => {
  const holder = document.createDocumentFragment();
  render(html(layout), holder);
  return holder.firstElementChild ?? document.createElement('li');
};

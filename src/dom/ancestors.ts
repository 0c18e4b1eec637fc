/** Ways upward that do not end at a shadow root. */

/** The element itself or its nearest ancestor that matches, through the hosts of shadow roots. */
export const closest = (element: Element, selector: string): Element | undefined => {
  for (const {inside} of steps(element)) {
    const found = inside.closest(selector);
    if (found) return found;
  }
  return undefined;
};

/** The roots of the trees that the element stands in: shadow roots from inside out, then the document. */
export const rootsOf = (element: Element): readonly Node[] => [...steps(element)].map(({root}) => root);

function* steps(element: Element): Generator<{readonly inside: Element; readonly root: Node}> {
  for (let inside: Element | undefined = element; inside;) {
    const root: Node = inside.getRootNode();
    yield {inside, root};
    inside = root instanceof ShadowRoot ? root.host : undefined;
  }
}

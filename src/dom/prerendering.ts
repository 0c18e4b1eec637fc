/** Whether a document is only being prepared and nobody looks at it. */

// Support: prerendering Chrome 109, not in Firefox and Safari, whose pages are never prerendered.
export const isPrerendering = (page: object): boolean => 'prerendering' in page && page.prerendering === true;

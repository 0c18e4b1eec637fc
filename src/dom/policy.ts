/**
 * Presslet's own Trusted Types policy, for the single file that holds Lit inside.
 *
 * Only that build may import this file: it puts `policy` in the place of the one that Lit would make, unguarded, when it loads.
 * The modules on npm leave Lit its own policy and must not report a second name to the page's policy.
 * https://w3c.github.io/trusted-types/dist/spec/
 */

export interface Policy {
  createHTML(html: string): unknown;
}

interface Factory {
  createPolicy(name: string, rules: {createHTML(html: string): string}): Policy;
}

// The compiler's DOM does not know the factory yet, and Firefox before 148 and Node do not have it.
const factory = (globalThis as {readonly trustedTypes?: Factory}).trustedTypes;

const make = (): Policy | undefined => {
  try {
    return factory?.createPolicy('presslet', {createHTML: (html) => html});
  } catch {
    return undefined;
  }
};

/** What Lit makes its templates with; undefined where the page allows none, or where nothing asks for one. */
export const policy = make();

/** Whether Lit can make a template here. If not, no element may be defined, and the page's own content stays. */
export const canRender = (): boolean => {
  if (policy !== undefined || factory === undefined) return true;
  try {
    // Without a policy of ours templates may still work: only the browser knows whether it enforces Trusted Types.
    // eslint-disable-next-line no-restricted-properties -- a constant, and the very thing that is asked about
    document.createElement('template').innerHTML = '<p>';
    return true;
  } catch {
    return false;
  }
};

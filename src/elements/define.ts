/** Registers elements, under any prefix, beside whatever is registered already. */

export interface DefineOptions {
  /** What the tags begin with instead of `press`; events keep their names. Small letters and digits, beginning with a letter. */
  readonly prefix?: string;
  /** Where to register; default: the page's. */
  readonly registry?: CustomElementRegistry;
}

/** The second word of a tag → its class. */
export type Definitions = Readonly<Record<string, CustomElementConstructor>>;

/**
 * Never throws: a tag that is taken (by another version of Presslet, say) stays as it is,
 * and where there is no registry (on a server) nothing happens.
 */
export const register = (definitions: Definitions, {prefix = 'press', registry}: DefineOptions = {}): void => {
  if (!('customElements' in globalThis)) return;
  const into = registry ?? customElements;
  if (!/^[a-z][a-z0-9]*$/.test(prefix)) {
    console.warn(`Presslet: "${prefix}" is no prefix: it takes small letters and digits. Nothing was registered.`);
    return;
  }
  for (const [word, made] of Object.entries(definitions)) {
    const tag = `${prefix}-${word}`;
    if (into.get(tag)) continue;
    try {
      // A class goes by one tag only: under another prefix its heir does.
      into.define(tag, into.getName(made) ? class extends made {} : made);
    } catch (error) {
      console.warn(`Presslet: <${tag}> could not be registered.`, error);
    }
  }
};

/** A thing of an element's public face. */
export interface Documented {
  readonly name: string;
  readonly description?: string;
  readonly kind?: string;
  readonly attribute?: string;
}

/** A class of the manifest; only elements have a `tagName`. */
export interface Declaration {
  readonly kind: string;
  readonly name: string;
  readonly tagName?: string;
  readonly description?: string;
  readonly summary?: string;
  readonly attributes?: readonly Documented[];
  readonly members?: readonly Documented[];
  readonly events?: readonly Documented[];
  readonly slots?: readonly Documented[];
  readonly cssParts?: readonly Documented[];
  readonly cssProperties?: readonly Documented[];
  readonly cssStates?: readonly Documented[];
}

export interface Manifest {
  readonly modules: readonly {readonly path: string; readonly declarations?: readonly Declaration[]}[];
}

export declare const analyze: () => Promise<Manifest>;

/** What a request brings. */

/** An answer that was read to its end. */
export interface Answer {
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly text: string;
  /** Undefined, too, where another origin does not expose it. */
  header(name: string): string | undefined;
}

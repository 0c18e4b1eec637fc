/** The query of a GET, read strictly: what is not understood is a problem, not a default. */
import {Problem} from './problem.js';

export class Parameters {
  readonly #values: URLSearchParams;

  /** Decoded by the address parser: one parameter for each id, since an id may hold a comma. */
  constructor(address: string) {
    this.#values = new URL(address).searchParams;
  }

  /** A text; undefined where it is absent or empty. */
  text(name: string, longest = 200): string | undefined {
    const [value, ...more] = this.#values.getAll(name).filter((text) => text !== '');
    if (more.length > 0) throw bad(name, 'is given more than once; give it once');
    if (value !== undefined && value.length > longest) {
      throw bad(name, `is longer than ${String(longest)} characters; shorten it`);
    }
    return value;
  }

  /** Every name that is asked for, each once: `id` parameters, and `url` as one more. */
  names(most: number): readonly string[] {
    const names = new Set([...this.#values.getAll('id'), ...this.#values.getAll('url')]);
    names.delete('');
    if (names.size > most) {
      throw new Problem(
        'too-many-ids',
        `${String(names.size)} ids were asked for; ask for up to ${String(most)} at a time.`,
      );
    }
    return [...names];
  }

  /** A number from 1 up; a larger one than the largest is answered by the largest. */
  limit(usual: number, largest: number): number {
    const text = this.text('limit');
    if (text === undefined) return usual;
    if (!/^[1-9][0-9]{0,8}$/u.test(text)) throw bad('limit', `is not a number from 1 to ${String(largest)}`);
    return Math.min(Number(text), largest);
  }

  word<T extends string>(name: string, words: readonly T[]): T | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const word = words.find((known) => known === text);
    if (word === undefined) throw bad(name, `is none of ${words.join(', ')}`);
    return word;
  }

  /** The same query with another cursor, or without one; only the parameters that are known. */
  query(names: readonly string[], cursor?: string): string {
    const query = new URLSearchParams();
    for (const name of names) {
      for (const value of this.#values.getAll(name)) if (value !== '' && name !== 'cursor') query.append(name, value);
    }
    if (cursor !== undefined) query.set('cursor', cursor);
    return query.size > 0 ? `?${query.toString()}` : '';
  }
}

export const bad = (name: string, what: string): Problem =>
  new Problem('bad-parameter', `The parameter "${name}" ${what}.`);

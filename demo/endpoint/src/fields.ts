/** Reads the members of an untrusted object. Each method gives a value of its type or throws and says where. */
export class SeedMistake extends Error {
  override name = 'SeedMistake';
}

export class Fields {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #path: string;

  constructor(value: unknown, path: string) {
    if (!isRecord(value)) throw new SeedMistake(`${path} is not an object.`);
    this.#value = value;
    this.#path = path;
  }

  /** The member, where it is there, as an object to spread. */
  maybe<N extends string, T>(name: N, read: (name: N) => T): {readonly [K in N]?: T} | object {
    return this.#get(name) === undefined ? {} : {[name]: read(name)};
  }

  readonly text = (name: string, shortest = 1): string => {
    const value = this.#get(name);
    return typeof value === 'string' && value.length >= shortest ? value : this.#fail(name, 'a text');
  };

  readonly matching = (name: string, pattern: RegExp): string => {
    const text = this.text(name);
    return pattern.test(text) ? text : this.#fail(name, `a text that matches ${pattern.source}`);
  };

  readonly word = <T extends string>(name: string, words: readonly T[]): T =>
    words.find((word) => word === this.#get(name)) ?? this.#fail(name, `one of ${words.join(', ')}`);

  /** ISO 8601 with a time zone: without one, it would depend on the machine. */
  readonly moment = (name: string): string => {
    const text = this.matching(name, /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/u);
    return Number.isNaN(Date.parse(text)) ? this.#fail(name, 'a date that exists') : text;
  };

  readonly count = (name: string): number => asCount(this.#get(name)) ?? this.#fail(name, 'an integer from 0');

  readonly truth = (name: string): boolean => {
    const value = this.#get(name);
    return typeof value === 'boolean' ? value : this.#fail(name, 'true or false');
  };

  readonly texts = (name: string): readonly string[] => {
    const value = this.#get(name);
    return isTexts(value) ? value : this.#fail(name, 'a list of texts');
  };

  readonly counts = (name: string): Readonly<Record<string, number>> => {
    const value = this.#get(name);
    if (!isRecord(value)) return this.#fail(name, 'an object of numbers');
    const entries = Object.entries(value).map(
      ([key, count]) => [key, asCount(count) ?? this.#fail(`${name}.${key}`, 'an integer from 0')] as const,
    );
    return Object.fromEntries(entries);
  };

  fields(name: string): Fields {
    return new Fields(this.#get(name), `${this.#path}.${name}`);
  }

  list<T>(name: string, read: (fields: Fields) => T): readonly T[] {
    const value: unknown = this.#get(name);
    if (!Array.isArray(value)) return this.#fail(name, 'a list');
    return value.map((entry: unknown, index) => read(new Fields(entry, `${this.#path}.${name}[${String(index)}]`)));
  }

  #get(name: string): unknown {
    return Object.hasOwn(this.#value, name) ? this.#value[name] : undefined;
  }

  #fail(name: string, what: string): never {
    throw new SeedMistake(`${this.#path}.${name} is not ${what}.`);
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

const asCount = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

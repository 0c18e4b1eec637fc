/**
 * Who the reader is to one endpoint: another name for each article, so that nobody can tell that they are one person's.
 * At `remember` they come from a secret of the device and are the same after a reload; at `count` they are random.
 */
import type {Tell} from '../model/tell.js';
import type {Choice} from './choice.js';
import {recall, remember, type Memory, type Remembered} from './memory.js';

/** The part of the platform's `crypto` that this takes. */
export interface Keys {
  getRandomValues(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
  /** Absent on pages without a secure connection. */
  readonly subtle?: Pick<SubtleCrypto, 'importKey' | 'sign'> | undefined;
}

export interface IdentityOptions {
  /** The canonical address; without one, nothing can be remembered. */
  readonly endpoint: string;
  readonly memory: Memory;
  /** As it is at this moment. */
  readonly consent: () => 'remember' | 'count' | 'display' | 'none';
  /** The platform's `crypto`, unless something else takes its place. */
  readonly keys?: Keys | undefined;
}

/** A reader's name for one article. */
export interface ReaderName {
  readonly name: string;
  /** Whether it can be found again after the page's life. */
  readonly isLasting: boolean;
}

export class Identity {
  readonly #options: IdentityOptions;
  readonly #keys: Keys;
  readonly #now: () => number;
  readonly #tell: Tell;
  /** The number of the last wish that was made here, or seen. */
  #last = 0;
  #lastElsewhere = 0;

  constructor(options: IdentityOptions, now: () => number, tell: Tell) {
    this.#options = options;
    this.#keys = options.keys ?? crypto;
    this.#now = now;
    this.#tell = tell;
  }

  /** What consent and platform allow; undefined where nothing may be chosen. */
  get level(): 'remember' | 'count' | undefined {
    const {consent, endpoint} = this.#options;
    const word = consent();
    if (word === 'remember') return endpoint && this.#keys.subtle ? word : 'count';
    return word === 'count' ? word : undefined;
  }

  /** The number of a wish that is made now: later than all others, whatever the clock says. The first one makes the secret. */
  nextSeq(): number {
    const known = this.#recall();
    const seq = Math.max(this.#last + 1, this.#now());
    this.#last = seq;
    if (known) remember(this.#options.memory, {...known, seq, secret: known.secret ?? randomName(this.#keys)});
    return seq;
  }

  /** The number of the last wish made in another tab or copy, for whichever article; 0 where there is none. */
  lastElsewhere(): number {
    this.#recall();
    return this.#lastElsewhere;
  }

  /** What the device remembers for this endpoint. */
  choices(): ReadonlyMap<string, Choice> {
    const start = this.#subject('');
    const all = [...(this.#recall()?.mine ?? [])];
    return new Map(
      all.flatMap(([subject, choice]) => (subject.startsWith(start) ? [[subject.slice(start.length), choice]] : [])),
    );
  }

  /** @param id - The article's own. */
  async nameFor(id: string): Promise<ReaderName> {
    const secret = this.#recall()?.secret;
    const {subtle} = this.#keys;
    // A device that keeps nothing has no secret, and the name is one for the page's life.
    return secret && subtle
      ? {name: await nameFor(secret, this.#subject(id), subtle), isLasting: true}
      : {name: randomName(this.#keys), isLasting: false};
  }

  /** Remembers a choice, unless a later one of another tab is known. */
  keep(id: string, choice: Choice): void {
    const known = this.#recall();
    // Without a secret it was forgotten meanwhile: nothing is written about who does not want it.
    if (!known?.secret || (known.mine.get(this.#subject(id))?.seq ?? 0) > choice.seq) return;
    remember(this.#options.memory, {...known, mine: new Map([...known.mine, [this.#subject(id), choice]])});
  }

  forget(): void {
    this.#options.memory.clear();
  }

  #subject(id: string): string {
    return `${this.#options.endpoint}\n${id}`;
  }

  /** Anew each time: other tabs write, too. */
  #recall(): Remembered | undefined {
    if (this.level !== 'remember') return undefined;
    const known = recall(this.#options.memory, this.#tell);
    if (known.seq > this.#last) this.#last = this.#lastElsewhere = known.seq;
    return known;
  }
}

/** 43 characters of 256 random bits: a secret, or a name that nothing leads to. */
const randomName = (keys: Keys): string => inCharacters(keys.getRandomValues(new Uint8Array(32)));

/** base64url of HMAC-SHA-256: who has names but not the secret cannot join them. */
const nameFor = async (secret: string, subject: string, subtle: NonNullable<Keys['subtle']>): Promise<string> => {
  const text = new TextEncoder();
  const key = await subtle.importKey('raw', text.encode(secret), {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
  return inCharacters(new Uint8Array(await subtle.sign('HMAC', key, text.encode(subject))));
};

/** base64url; `toBase64` of the platform is younger than what is supported. */
const inCharacters = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

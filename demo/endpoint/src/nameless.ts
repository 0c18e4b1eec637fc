/**
 * Readers who react by a plain form have no name. They get one for an article and a day: an HMAC of article, address
 * and user agent under a salt that is only in memory and is thrown away at midnight (UTC). Nothing leads back from it.
 */
import {encode} from './base64url.js';
import {dayOf} from './day.js';

export interface Visit {
  readonly article: string;
  readonly address: string;
  readonly agent: string;
}

export type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

export class Nameless {
  readonly #random: Random;
  #day = Number.NaN;
  #key: Promise<CryptoKey> | undefined;
  #seq = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  async readerOf({article, address, agent}: Visit, now: number): Promise<string> {
    const text = new TextEncoder().encode(JSON.stringify([article, address, agent]));
    return encode(new Uint8Array(await crypto.subtle.sign('HMAC', await this.#keyOf(dayOf(now)), text)));
  }

  /** The server's clock stands in for the reader's; two wishes of one millisecond keep their order. */
  seq(now: number): number {
    this.#seq = Math.max(now, this.#seq + 1);
    return this.#seq;
  }

  #keyOf(day: number): Promise<CryptoKey> {
    if (day === this.#day && this.#key) return this.#key;
    this.#day = day;
    const salt = this.#random(new Uint8Array(32));
    this.#key = crypto.subtle.importKey('raw', salt, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
    return this.#key;
  }
}

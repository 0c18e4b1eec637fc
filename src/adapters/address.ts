/** Addresses that may be asked. */

import {webAddress} from '../model/address.js';

/** An absolute http or https address, without user name and fragment; undefined for all else. Nothing is asked with credentials. */
export const askable = (address: unknown, base?: string): string | undefined =>
  webAddress(address, base)?.href.replace(/#.*/, '');

/**
 * The one spelling of an endpoint, by which stores are told apart; undefined for what is none.
 * An empty one, or `#id` (a description inside the page), would be the page itself.
 */
export const canonicalEndpoint = (endpoint: string, base?: string): string | undefined =>
  /^\s*[^\s#]/.test(endpoint) ? askable(endpoint, base) : undefined;

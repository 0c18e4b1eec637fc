/** What an adapter asks its endpoint through. */

import {request} from './request.js';
import type {Answer, Fetch} from './request.js';
import {createSharing} from './sharing.js';

export interface Wire {
  /** Shared with whoever asks for the same address at the same time. */
  get(url: string, signal?: AbortSignal): Promise<Answer>;
  /** Sends once; a browser may still send twice, so what is written must bear it. Outlives the page. */
  post(url: string, body: string, signal: AbortSignal): Promise<Answer>;
}

export const createWire = (fetch?: Fetch): Wire => {
  const sharing = createSharing();
  return {
    get: (url, signal = new AbortController().signal) => sharing.get(url, {signal, fetch}),
    post: (url, body, signal) =>
      request(url, {signal, fetch, method: 'POST', body, keepalive: true}).finally(sharing.renew),
  };
};

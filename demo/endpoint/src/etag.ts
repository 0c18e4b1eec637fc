/** Strong entity tags (RFC 9110 section 8.8.3): equal bodies have equal tags, before and after a restart. */
import {encode} from './base64url.js';

export const etagOf = async (body: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body));
  return `"${encode(new Uint8Array(digest).subarray(0, 18))}"`;
};

/** Whether `If-None-Match` names the tag; by the weak comparison, as the RFC asks. */
export const isKnown = (etag: string, ifNoneMatch: string | undefined): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((known) => known.trim().replace(/^W\//u, '') === etag));

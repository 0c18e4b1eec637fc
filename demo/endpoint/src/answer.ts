/** Successful answers: JSON with an entity tag and the right caching. */
import {etagOf, isKnown} from './etag.js';

export const lists = 'max-age=60, stale-while-revalidate=300, stale-if-error=86400';
export const counts = 'max-age=15, stale-while-revalidate=300, stale-if-error=86400';

export interface ReadOptions {
  readonly type?: string;
  readonly caching: string;
  /** The request's `If-None-Match`. */
  readonly known: string | undefined;
}

/** The answer to a GET. */
export const read = async (
  value: unknown,
  {type = 'application/json', caching, known}: ReadOptions,
): Promise<Response> => {
  const body = JSON.stringify(value);
  const etag = await etagOf(body);
  const headers = {ETag: etag, 'Cache-Control': caching};
  if (isKnown(etag, known)) return new Response(null, {status: 304, headers});
  return new Response(body, {headers: {'Content-Type': type, ...headers}});
};

/** The answer to a write. */
export const written = (value: unknown): Response =>
  new Response(JSON.stringify(value), {headers: {'Content-Type': 'application/json', 'Cache-Control': 'no-store'}});

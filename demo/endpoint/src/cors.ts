/** Every origin may read and write, none with credentials; so no answer varies by origin. */
import type {MiddlewareHandler} from 'hono';

const open = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Retry-After',
};

/** What a preflight is told. The widgets never cause one: their requests are simple. */
const preflight = {
  ...open,
  'Access-Control-Allow-Methods': 'GET, HEAD, POST',
  'Access-Control-Allow-Headers': 'Content-Type, If-None-Match',
  'Access-Control-Max-Age': '86400',
};

export const openToAll: MiddlewareHandler = async (context, next) => {
  if (context.req.method === 'OPTIONS') return new Response(null, {status: 204, headers: preflight});
  await next();
  for (const [name, value] of Object.entries(open)) context.header(name, value);
  // The types are as they say, and no page of ours is ever shown in a frame.
  context.header('X-Content-Type-Options', 'nosniff');
  return undefined;
};

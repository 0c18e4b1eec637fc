/** `POST {base}/views`: one reading of an article. The same key counts once, since browsers repeat writes by themselves. */
import type {Context} from 'hono';

import {written} from '../answer.js';
import {readBody} from '../body.js';
import {refusal, resolveName, type Endpoint} from '../endpoint.js';
import {Problem} from '../problem.js';
import {articleIn, keyIn, siteIn} from '../wish.js';

export const answerView = async (endpoint: Endpoint, {req}: Context): Promise<Response> => {
  const body = await readBody(req.raw, {largest: endpoint.limits.body, form: false});
  if (!('json' in body)) throw new Problem('malformed-body', 'Send a JSON object.');
  const [name, key, site] = [articleIn(body.json), keyIn(body.json), siteIn(body.json)];
  const id = await resolveName(endpoint, name, endpoint.placeOf(req.url));
  const result = await endpoint.storage.view({article: id, key, at: endpoint.now(), ...(site !== undefined && {site})});
  if ('refused' in result) throw refusal(result);
  return written({...(name !== id && {id}), views: result.views, as_of: result.asOf});
};

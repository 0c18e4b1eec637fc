/** `GET {base}/counts`: the numbers of the articles named, or of the busiest ones. */
import type {Context} from 'hono';

import {counts, read} from '../answer.js';
import {firstDay} from '../day.js';
import {resolveNames, type Endpoint} from '../endpoint.js';
import {numbersBody} from '../item.js';
import {Parameters} from '../parameters.js';
import type {Place} from '../place.js';

export const answerCounts = async (endpoint: Endpoint, {req}: Context): Promise<Response> => {
  const asked = new Parameters(req.url).names(endpoint.limits.ids);
  const body = asked.length > 0 ? await named(endpoint, asked, endpoint.placeOf(req.url)) : await busiest(endpoint);
  return read(body, {caching: counts, known: req.header('If-None-Match')});
};

/** Under the names that were asked for; `id` says the own one where it differs. */
const named = async (endpoint: Endpoint, asked: readonly string[], place: Place): Promise<object> => {
  const ids = await resolveNames(endpoint, asked, place);
  const own = [...new Set(ids.values())];
  const numbers = new Map((await endpoint.storage.counts(own)).map((counted) => [counted.id, counted]));
  const entries = [...ids].flatMap(([name, id]) => {
    const counted = numbers.get(id);
    return counted ? [[name, {...(name !== id && {id}), ...numbersBody(counted)}] as const] : [];
  });
  const gone = [...ids].filter(([, id]) => !numbers.has(id)).map(([name]) => name);
  return {counts: Object.fromEntries(entries), gone};
};

/** One body for every page of the site: those read most in the last seven days. */
const busiest = async ({storage, limits, now}: Endpoint): Promise<object> => {
  const counted = await storage.busiest(limits.busiest, firstDay('week', now()) ?? 0);
  return {
    counts: Object.fromEntries(counted.map((entry) => [entry.id, numbersBody(entry)])),
    gone: await storage.gone(limits.busiest),
  };
};

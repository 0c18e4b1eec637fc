/** `GET {base}/adjacent`: the next older and the next newer article. */
import type {Context} from 'hono';

import {lists, read} from '../answer.js';
import {resolveName, sectionOf, withdrawn, type Endpoint} from '../endpoint.js';
import {itemBody} from '../item.js';
import {bad, Parameters} from '../parameters.js';

export const answerAdjacent = async (endpoint: Endpoint, {req}: Context): Promise<Response> => {
  const parameters = new Parameters(req.url);
  const place = endpoint.placeOf(req.url);
  const [name, ...more] = parameters.names(endpoint.limits.ids);
  if (name === undefined || more.length > 0) throw bad('id', 'is missing or repeated; name one article');
  const id = await resolveName(endpoint, name, place);
  const [article] = await endpoint.storage.articles([id]);
  if (article?.isGone === true) throw withdrawn();
  const section = {section: parameters.text('section'), article: parameters.text('section_of', 2_048)};
  const lang = parameters.text('lang');
  const adjacent = await endpoint.storage.adjacent(id, {
    now: endpoint.now(),
    ...(await sectionOf(endpoint, section, place)),
    ...(lang !== undefined && {lang: lang.toLowerCase()}),
  });
  const body = {
    previous: adjacent?.previous ? itemBody(adjacent.previous, place) : null,
    next: adjacent?.next ? itemBody(adjacent.next, place) : null,
  };
  return read(body, {caching: lists, known: req.header('If-None-Match')});
};

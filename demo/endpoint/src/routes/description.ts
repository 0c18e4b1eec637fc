/** `GET {base}`: what this endpoint is and can do. */
import type {Context} from 'hono';

import {lists, read} from '../answer.js';
import {descriptionBody} from '../describe.js';
import type {Endpoint} from '../endpoint.js';

export const answerDescription = (endpoint: Endpoint, {req}: Context): Promise<Response> =>
  read(descriptionBody(endpoint.description, endpoint.placeOf(req.url)), {
    caching: lists,
    known: req.header('If-None-Match'),
  });

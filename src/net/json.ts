/** JSON out of an answer. */

import {Failure} from '../model/failure.js';
import type {Answer} from './request.js';

/**
 * The value that an answer holds; what is no JSON fails with a word on what came instead.
 *
 * @param hint - What would have been understood.
 */
export const parseJson = ({url, status, type, text}: Answer, hint = ''): unknown => {
  // Some servers put this before their JSON, so that it does not run as a script.
  const json = text.replace(/^\s*\)\]\}',?/, '');
  try {
    return JSON.parse(json);
  } catch {
    const start = text.trim().slice(0, 60).replace(/\s+/g, ' ');
    const what = start ? `“${start}”` : 'nothing';
    throw new Failure('unreadable', `${url} answered no JSON but ${what} (${type || 'no type'}).${hint}`, {
      url,
      status,
    });
  }
};

/** JSON out of an answer. */

import {Failure} from '../model/failure.js';
import type {Answer} from './answer.js';

/** The value that a text holds; undefined, which no JSON is, for what is none. */
export const jsonIn = (text: string): unknown => {
  try {
    // Some servers put this before their JSON, so that it does not run as a script.
    return JSON.parse(text.replace(/^\s*\)\]\}',?/, ''));
  } catch {
    return undefined;
  }
};

/**
 * As `jsonIn`, but what is no JSON fails with a word on what came instead.
 *
 * @param hint - What would have been understood.
 */
export const parseJson = ({url, status, text, header}: Answer, hint = ''): unknown => {
  const value = jsonIn(text);
  if (value !== undefined) return value;
  const start = text.trim().slice(0, 60).replace(/\s+/g, ' ');
  const what = start ? `“${start}”` : 'nothing';
  throw new Failure(
    'unreadable',
    `${url} answered no JSON but ${what} (${header('content-type') ?? 'no type'}).${hint}`,
    {
      url,
      status,
    },
  );
};

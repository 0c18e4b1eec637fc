/** Values out of a short list. */
import {isAbsent, type Read} from './untrusted.js';

/** One of the words; anything else is dropped. */
export const oneOf =
  <T extends string | boolean>(words: readonly T[]): Read<T | undefined> =>
  (value, path, tell) => {
    const found = words.find((word) => word === value);
    if (found === undefined && !isAbsent(value)) tell(path, `not one of ${words.join(' ')}: dropped`);
    return found;
  };

export const flag = oneOf([true, false]);

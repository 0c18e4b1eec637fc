/**
 * Hears why a value from outside was dropped or repaired.
 *
 * @param path - Where the value stood, as `items.3._presslet.views`.
 * @param reason - What was wrong with it and what was done, in a few words.
 */
export type Tell = (path: string, reason: string) => void;

/** The same listener, one step deeper. */
export const within =
  (tell: Tell, step: string | number): Tell =>
  (path, reason) => {
    tell(path ? `${step}.${path}` : String(step), reason);
  };

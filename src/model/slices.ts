/** Long work in slices, so that the page stays alive meanwhile. */

/** When to let others work, and how. */
export interface Pause {
  /** Whether the slice has lasted long enough. */
  isDue(): boolean;
  /** Resolves when it is our turn again. */
  next(): Promise<void>;
}

/** So much is done before anybody asks for a pause: a short list is there in one go. */
const firstSlice = 50;

/**
 * Does `work` for 0 … `length` - 1. Until the first pause everything happens before this returns.
 * An aborted `signal` ends it quietly.
 */
export const inSlices = async (
  length: number,
  work: (index: number) => void,
  pause: Pause,
  signal?: AbortSignal,
): Promise<void> => {
  for (let index = 0; index < length; index++) {
    if (index >= firstSlice && pause.isDue()) await pause.next();
    if (signal?.aborted) return;
    work(index);
  }
};

/** What is loaded when it is first needed. */

/**
 * Loads once, for all who ask. A failed load is forgotten, so that whoever asks next tries again.
 * (A failed `import()` stays failed for its address in Chromium and Firefox: `load` may want to vary it.)
 */
export const lazy = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loading: Promise<T> | undefined;
  // A `load` that throws at once rejects like any other, and after `loading` is set.
  const start = async (): Promise<T> => load();
  return () => {
    if (!loading) {
      loading = start();
      loading.catch(() => (loading = undefined));
    }
    return loading;
  };
};

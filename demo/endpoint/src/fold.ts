/** How texts are compared: without case, and with `ё` as `е`, as readers of Russian type it. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');

/** The words of a query; quotes and signs are part of a word, so that `50%` finds `50%`. */
export const wordsOf = (query: string): readonly string[] => [...new Set(fold(query).split(/\s+/u).filter(Boolean))];

/** Characters for the kinds of reaction that many sites have; an endpoint's description may name others. */
const icons: ReadonlyMap<string, string> = new Map(
  Object.entries({super: '★', love: '💗', laugh: '😄', wow: '😮', sad: '😢', angry: '😠', thanks: '🙏', dislike: '👎'}),
);

export const iconOf = (kind: string): string => icons.get(kind) ?? '♥';

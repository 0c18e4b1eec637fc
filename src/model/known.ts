/** Objects in which what is not known is absent, not undefined. */

/** `T` where members that may be undefined are optional instead. */
export type Known<T> = {[K in keyof T as undefined extends T[K] ? never : K]: T[K]} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

export const known = <T extends object>(values: T): Known<T> =>
  // The compiler cannot follow `filter`; leaving out what is undefined is all that `Known` says.
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Known<T>;

/** Objects in which what is not known is absent, not undefined. */

/** `T` where members that may be undefined are optional instead. */
export type Known<T> = {[K in keyof T as undefined extends T[K] ? never : K]: T[K]} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

export const known = <T extends object>(values: T): Known<T> => {
  const copy: Record<string, unknown> = {};
  // A page may have added to every prototype.
  for (const name in values) if (values[name] !== undefined && Object.hasOwn(values, name)) copy[name] = values[name];
  // The compiler cannot follow the loop; leaving out what is undefined is all that `Known` says.
  return copy as Known<T>;
};

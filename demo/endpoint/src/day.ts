/** Periods in whole UTC days, today included: a list asked twice on one day asks about the same days. */
const length = 86_400_000;

const periods: ReadonlyMap<string, number> = new Map([
  ['day', 1],
  ['week', 7],
  ['month', 30],
  ['year', 365],
]);

export const periodWords: readonly string[] = [...periods.keys()];

/** Days since 1970. */
export const dayOf = (moment: number): number => Math.floor(moment / length);

/** The first day of a period that ends today; undefined for another word. */
export const firstDay = (period: string, now: number): number | undefined => {
  const days = periods.get(period);
  return days === undefined ? undefined : dayOf(now) - days + 1;
};

/**
 * Spreads the views of a seeded article over the days since its publication: most on the first days, then a long tail.
 * Made up, but always in the same way, so that two fresh databases agree.
 */
const kept = 365;
const daily = 30;

/** Views by day, for the last year: each of the last thirty days, and before that one day a week. */
export const spread = (id: string, views: number, published: number, today: number): ReadonlyMap<number, number> => {
  const days = new Map<number, number>();
  let whole = 0;
  for (let day = published; day <= today; day++) whole += weight(id, day - published);
  for (let day = Math.max(published, today - kept); day <= today; day++) {
    const share = Math.floor((views * weight(id, day - published)) / whole);
    const at = today - day < daily ? day : day - (day % 7);
    if (share > 0) days.set(at, (days.get(at) ?? 0) + share);
  }
  return days;
};

const weight = (id: string, age: number): number => (0.6 + 0.8 * noise(`${id} ${String(age)}`)) / (age + 2);

/** A number from 0 to 1 that depends on the text alone (FNV-1a). */
const noise = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0) / 0xffffffff;
};

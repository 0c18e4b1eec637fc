/** The new order, with what is held standing behind what it stood behind. */
export const withHeld = (
  before: readonly string[],
  now: readonly string[],
  held: ReadonlyMap<string, unknown>,
): readonly string[] => {
  const order = [...now];
  for (const [index, id] of before.entries()) {
    if (!held.has(id) || order.includes(id)) continue;
    const previous = before.slice(0, index).findLast((each) => order.includes(each));
    order.splice(previous === undefined ? 0 : order.indexOf(previous) + 1, 0, id);
  }
  return order;
};

/**
 * Makes pairs one after another, each row and each column at most once.
 *
 * @param pairs the best first
 * @returns for each row that has one, its column
 */
export function takePairs(
  pairs: readonly { readonly who: number; readonly which: number }[],
): Map<number, number> {
  const columnOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { who, which } of pairs) {
    if (columnOf.has(who) || taken.has(which)) continue;
    columnOf.set(who, which);
    taken.add(which);
  }
  return columnOf;
}

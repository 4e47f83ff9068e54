/**
 * Makes pairs one after another, each `from` and each `to` at most once.
 *
 * @param pairs the best first
 * @returns for each `from` that has one, its `to`
 */
export function takePairs<From, To>(
  pairs: readonly { readonly from: From; readonly to: To }[],
): Map<From, To> {
  const toOf = new Map<From, To>();
  const taken = new Set<To>();
  for (const { from, to } of pairs) {
    if (toOf.has(from) || taken.has(to)) continue;
    toOf.set(from, to);
    taken.add(to);
  }
  return toOf;
}

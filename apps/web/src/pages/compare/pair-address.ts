/** Which two analyses are compared; null: not chosen yet. */
export interface Pair {
  readonly a: string | null;
  readonly b: string | null;
}

/** The query of the page's address. */
export function readPair(search: string): Pair {
  const query = new URLSearchParams(search);
  const read = (name: string): string | null => query.get(name)?.trim() || null;
  return { a: read('a'), b: read('b') };
}

/** @returns with the question mark, or nothing */
export function writePair({ a, b }: Pair): string {
  const query = new URLSearchParams();
  if (a !== null) query.set('a', a);
  if (b !== null) query.set('b', b);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

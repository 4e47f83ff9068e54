/**
 * Works on items side by side, never on more than `limit`, and takes no item before there is room for it. The first
 * error ends it, once what is in work has ended.
 */
export async function runBounded<T>(
  items: AsyncIterable<T> | Iterable<T>,
  limit: number,
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let failed = false;
  const takeAll = async (): Promise<void> => {
    try {
      while (!failed) {
        signal.throwIfAborted();
        const next = await iterator.next();
        if (next.done) return;
        await work(next.value);
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  try {
    const ends = await Promise.allSettled(Array.from({ length: limit }, takeAll));
    const bad = ends.find((end) => end.status === 'rejected');
    if (bad) throw bad.reason;
  } finally {
    await iterator.return?.();
  }
}

export async function countItems(items: AsyncIterable<unknown>): Promise<number> {
  const iterator = items[Symbol.asyncIterator]();
  let count = 0;
  while (!(await iterator.next()).done) count++;
  return count;
}

/** Items in groups of `size`; the last one may be smaller. */
export async function* inGroups<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

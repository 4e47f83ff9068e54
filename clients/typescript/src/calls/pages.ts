interface Page<T> {
  readonly data: readonly T[];
  readonly next_cursor: string | null;
}

/** Everything on all pages, each fetched when it is reached. */
export async function* eachOf<T>(
  fetchPage: (cursor: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<T, void, undefined> {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Page<T> = await fetchPage(cursor);
    yield* page.data;
    cursor = page.next_cursor;
  }
}

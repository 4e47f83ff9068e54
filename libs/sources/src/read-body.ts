import { type IncomingMessage } from 'node:http';

import { SourceFailure } from './source-failure.js';
import { type SourceLimits } from './source-limits.js';

/**
 * The bytes of an answer. Only the time counts in which we wait for them: a storage that is slow to take them is no
 * fault of the server.
 *
 * @throws SourceFailure when it breaks off, or comes too slowly
 */
export async function* readBody(
  answer: IncomingMessage,
  { paceBytes, paceMs }: Pick<SourceLimits, 'paceBytes' | 'paceMs'>,
): AsyncGenerator<Buffer> {
  const chunks = answer[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let stretch = { bytes: 0, waitedMs: 0 };
  try {
    for (;;) {
      const askedAtMs = performance.now();
      const next = await nextWithin(answer, chunks, paceMs - stretch.waitedMs);
      if (next === null) return;
      stretch.waitedMs += performance.now() - askedAtMs;
      stretch.bytes += next.length;
      if (stretch.bytes >= paceBytes) stretch = { bytes: 0, waitedMs: 0 };
      yield next;
    }
  } finally {
    answer.destroy();
  }
}

/** Null at the end. */
async function nextWithin(
  answer: IncomingMessage,
  chunks: AsyncIterator<Buffer>,
  withinMs: number,
): Promise<Buffer | null> {
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    answer.destroy();
  }, withinMs);
  try {
    const next = await chunks.next();
    if (!isLate) return next.done === true ? null : next.value;
  } catch {
    if (!isLate) throw new SourceFailure('The connection broke off.');
  } finally {
    clearTimeout(timer);
  }
  throw new SourceFailure('The bytes come too slowly.');
}

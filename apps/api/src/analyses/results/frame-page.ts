import { type Readable } from 'node:stream';
import { type ObjectStorage } from '@eyeline/storage';

import { invalidRequest } from '../../common/problems/field-errors.js';
import { readLines } from './read-lines.js';

const NEWLINE = 0x0a;

/** A cursor is the byte at which the next page begins: a page is found without reading what lies before it. */
const encodeCursor = (offset: number): string => Buffer.from(`frames:${offset}`).toString('base64url');

/**
 * The byte at which a page begins, checked against the object: only the start of a line is one.
 *
 * @throws AppError invalid_request when the cursor was not given out for this object
 */
export async function locatePage(
  storage: ObjectStorage,
  key: string,
  sizeBytes: number,
  cursor: string | undefined,
): Promise<number> {
  if (cursor === undefined) return 0;
  const digits = /^frames:(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1];
  const offset = Number(digits);
  if (
    digits === undefined ||
    offset < 1 ||
    offset >= sizeBytes ||
    !(await followsNewline(storage, key, offset))
  ) {
    throw invalidRequest([
      { pointer: 'cursor', message: 'Use a next_cursor of this analysis as it was given.' },
    ]);
  }
  return offset;
}

async function followsNewline(storage: ObjectStorage, key: string, offset: number): Promise<boolean> {
  const before = await storage.get(key, { start: offset - 1, end: offset - 1 });
  for await (const chunk of before as AsyncIterable<Buffer>) return chunk[0] === NEWLINE;
  return false;
}

/** The JSON text of one page, line by line: the records are passed on as they are stored, never parsed. */
export async function* writePage(
  open: () => Promise<Readable>,
  page: { readonly offset: number; readonly limit: number; readonly sizeBytes: number },
): AsyncGenerator<string> {
  yield '{"data":[';
  let next = page.offset;
  if (page.offset < page.sizeBytes) {
    let count = 0;
    for await (const line of readLines(await open())) {
      yield `${count === 0 ? '' : ','}${line.bytes.toString('utf8')}`;
      next = page.offset + line.end;
      if (++count === page.limit) break;
    }
  }
  yield `],"next_cursor":${next < page.sizeBytes ? JSON.stringify(encodeCursor(next)) : 'null'}}`;
}

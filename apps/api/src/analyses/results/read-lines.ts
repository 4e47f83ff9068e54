import { type Readable } from 'node:stream';

const NEWLINE = 0x0a;

/** One line of an object: its bytes without the newline, and where the next one begins. */
export interface Line {
  readonly bytes: Buffer;
  /** Bytes from the start of the reading to the start of the next line. */
  readonly end: number;
}

/** The lines of newline-delimited JSON; no more than a line and a chunk is held. An unfinished last line counts. */
export async function* readLines(stream: Readable): AsyncGenerator<Line> {
  let begun: Buffer[] = [];
  let end = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let start = 0;
    for (let newline = chunk.indexOf(NEWLINE); newline !== -1; newline = chunk.indexOf(NEWLINE, start)) {
      const bytes = Buffer.concat([...begun, chunk.subarray(start, newline)]);
      begun = [];
      start = newline + 1;
      end += bytes.length + 1;
      yield { bytes, end };
    }
    if (start < chunk.length) begun.push(chunk.subarray(start));
  }
  const rest = Buffer.concat(begun);
  if (rest.length > 0) yield { bytes: rest, end: end + rest.length };
}

import { type IncomingMessage } from 'node:http';
import { Writable } from 'node:stream';
import { AppError } from '@eyeline/contracts';

import { pumpBody } from '../common/http/pump-body.js';

/** A frame that is still arriving takes the place of another: slow lines get so long. */
const ARRIVAL_LIMIT_MS = 30_000;

/**
 * A whole body in memory.
 *
 * @throws AppError `tooLarge` with the first byte above the limit, timed_out, invalid_request when the connection ends
 */
export async function collectBody(
  request: IncomingMessage,
  maxBytes: number,
  tooLarge: AppError,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) return done(tooLarge);
      chunks.push(chunk);
      done();
    },
  });
  await pumpInTime(request, sink);
  return Buffer.concat(chunks, size);
}

/** As `pumpBody`, and with an end. */
export async function pumpInTime(
  request: IncomingMessage,
  sink: Writable,
  limitMs = ARRIVAL_LIMIT_MS,
): Promise<void> {
  const limit = setTimeout(() => {
    const detail = `The image did not arrive within ${limitMs / 1000} s.`;
    sink.destroy(new AppError('timed_out', { detail }));
  }, limitMs);
  try {
    await pumpBody(request, sink);
  } finally {
    clearTimeout(limit);
  }
}

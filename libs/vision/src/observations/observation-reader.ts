import { AppError, type FrameObservation } from '@eyeline/contracts';
import { RecordBatchReader, type Schema } from 'apache-arrow';

import { isReadable, toFrames } from './observation-table.js';
import { END_OF_STREAM } from './observation-writer.js';

/**
 * Bytes of an `ObservationWriter`, cut anywhere -> its frame observations, one batch in memory at a time.
 * The vectors of a face are views of that batch: copy what is to be kept.
 *
 * @throws {AppError} internal when the bytes are cut short or are something else
 */
export async function* readObservations(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FrameObservation> {
  const end = new EndWatch();
  try {
    const reader = await RecordBatchReader.from(end.watch(chunks));
    await reader.open({ autoDestroy: true });
    if (reader.schema !== undefined) requireSchema(reader.schema);
    for await (const batch of reader) yield* toFrames(batch);
  } catch (cause) {
    // What went wrong before the bytes got here (a storage that fell silent) is not about the bytes.
    if (end.sourceFailure !== undefined) throw end.sourceFailure.error;
    throw cause instanceof AppError ? cause : unreadable('are damaged or of another kind', cause);
  }
  // Arrow takes a stream that stops between two messages as complete; only the end mark tells.
  if (!end.reached) throw unreadable('are cut short');
}

const unreadable = (what: string, cause?: unknown) =>
  new AppError('internal', { detail: `The stored observations ${what}.`, cause });

function requireSchema(schema: Schema): void {
  if (!isReadable(schema)) throw unreadable('have other columns than this version reads');
}

/** Lets bytes pass, remembers the last eight of them, and tells a failing source from bad bytes. */
class EndWatch {
  sourceFailure: { readonly error: unknown } | undefined;
  #tail = new Uint8Array(0);

  get reached(): boolean {
    return Buffer.compare(this.#tail, END_OF_STREAM) === 0;
  }

  async *watch(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of chunks) {
        this.#tail = Buffer.concat([this.#tail, chunk.subarray(-END_OF_STREAM.length)]).subarray(
          -END_OF_STREAM.length,
        );
        yield chunk;
      }
    } catch (error) {
      this.sourceFailure = { error };
      throw error;
    }
  }
}

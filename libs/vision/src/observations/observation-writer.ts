import { type FrameObservation } from '@eyeline/contracts';
import { RecordBatchStreamWriter, Table, tableToIPC, type RecordBatch } from 'apache-arrow';

import { observationSchema, toRecordBatch } from './observation-table.js';

/** Frames in one record batch: large enough that framing costs nothing, small enough to hold in memory. */
const FRAMES_PER_BATCH = 256;

/** Rows (faces) after which a batch is closed early: a crowd must not make batches of tens of megabytes. */
const ROWS_PER_BATCH = 1024;

/** Arrow's end of stream: a continuation mark, then a message of length 0. */
export const END_OF_STREAM = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);

/** The stream's first message, which the library writes before every batch and once is enough. */
const [PLAIN_HEAD, COMPARED_HEAD] = [false, true].map((isCompared) =>
  tableToIPC(new Table(observationSchema(isCompared)), 'stream').slice(0, -END_OF_STREAM.length),
);

/**
 * Frame observations -> bytes of an Arrow IPC stream, one row a face, in record batches of about 256 frames.
 * Holds one batch in memory. The observations given must not change afterwards.
 *
 * @example
 * const bytes = writer.append(observation);
 * if (bytes !== null) file.write(bytes);
 * // ... after the last one
 * file.write(writer.finish());
 */
export class ObservationWriter {
  #frames: FrameObservation[] = [];
  #rows = 0;
  #begun = false;
  readonly #schemaMessage: Uint8Array;

  /** @param isCompared whether a second emotion network was asked about every face */
  constructor(private readonly isCompared = false) {
    this.#schemaMessage = isCompared ? COMPARED_HEAD : PLAIN_HEAD;
  }

  /** The bytes to write next, or null while the batch is being filled. */
  append(observation: FrameObservation): Uint8Array | null {
    this.#frames.push(observation);
    this.#rows += Math.max(1, observation.faces.length);
    return this.#frames.length >= FRAMES_PER_BATCH || this.#rows >= ROWS_PER_BATCH ? this.#flush() : null;
  }

  /** What is left and the end mark, by which a reader knows that nothing is missing. */
  finish(): Uint8Array {
    return Buffer.concat([this.#flush(), END_OF_STREAM]);
  }

  #flush(): Uint8Array {
    const head = this.#begun ? [] : [this.#schemaMessage];
    this.#begun = true;
    if (this.#frames.length === 0) return Buffer.concat(head);
    const message = encodeBatch(toRecordBatch(this.#frames, this.isCompared), this.#schemaMessage);
    this.#frames = [];
    this.#rows = 0;
    return Buffer.concat([...head, message]);
  }
}

/** The message of one batch alone: a complete stream of it without its schema and its end. */
function encodeBatch(batch: RecordBatch, schemaMessage: Uint8Array): Uint8Array {
  return RecordBatchStreamWriter.writeAll([batch])
    .toUint8Array(true)
    .subarray(schemaMessage.length, -END_OF_STREAM.length);
}

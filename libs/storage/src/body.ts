import { createHash } from 'node:crypto';
import { addAbortSignal, Readable } from 'node:stream';

import { AppError } from '@eyeline/contracts';

import { type StoredObject } from './object-storage.js';

/**
 * The body as a stream that may fail at any time from now on: an error that comes before anybody reads is kept by the
 * stream and thrown to the reader, where Node would end the process for the want of a listener.
 */
export function openBody(body: Readable | Uint8Array, signal?: AbortSignal): Readable {
  const source = body instanceof Readable ? body : Readable.from([body]);
  source.on('error', () => undefined);
  return signal === undefined ? source : addAbortSignal(signal, source);
}

/** A body that is read once, and measured and hashed meanwhile. */
export class MeasuredBody {
  private readonly hash = createHash('sha256');
  private sizeBytes = 0;

  constructor(
    private readonly source: Readable,
    private readonly maxBytes = Infinity,
  ) {}

  /**
   * The bytes.
   *
   * @throws AppError payload_too_large, or the body's own error
   */
  async *read(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.source as AsyncIterable<Uint8Array | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      this.sizeBytes += bytes.byteLength;
      if (this.sizeBytes > this.maxBytes) {
        throw new AppError('payload_too_large', {
          detail: `It is larger than the ${this.maxBytes} bytes that are allowed.`,
        });
      }
      this.hash.update(bytes);
      yield bytes;
    }
  }

  /** What was read. For once, when all is. */
  toStoredObject(): StoredObject {
    return { sizeBytes: this.sizeBytes, sha256: this.hash.digest('hex') };
  }
}

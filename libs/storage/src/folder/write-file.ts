import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { addAbortSignal, Readable } from 'node:stream';

import { AppError } from '@eyeline/contracts';

import { type StoredObject } from '../object-storage.js';
import { onDisk } from './file-errors.js';

type Chunk = Uint8Array | string;

/**
 * The body as a stream that may fail at any time from now on: an error that comes before anybody reads is kept by the
 * stream and thrown to the reader, where Node would end the process for the want of a listener.
 */
export function openBody(body: Readable | Uint8Array, signal?: AbortSignal): Readable {
  const source = body instanceof Readable ? body : Readable.from([body]);
  source.on('error', () => undefined);
  return signal === undefined ? source : addAbortSignal(signal, source);
}

/**
 * Streams a body into a new file, hashing on the way, and waits until the disk has it.
 * On failure the file and the body are left to the caller.
 *
 * @throws AppError payload_too_large | storage_unavailable, or the body's own error
 */
export async function writeFile(path: string, source: Readable, maxBytes = Infinity): Promise<StoredObject> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const file = await onDisk(() => open(path, 'wx'));
  try {
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Chunk>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      sizeBytes += bytes.byteLength;
      if (sizeBytes > maxBytes) {
        throw new AppError('payload_too_large', {
          detail: `It is larger than the ${maxBytes} bytes that are allowed.`,
        });
      }
      hash.update(bytes);
      await onDisk(() => writeAll(file, bytes));
    }
    await onDisk(() => file.sync());
  } finally {
    await onDisk(() => file.close());
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.byteLength;) {
    written += (await file.write(chunk, written)).bytesWritten;
  }
}

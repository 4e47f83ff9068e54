import { createHash } from 'node:crypto';
import { type Readable } from 'node:stream';
import { AppError } from '@eyeline/contracts';
import { type StoredObject } from '@eyeline/storage';

/**
 * Reads a file that is known already and keeps nothing of it.
 *
 * @throws AppError payload_too_large, or the stream's own error
 */
export async function measureFile(bytes: Readable, maxBytes: number): Promise<StoredObject> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes > maxBytes) {
      throw new AppError('payload_too_large', {
        detail: `It is larger than the ${maxBytes} bytes that are allowed.`,
      });
    }
    hash.update(chunk);
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

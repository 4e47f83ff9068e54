import { type FileHandle, open } from 'node:fs/promises';

import { type MeasuredBody } from '../body.js';
import { type StoredObject } from '../object-storage.js';
import { onDisk } from './file-errors.js';

/**
 * Streams a body into a new file and waits until the disk has it. On failure the file and the body are left to the
 * caller.
 *
 * @throws AppError payload_too_large | storage_unavailable, or the body's own error
 */
export async function writeFile(path: string, body: MeasuredBody): Promise<StoredObject> {
  const file = await onDisk(() => open(path, 'wx'));
  try {
    for await (const bytes of body.read()) await onDisk(() => writeAll(file, bytes));
    await onDisk(() => file.sync());
  } finally {
    await onDisk(() => file.close());
  }
  return body.toStoredObject();
}

/** A single write may take fewer bytes than it was given. */
export async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.byteLength;) {
    written += (await file.write(bytes, written)).bytesWritten;
  }
}

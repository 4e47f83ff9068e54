import { readFile } from 'node:fs/promises';

import { AppError } from '@eyeline/contracts';

/** What is wrong with a picture, not with the program. */
const PICTURE_FAULTS = new Set(['unsupported_media', 'too_many_pixels', 'timed_out']);

/** What is seen in a picture file, or in words why it cannot be used. */
export async function readPicture<Seen>(
  path: string,
  see: (bytes: Uint8Array) => Promise<Seen>,
): Promise<Seen | string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
  }
  try {
    return await see(bytes);
  } catch (error) {
    if (error instanceof AppError && PICTURE_FAULTS.has(error.code)) return error.detail;
    throw error;
  }
}

import { readFile } from 'node:fs/promises';

import { AppError } from '@eyeline/contracts';
import { type Look } from '@eyeline/live';

/** As a service takes by default (MAX_PIXELS). */
export const MAX_PIXELS = 8192 * 4320;

/** In hand for each thread: one that is looked at, others that are read from the disk meanwhile. */
export const PICTURES_A_LANE = 4;

/** What is wrong with a picture, not with the program. */
const PICTURE_FAULTS = new Set(['unsupported_media', 'too_many_pixels', 'timed_out']);

/** What is seen, or in words why nothing can be. */
export async function lookAtPicture(
  path: string,
  see: (bytes: Uint8Array) => Promise<Look>,
): Promise<Look | string> {
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

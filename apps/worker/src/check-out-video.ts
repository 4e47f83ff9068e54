import { AppError } from '@eyeline/contracts';
import { type ObjectStorage } from '@eyeline/storage';

/**
 * The uploaded video as a local file.
 *
 * @throws {AppError} not_found with a text for the client when its time is over or an operator removed it
 */
export async function checkOutVideo(storage: ObjectStorage, key: string, signal: AbortSignal) {
  try {
    return await storage.checkOut(key, { signal });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    throw new AppError('not_found', { detail: 'The stored video is gone.', cause: error });
  }
}

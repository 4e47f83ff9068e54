import { AppError } from '@eyeline/contracts';
import { type AnalysisRow } from '@eyeline/database';
import { type CheckedOutObject, type ObjectStorage } from '@eyeline/storage';

/**
 * The uploaded video as a local file.
 *
 * @throws {AppError} not_found with a text for the client when its time is over or an operator removed it
 */
export async function checkOutVideo(
  storage: ObjectStorage,
  { videoKey, videoSha256: sha256 }: Pick<AnalysisRow, 'videoKey' | 'videoSha256'>,
  signal: AbortSignal,
): Promise<CheckedOutObject> {
  try {
    return await storage.checkOut(videoKey, { signal, sha256: sha256 ?? undefined });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    throw new AppError('not_found', { detail: 'The stored video is gone.', cause: error });
  }
}

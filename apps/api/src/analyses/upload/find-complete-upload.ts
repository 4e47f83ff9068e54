import { AppError } from '@eyeline/contracts';
import { analysisIdOf, type Database } from '@eyeline/database';
import { objectKeys, type ObjectStorage } from '@eyeline/storage';

import { noSuchUpload } from '../../uploads/no-such-upload.js';

/** An upload as an analysis takes it over: under its own id, where it lies. */
export interface CompleteUpload {
  readonly id: string;
  readonly videoKey: string;
  readonly sizeBytes: number;
}

/** @throws AppError not_found, not_ready while bytes are missing, or conflict when it was used already */
export async function findCompleteUpload(
  database: Pick<Database, 'uploads'>,
  storage: ObjectStorage,
  projectId: string,
  uploadId: string,
): Promise<CompleteUpload> {
  const upload = await database.uploads.find(projectId, uploadId);
  if (upload === null) throw noSuchUpload(uploadId);
  if (upload.usedAt !== null) {
    throw new AppError('conflict', { detail: `An analysis was started on the upload ${uploadId} already.` });
  }
  const { sizeBytes } = upload;
  const id = analysisIdOf(uploadId);
  const videoKey = objectKeys.video(id);
  const storedBytes = (await storage.size(videoKey)) ?? 0;
  if (storedBytes !== sizeBytes) {
    throw new AppError('not_ready', { detail: `The upload ${uploadId} is not complete.` });
  }
  return { id, videoKey, sizeBytes };
}

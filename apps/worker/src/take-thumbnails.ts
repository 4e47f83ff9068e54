import { AppError, isOutage, type AnalysisPlan, type Report } from '@eyeline/contracts';
import { type AnalysisRow } from '@eyeline/database';
import { cutOutPicture } from '@eyeline/media';
import { objectKeys, type ObjectStorage } from '@eyeline/storage';
import { type Portrait } from '@eyeline/vision';

import { checkOutVideo } from './check-out-video.js';

/**
 * Stores a small picture of each person where they are seen best, and gives the report with their addresses. A picture
 * that cannot be taken is a warning: nothing else depends on it.
 *
 * @throws {AppError} storage_unavailable, not_found when the stored video is gone; the signal's reason
 */
export async function takeThumbnails(
  storage: ObjectStorage,
  { row, plan, portraits, signal }: ThumbnailTask,
  report: Report,
): Promise<Report> {
  const { id, attempt, apiUrl } = row;
  const { streamIndex, containerStartS: startS, video: source } = plan;
  const video = { streamIndex, startS, width: source.width, height: source.height };
  const taken = new Set<number>();
  const file = await checkOutVideo(storage, row, signal);
  try {
    for (const { faceId, tS: timeS, region } of portraits) {
      const picture = await cutOutPicture(file.path, { video, timeS, region, signal }).catch(unlessOutage);
      if (picture === null) continue;
      await storage.put(objectKeys.thumbnail(id, attempt, faceId), picture, { signal });
      taken.add(faceId);
    }
  } finally {
    await file.release();
  }
  const faces = report.faces.map((face) =>
    taken.has(face.face_id)
      ? { ...face, thumbnail: `${apiUrl ?? ''}/v1/analyses/${id}/artifacts/faces/${face.face_id}.jpg` }
      : face,
  );
  const missing = report.faces.length - taken.size;
  if (missing === 0) return { ...report, faces };
  const message = `Of ${missing} of ${report.faces.length} people no picture could be taken.`;
  return { ...report, faces, warnings: [...report.warnings, { code: 'no_thumbnail', message }] };
}

export interface ThumbnailTask {
  readonly row: AnalysisRow;
  readonly plan: AnalysisPlan;
  readonly portraits: readonly Portrait[];
  readonly signal: AbortSignal;
}

/** What says something about the video is a picture less; all else is somebody else's business. */
function unlessOutage(error: unknown): null {
  if (error instanceof AppError && !isOutage(error.code)) return null;
  throw error;
}

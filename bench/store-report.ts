import { join } from 'node:path';
import { Readable } from 'node:stream';

import { analysisOptionsSchema } from '@eyeline/contracts';
import { createDatabase, type Database, newAnalysisId } from '@eyeline/database';
import { createStorage, objectKeys } from '@eyeline/storage';

import { type LongVideo, makeLongReport, writeFrames } from './long-report.js';

const KEPT_MS = 24 * 3_600_000;

/** A worker that takes an analysis up before its report is there looks for a video; seldom does one, and hardly twice. */
const MOST_TRIES = 5;

/**
 * Puts an analysis into an installation, as complete as a worker would leave it, without a video.
 *
 * @param folder of the installation (`EYELINE_DATA_DIR`)
 * @param projectId whose it is
 * @returns its id
 */
export async function storeReport(
  { databaseUrl, folder }: { readonly databaseUrl: string; readonly folder: string },
  projectId: string,
  video: LongVideo,
): Promise<{ readonly id: string; readonly framesBytes: number }> {
  const database = createDatabase(databaseUrl);
  try {
    const id = await storeRow(database, projectId, video);
    const storage = createStorage({ kind: 'folder', root: join(folder, 'objects') });
    const { sizeBytes } = await storage.put(objectKeys.frames(id, 1), Readable.from(writeFrames(video)));
    return { id, framesBytes: sizeBytes };
  } finally {
    await database.close();
  }
}

/** The row and its report. */
async function storeRow(database: Database, projectId: string, video: LongVideo): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const id = newAnalysisId();
    const report = makeLongReport(id, video);
    await database.analyses.create({
      ...{ id, projectId, tag: `${video.faces} faces, ${video.frames} frames`, metadata: {} },
      ...{ videoKey: objectKeys.video(id), videoBytes: 1, videoSha256: '0'.repeat(64) },
      options: analysisOptionsSchema.parse({ retain_video_hours: 0 }),
    });
    const attempt = { analysisId: id, attempt: 1 };
    await database.attempts.start(attempt);
    if (await database.attempts.complete(attempt, report, new Date(Date.now() + KEPT_MS))) return id;
    await database.analyses.remove(id);
  }
  throw new Error(`A worker was faster than the report, ${MOST_TRIES} times.`);
}

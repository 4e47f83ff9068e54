import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { type AnalysisRow, type Database } from '@eyeline/database';
import { probeVideo } from '@eyeline/media';
import { type JobQueue } from '@eyeline/queue';
import { type ObjectStorage } from '@eyeline/storage';

import { checkOutVideo } from '../check-out-video.js';
import { IntermediateObjects } from '../intermediate-objects.js';
import { planVideo } from '../plan-video.js';
import { type Processor, type RunningJob } from '../run-job.js';
import { StaleJob } from '../stale-job.js';
import { CONFIG, DATABASE, QUEUE, STORAGE } from '../tokens.js';

/**
 * Looks at the video, decides which frames will be analysed, and hands out the segments. It writes the same plan
 * each time it runs, and the queue takes the same segments once, so that it may be repeated from anywhere.
 */
@Injectable()
export class PrepareVideoProcessor implements Processor<'prepare-video'> {
  readonly name = 'prepare-video';
  private readonly objects: IntermediateObjects;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(STORAGE) private readonly storage: ObjectStorage,
    @Inject(QUEUE) private readonly queue: JobQueue,
  ) {
    this.objects = new IntermediateObjects(storage);
  }

  async process({ payload, signal, log }: RunningJob<'prepare-video'>): Promise<void> {
    const { analysisId, attempt } = payload;
    if (!(await this.database.attempts.start(payload))) throw new StaleJob();
    const row = await this.database.analyses.findById(analysisId);
    if (row === null) throw new StaleJob();

    const { plan, sampleTimes } = await this.lookAtVideo(row, signal);
    await this.objects.putPlan(payload, plan, sampleTimes);
    const segments = plan.segments.length;
    const prepared = { video: plan.video, segments, framesExpected: plan.framesExpected };
    if (!(await this.database.attempts.setPrepared(payload, prepared))) throw new StaleJob();
    log.info({ segments, frames_expected: plan.framesExpected }, 'video prepared');
    await this.queue.enqueueSegments({ analysisId, attempt, segments });
  }

  private async lookAtVideo(row: AnalysisRow, signal: AbortSignal) {
    const file = await checkOutVideo(this.storage, row.videoKey, signal);
    try {
      const { maxDurationS, maxPixels } = this.config;
      const probed = await probeVideo(file.path, { limits: { maxDurationS, maxPixels }, signal });
      const stored = { sizeBytes: row.videoBytes, sha256: row.videoSha256 };
      return await planVideo({ path: file.path, probed, options: row.options, stored, signal });
    } finally {
      await file.release();
    }
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { type AnalysisPlan, AppError } from '@eyeline/contracts';
import { type AnalysisRow, type Database } from '@eyeline/database';
import { probeVideo } from '@eyeline/media';
import { type JobQueue } from '@eyeline/queue';
import { type ObjectStorage } from '@eyeline/storage';

import { checkOutVideo } from '../check-out-video.js';
import { hashFile } from '../hash-file.js';
import { IntermediateObjects } from '../intermediate-objects.js';
import { type AnalysisJob, type AnalysisProcessor } from '../jobs/analysis-job.js';
import { StaleJob } from '../jobs/stale-job.js';
import { planVideo } from '../plan-video.js';
import { CONFIG, DATABASE, QUEUE, STORAGE } from '../tokens.js';
import { VideoCutter } from '../video-cutter.js';

/**
 * Looks at the video, decides which frames will be analysed in which pieces, and hands these out. The plan is written
 * last and kept when the job comes again, and the queue takes the same segments once, so that it may be repeated from
 * anywhere.
 */
@Injectable()
export class PrepareVideoProcessor implements AnalysisProcessor<'prepare-video'> {
  readonly name = 'prepare-video';
  private readonly objects: IntermediateObjects;
  private readonly cutter: VideoCutter;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(STORAGE) private readonly storage: ObjectStorage,
    @Inject(QUEUE) private readonly queue: JobQueue,
  ) {
    this.objects = new IntermediateObjects(storage);
    this.cutter = new VideoCutter(storage);
  }

  async process(job: AnalysisJob<'prepare-video'>): Promise<void> {
    const { payload, row, log } = job;
    if (!(await this.database.attempts.start(payload))) throw new StaleJob();
    const plan = (await this.objects.findPlan(payload)) ?? (await this.plan(job));
    const { video, framesExpected } = plan;
    const segments = plan.segments.length;
    if (!(await this.database.attempts.setPrepared(payload, { video, segments, framesExpected }))) {
      throw new StaleJob();
    }
    const pieces = plan.segments.filter(({ object }) => object !== null).length;
    log.info({ segments, pieces, frames_expected: framesExpected }, 'video prepared');
    await this.queue.enqueueSegments({ ...payload, segments, priority: row.turn });
  }

  private async plan(job: AnalysisJob<'prepare-video'>): Promise<AnalysisPlan> {
    const { payload, row, signal } = job;
    const file = await checkOutVideo(this.storage, row, signal);
    try {
      const { maxDurationS, maxPixels, segmentS } = this.config;
      const probed = await probeVideo(file.path, { limits: { maxDurationS, maxPixels }, signal });
      job.limitTo(probed.durationS);
      const sha256 = row.videoSha256 ?? (await hashFile(file.path, signal));
      if (row.videoSha256 === null && !(await this.database.attempts.setVideoHash(payload, sha256))) {
        throw new StaleJob();
      }
      const stored = { sizeBytes: sizeOf(row), sha256 };
      const { options } = row;
      const planned = await planVideo({ path: file.path, probed, options, stored, segmentS, signal });
      const plan =
        planned.canBeCut && !this.storage.isLocal
          ? await this.cutter.cut(file.path, planned.plan, payload, signal)
          : planned.plan;
      await this.objects.putPlan(payload, plan, planned.sampleTimes);
      return plan;
    } finally {
      await file.release();
    }
  }
}

/** Only an analysis that waits for its source has no size yet, and its job is another one. */
function sizeOf({ videoBytes }: AnalysisRow): number {
  if (videoBytes === null) throw new AppError('internal', { detail: 'The video was not fetched.' });
  return videoBytes;
}

import { Inject, Injectable } from '@nestjs/common';
import { type Config, readEngineVersion } from '@eyeline/config';
import { type Database } from '@eyeline/database';
import { type LanePool } from '@eyeline/lanes';
import { type JobQueue } from '@eyeline/queue';
import { type ObjectStorage } from '@eyeline/storage';
import { type AssembledReport } from '@eyeline/vision';

import { AnalysisEnd } from '../analysis-end.js';
import { IntermediateObjects } from '../intermediate-objects.js';
import { type AnalysisJob, type AnalysisProcessor } from '../jobs/analysis-job.js';
import { StaleJob } from '../jobs/stale-job.js';
import { type AssembleTask } from '../lanes/assemble-lane.js';
import { PROGRESS } from '../progress.js';
import { takeThumbnails } from '../take-thumbnails.js';
import { ASSEMBLE_LANES, CONFIG, DATABASE, QUEUE, STORAGE } from '../tokens.js';

/**
 * Writes the report, once. The frames are stored before the row says `completed`, and nothing is deleted before
 * that: a crash between any two steps leaves either all that is needed to do it again, or a completed analysis. Where
 * an annotated video was asked for, the report is laid by for the job that makes it.
 */
@Injectable()
export class AssembleReportProcessor implements AnalysisProcessor<'assemble-report'> {
  readonly name = 'assemble-report';
  private readonly engineVersion = readEngineVersion();
  private readonly objects: IntermediateObjects;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(STORAGE) private readonly storage: ObjectStorage,
    @Inject(QUEUE) private readonly queue: JobQueue,
    @Inject(ASSEMBLE_LANES) private readonly lanes: LanePool<AssembleTask, AssembledReport>,
    private readonly end: AnalysisEnd,
  ) {
    this.objects = new IntermediateObjects(storage);
  }

  async process({ payload, row, signal, log, beat }: AnalysisJob<'assemble-report'>): Promise<void> {
    const { analysisId, attempt } = payload;
    const progress = { stage: 'assembling', progress: PROGRESS.analysed } as const;
    if (!(await this.database.attempts.advance(payload, progress))) throw new StaleJob();

    const { report: measured, portraits } = await this.lanes.run(
      {
        ...{ analysisId, attempt },
        options: row.options,
        engineVersion: this.engineVersion,
        storage: this.config.storage,
      },
      { signal },
    );
    let report = measured;
    if (row.options.thumbnails && portraits.length > 0) {
      const plan = await this.objects.getPlan(payload);
      report = await takeThumbnails(this.storage, { row, plan, portraits, signal }, report);
    }
    if (row.options.annotated_video) {
      await this.objects.putReport(payload, report);
      await this.queue.enqueue('annotate-video', payload, { priority: row.turn });
      return;
    }
    await beat.stop(); // from here on the row may end at any moment, by our own hand
    if (!(await this.end.complete(payload, report, log))) throw new StaleJob();
  }
}

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Inject, Injectable } from '@nestjs/common';
import { type AppError, type FrameRecord, type JobPayload } from '@eyeline/contracts';
import { type Database } from '@eyeline/database';
import { annotateVideo, chooseSampling, samplingStepS } from '@eyeline/media';
import { objectKeys, type ObjectStorage } from '@eyeline/storage';

import { AnalysisEnd } from '../analysis-end.js';
import { checkOutVideo } from '../check-out-video.js';
import { IntermediateObjects } from '../intermediate-objects.js';
import { type AnalysisJob, type AnalysisProcessor } from '../jobs/analysis-job.js';
import { StaleJob } from '../jobs/stale-job.js';
import { type Logger } from '../logger.js';
import { WorkerMetrics } from '../metrics.js';
import { PROGRESS } from '../progress.js';
import { DATABASE, LOGGER, STORAGE } from '../tokens.js';

/** Makes the annotated video of a report that is ready, and completes the analysis with it. */
@Injectable()
export class AnnotateVideoProcessor implements AnalysisProcessor<'annotate-video'> {
  readonly name = 'annotate-video';
  private readonly objects: IntermediateObjects;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(STORAGE) private readonly storage: ObjectStorage,
    @Inject(LOGGER) private readonly log: Logger,
    private readonly end: AnalysisEnd,
    private readonly metrics: WorkerMetrics,
  ) {
    this.objects = new IntermediateObjects(storage);
  }

  async process(job: AnalysisJob<'annotate-video'>): Promise<void> {
    const { payload, log, beat } = job;
    const { analysisId, attempt } = payload;
    if (!(await this.database.attempts.advance(payload, { stage: 'annotating' }))) throw new StaleJob();
    const bytes = await this.draw(job, objectKeys.annotatedVideo(analysisId, attempt));
    log.info({ bytes }, 'video annotated');
    const report = await this.objects.getReport(payload);
    await beat.stop(); // from here on the row may end at any moment, by our own hand
    if (!(await this.end.complete(payload, report, log))) throw new StaleJob();
  }

  /** When drawing has failed for good, the report says so: it is worth no less without the video. */
  async giveUp(payload: JobPayload<'annotate-video'>, error: AppError): Promise<void> {
    if (!(await this.database.attempts.isOpen(payload))) return;
    this.metrics.countDeadJob(this.name, error.code);
    const report = await this.objects.getReport(payload);
    const message = `The annotated video could not be made: ${error.detail}`;
    const warnings = [...report.warnings, { code: 'no_annotated_video', message } as const];
    const { analysisId, attempt } = payload;
    const log = this.log.child({ job: this.name, analysis_id: analysisId, attempt });
    await this.end.complete(payload, { ...report, warnings }, log);
  }

  /** @returns bytes of the stored video */
  private async draw(
    { payload, row, signal, beat }: AnalysisJob<'annotate-video'>,
    key: string,
  ): Promise<number> {
    const { streamIndex, containerStartS: startS, segments, video } = await this.objects.getPlan(payload);
    let share = 0;
    beat.tell(() =>
      this.database.attempts.advance(payload, {
        progress: PROGRESS.assembled + share * (1 - PROGRESS.assembled),
      }),
    );
    const overlay = await this.storage.makeFile();
    const output = await this.storage.makeFile();
    // Last, because it alone holds anything yet: whatever fails from here on, it is given back.
    const source = await checkOutVideo(this.storage, row, signal);
    try {
      await annotateVideo(source.path, {
        ...{ overlay: overlay.path, output: output.path, signal },
        video: { streamIndex, startS, width: video.width, height: video.height },
        records: this.readRecords(payload),
        stepS: samplingStepS(chooseSampling(row.options), video.fps),
        startS: segments[0].startS,
        endS: segments[segments.length - 1].endS,
        onProgress: (value) => (share = value),
      });
      return (await this.storage.put(key, createReadStream(output.path), { signal })).sizeBytes;
    } finally {
      await Promise.all([source, overlay, output].map((file) => file.release()));
    }
  }

  private async *readRecords({ analysisId, attempt }: JobPayload<'annotate-video'>) {
    const input = await this.storage.get(objectKeys.frames(analysisId, attempt));
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      yield JSON.parse(line) as FrameRecord;
    }
  }
}

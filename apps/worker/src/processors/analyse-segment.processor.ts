import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { type Database } from '@eyeline/database';
import { type LanePool } from '@eyeline/lanes';
import { type HardwareDecoder } from '@eyeline/media';
import { type ObjectStorage } from '@eyeline/storage';

import { IntermediateObjects } from '../intermediate-objects.js';
import { type AnalysisJob, type AnalysisProcessor } from '../jobs/analysis-job.js';
import { Presence } from '../upkeep/presence.service.js';
import { findCurrentAnalysis } from '../jobs/find-current-analysis.js';
import { type AnalyseResult, type AnalyseTask } from '../lanes/analyse-lane.js';
import { WorkerMetrics } from '../metrics.js';
import { PROGRESS } from '../progress.js';
import { ANALYSE_LANES, CONFIG, DATABASE, HARDWARE_DECODER, STORAGE } from '../tokens.js';

/** Has a lane look at one segment, and tells the row how far it is. */
@Injectable()
export class AnalyseSegmentProcessor implements AnalysisProcessor<'analyse-segment'> {
  readonly name = 'analyse-segment';
  private readonly objects: IntermediateObjects;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(STORAGE) storage: ObjectStorage,
    @Inject(HARDWARE_DECODER) private readonly decoder: HardwareDecoder | null,
    @Inject(ANALYSE_LANES) private readonly lanes: LanePool<AnalyseTask, AnalyseResult>,
    private readonly metrics: WorkerMetrics,
    private readonly presence: Presence,
  ) {
    this.objects = new IntermediateObjects(storage);
  }

  async process(job: AnalysisJob<'analyse-segment'>): Promise<void> {
    const { payload, row, signal, log, beat } = job;
    const { models } = this.config;
    const { analysisId, attempt, segment } = payload;
    const { segments, ...plan } = await this.objects.getPlan(payload);
    const stretch = segments[segment];
    job.limitTo(stretch.endS - stretch.startS);

    let done = 0;
    const say = (): Promise<boolean> =>
      this.database.attempts.advanceSegment(payload, {
        ...{ segment, done },
        ...{ from: PROGRESS.prepared, to: PROGRESS.analysed },
      });
    beat.tell(say);
    const { outcome, notes } = await this.lanes.run(
      {
        ...{ analysisId, attempt, segment, plan, stretch },
        videoKey: row.videoKey,
        videoSha256: row.videoSha256,
        options: row.options,
        storage: this.config.storage,
        models: {
          ...models,
          emotion: row.options.emotion_model ?? models.emotion,
          compared: row.options.compare ? row.options.compare_model : null,
        },
        executionProvider: this.config.executionProvider,
        decoder: this.decoder,
      },
      { signal, onProgress: (frames) => (done = frames) },
    );
    this.metrics.countFrames(outcome.frames);
    this.presence.noteProvider(outcome.engine.executionProvider);
    for (const note of notes) log.warn({ note }, 'while analysing');
    log.info({ frames: outcome.frames, decode_errors: outcome.decodeErrors }, 'segment analysed');

    await beat.stop();
    // Frames that a gap holds back will not come any more: the segment counts as a whole.
    done = Math.max(outcome.frames, stretch.framesExpected);
    await say();
    // Tells a job that was held up for long that what it wrote comes too late and has to go.
    await findCurrentAnalysis(this.database, payload);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { type Database } from '@eyeline/database';

import { findCurrentAnalysis } from '../find-current-analysis.js';
import { type AnalyseResult, type AnalyseTask } from '../lanes/analyse-lane.js';
import { type LanePool } from '../lanes/lane-pool.js';
import { WorkerMetrics } from '../metrics.js';
import { progressOfFrames, ProgressWriter } from '../progress-writer.js';
import { type Processor, type RunningJob } from '../run-job.js';
import { StaleJob } from '../stale-job.js';
import { ANALYSE_LANES, CONFIG, DATABASE } from '../tokens.js';

/** Has a lane look at one segment, and tells the row how far it is. */
@Injectable()
export class AnalyseSegmentProcessor implements Processor<'analyse-segment'> {
  readonly name = 'analyse-segment';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(ANALYSE_LANES) private readonly lanes: LanePool<AnalyseTask, AnalyseResult>,
    private readonly metrics: WorkerMetrics,
  ) {}

  async process({ payload, signal, log }: RunningJob<'analyse-segment'>): Promise<void> {
    const { analysisId, attempt, segment } = payload;
    const row = await findCurrentAnalysis(this.database, payload);
    const advance = (progress: number): Promise<boolean> =>
      this.database.attempts.advance(payload, { stage: 'analyzing', progress });

    const stale = new AbortController();
    const progress = new ProgressWriter({
      write: advance,
      onStale: () => stale.abort(new StaleJob()),
      onError: (error) => log.warn({ err: error }, 'progress was not written'),
    });
    try {
      const { outcome, notes } = await this.lanes.run(
        {
          analysisId,
          attempt,
          segment,
          videoKey: row.videoKey,
          options: row.options,
          storage: this.config.storage,
          executionProvider: this.config.executionProvider,
        },
        {
          signal: AbortSignal.any([signal, stale.signal]),
          onShare: (share) => progress.report(progressOfFrames(share)),
        },
      );
      this.metrics.countFrames(outcome.frames);
      for (const note of notes) log.warn({ note }, 'while analysing');
      log.info({ frames: outcome.frames, decode_errors: outcome.decodeErrors }, 'segment analysed');
    } finally {
      await progress.stop();
    }
    // Also tells a job that was held up for long that its observations come too late and have to go.
    await findCurrentAnalysis(this.database, payload);
  }
}

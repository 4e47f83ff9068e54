import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { type Report } from '@eyeline/contracts';
import { type Database } from '@eyeline/database';

import { AnalysisEnd } from '../analysis-end.js';
import { readEngineVersion } from '../engine-version.js';
import { findCurrentAnalysis } from '../find-current-analysis.js';
import { type AssembleTask } from '../lanes/assemble-lane.js';
import { type LanePool } from '../lanes/lane-pool.js';
import { PROGRESS } from '../progress-writer.js';
import { type Processor, type RunningJob } from '../run-job.js';
import { StaleJob } from '../stale-job.js';
import { ASSEMBLE_LANES, CONFIG, DATABASE } from '../tokens.js';

/**
 * Writes the report, once. The frames are stored before the row says `completed`, and nothing is deleted before
 * that: a crash between any two steps leaves either all that is needed to do it again, or a completed analysis.
 */
@Injectable()
export class AssembleReportProcessor implements Processor<'assemble-report'> {
  readonly name = 'assemble-report';
  private readonly engineVersion = readEngineVersion();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(ASSEMBLE_LANES) private readonly lanes: LanePool<AssembleTask, Report>,
    private readonly end: AnalysisEnd,
  ) {}

  async process({ payload, signal, log }: RunningJob<'assemble-report'>): Promise<void> {
    const { analysisId, attempt } = payload;
    const { options } = await findCurrentAnalysis(this.database, payload);
    const progress = { stage: 'assembling', progress: PROGRESS.analysed } as const;
    if (!(await this.database.attempts.advance(payload, progress))) throw new StaleJob();

    const report = await this.lanes.run(
      {
        analysisId,
        attempt,
        options,
        engineVersion: this.engineVersion,
        storage: this.config.storage,
      },
      { signal },
    );
    if (!(await this.database.attempts.complete(payload, report, this.end.rowExpiry()))) {
      throw new StaleJob();
    }
    log.info(
      { frames: report.total_frames_analyzed, faces: report.faces.length, gaps: report.sampling.gaps.length },
      'analysis completed',
    );
    await this.end.removeLeftovers(payload);
  }
}

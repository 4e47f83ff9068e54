import { Inject, Injectable } from '@nestjs/common';
import { type Config } from '@eyeline/config';
import { type Report } from '@eyeline/contracts';
import { type Database } from '@eyeline/database';

import { AnalysisEnd } from '../analysis-end.js';
import { readEngineVersion } from '../engine-version.js';
import { type AnalysisJob, type AnalysisProcessor } from '../jobs/analysis-job.js';
import { StaleJob } from '../jobs/stale-job.js';
import { type AssembleTask } from '../lanes/assemble-lane.js';
import { type LanePool } from '../lanes/lane-pool.js';
import { PROGRESS } from '../progress.js';
import { ASSEMBLE_LANES, CONFIG, DATABASE } from '../tokens.js';

/**
 * Writes the report, once. The frames are stored before the row says `completed`, and nothing is deleted before
 * that: a crash between any two steps leaves either all that is needed to do it again, or a completed analysis.
 */
@Injectable()
export class AssembleReportProcessor implements AnalysisProcessor<'assemble-report'> {
  readonly name = 'assemble-report';
  private readonly engineVersion = readEngineVersion();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(ASSEMBLE_LANES) private readonly lanes: LanePool<AssembleTask, Report>,
    private readonly end: AnalysisEnd,
  ) {}

  async process({ payload, row, signal, log, beat }: AnalysisJob<'assemble-report'>): Promise<void> {
    const { analysisId, attempt } = payload;
    const progress = { stage: 'assembling', progress: PROGRESS.analysed } as const;
    if (!(await this.database.attempts.advance(payload, progress))) throw new StaleJob();

    const report = await this.lanes.run(
      {
        ...{ analysisId, attempt },
        options: row.options,
        engineVersion: this.engineVersion,
        storage: this.config.storage,
      },
      { signal },
    );
    await beat.stop(); // from here on the row may end at any moment, by our own hand
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

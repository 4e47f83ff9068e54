import { type AnalysisJobName, type AppError, type JobPayload } from '@eyeline/contracts';
import { type AnalysisRow, type Database } from '@eyeline/database';

import { type AnalysisEnd } from '../analysis-end.js';
import { type Logger } from '../logger.js';
import { type WorkerMetrics } from '../metrics.js';
import { AttemptBeat } from './attempt-beat.js';
import { findCurrentAnalysis } from './find-current-analysis.js';
import { type Processor, type RunningJob } from './run-job.js';
import { StaleJob } from './stale-job.js';

/** A job of one attempt of an analysis. Its signal also ends the work when the analysis needs it no more. */
export interface AnalysisJob<N extends AnalysisJobName> extends RunningJob<N> {
  readonly row: AnalysisRow;
  readonly beat: AttemptBeat;
}

export interface AnalysisProcessor<N extends AnalysisJobName> {
  readonly name: N;
  process(job: AnalysisJob<N>): Promise<void>;
}

/**
 * The processor of a job that belongs to an analysis: it starts only for an attempt that is still the one to work on,
 * gives signs of life while it works, and ends quietly, clearing up, when the analysis needs it no more.
 */
export function attendAnalysis<N extends AnalysisJobName>(
  processor: AnalysisProcessor<N>,
  { database, end }: { database: Database; end: Pick<AnalysisEnd, 'removeLeftovers'> },
): Processor<N> {
  const work = async (job: RunningJob<N>): Promise<void> => {
    const row = await findCurrentAnalysis(database, job.payload);
    if (row.video !== null) job.limitTo(row.video.duration_s);
    const beat = new AttemptBeat({
      say: () => database.attempts.advance(job.payload),
      onError: (error) => job.log.warn({ err: error }, 'progress was not written'),
    });
    try {
      const signal = AbortSignal.any([job.signal, beat.signal]);
      await processor.process({ ...job, signal, row, beat });
    } catch (error) {
      // Whoever cancels or deletes takes objects away under the work, which then fails in one way or another.
      if (!job.signal.aborted) await findCurrentAnalysis(database, job.payload);
      throw error;
    } finally {
      await beat.stop();
    }
  };
  return {
    name: processor.name,
    process: async (job) => {
      try {
        await work(job);
      } catch (error) {
        if (!(error instanceof StaleJob)) throw error;
        await end.removeLeftovers(job.payload);
        return 'stale';
      }
    },
  };
}

/** What happens when a job has failed for good: its analysis ends with the error. */
export function buryAnalysis<N extends AnalysisJobName>(
  { name }: { readonly name: N },
  tools: { log: Logger; metrics: WorkerMetrics; end: Pick<AnalysisEnd, 'fail'> },
): (payload: JobPayload<N>, error: AppError) => Promise<void> {
  return async (payload, error) => {
    await tools.end.fail(payload, error);
    tools.metrics.countDeadJob(name, error.code);
    const { analysisId, attempt } = payload;
    tools.log.warn({ job: name, analysis_id: analysisId, attempt, code: error.code }, 'analysis failed');
  };
}

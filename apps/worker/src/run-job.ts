import { AppError, type AnalysisJobName, type JobPayload } from '@eyeline/contracts';
import { type JobContext } from '@eyeline/queue';

import { type AnalysisEnd } from './analysis-end.js';
import { type Logger } from './logger.js';
import { type JobOutcome, type WorkerMetrics } from './metrics.js';
import { StaleJob } from './stale-job.js';

/** A job as a processor sees it. */
export interface RunningJob<N extends AnalysisJobName> {
  readonly payload: JobPayload<N>;
  /** Aborted when this process stops or has lost its right to the job. */
  readonly signal: AbortSignal;
  readonly log: Logger;
}

/** One kind of job. It throws when it can't go on; what becomes of the job then is not its business. */
export interface Processor<N extends AnalysisJobName> {
  readonly name: N;
  process(job: RunningJob<N>): Promise<void>;
}

export interface JobTools {
  readonly log: Logger;
  readonly metrics: WorkerMetrics;
  readonly end: Pick<AnalysisEnd, 'fail' | 'removeLeftovers'>;
}

/**
 * What surrounds each processor: the run is timed, logged and counted, and what was thrown becomes an `AppError`, on
 * whose `retryable` the queue acts. A stale job ends quietly after clearing up. (The queue has checked the payload.)
 */
export function runJob<N extends AnalysisJobName>(
  processor: Processor<N>,
  tools: JobTools,
): (context: JobContext<N>) => Promise<void> {
  return async ({ jobId, tryNumber, payload, signal }) => {
    const log = tools.log.child({ job: processor.name, job_id: jobId, try: tryNumber });
    const startedAtMs = performance.now();
    const finish = (outcome: JobOutcome, error?: AppError): void => {
      const durationMs = Math.round(performance.now() - startedAtMs);
      tools.metrics.countJob(processor.name, outcome, durationMs / 1000);
      const fields = { outcome, duration_ms: durationMs, code: error?.code };
      if (outcome === 'failed') log.warn({ ...fields, err: error }, 'job failed');
      else log.info(fields, 'job ended');
    };
    try {
      signal.throwIfAborted();
      const outcome = await endQuietlyIfStale(
        () => processor.process({ payload, signal, log }),
        () => tools.end.removeLeftovers(payload),
      );
      finish(outcome);
    } catch (thrown) {
      const error = AppError.from(thrown);
      finish(signal.aborted ? 'handed_back' : 'failed', error);
      throw error;
    }
  };
}

async function endQuietlyIfStale(
  work: () => Promise<void>,
  clearUp: () => Promise<void>,
): Promise<'completed' | 'stale'> {
  try {
    await work();
    return 'completed';
  } catch (error) {
    if (!(error instanceof StaleJob)) throw error;
    await clearUp();
    return 'stale';
  }
}

/** What happens when a job has failed for good: its analysis ends with the error. */
export function buryJob<N extends AnalysisJobName>(
  processor: Processor<N>,
  tools: JobTools,
): (payload: JobPayload<N>, error: AppError) => Promise<void> {
  return async (payload, error) => {
    await tools.end.fail(payload, error);
    tools.metrics.countDeadJob(processor.name, error.code);
    tools.log.warn(
      { job: processor.name, analysis_id: payload.analysisId, attempt: payload.attempt, code: error.code },
      'analysis failed',
    );
  };
}

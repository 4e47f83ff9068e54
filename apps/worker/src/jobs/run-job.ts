import { AppError, isOutage, JOB_CATALOGUE, type JobName, type JobPayload } from '@eyeline/contracts';
import { type JobContext, PutOffError } from '@eyeline/queue';

import { type Logger } from '../logger.js';
import { type JobOutcome, type WorkerMetrics } from '../metrics.js';

/** A job as a processor sees it. */
export interface RunningJob<N extends JobName> {
  readonly payload: JobPayload<N>;
  /** Aborted when this process stops, has lost its right to the job, or when the job takes too long. */
  readonly signal: AbortSignal;
  readonly log: Logger;
  /** Gives the job the time that so many seconds of video may take, from now on. */
  limitTo(videoS: number): void;
}

/** One kind of job. It throws when it can't go on; what becomes of the job then is not its business. */
export interface Processor<N extends JobName> {
  readonly name: N;
  process(job: RunningJob<N>): Promise<JobOutcome | void>;
}

export interface JobTools {
  readonly log: Logger;
  readonly metrics: WorkerMetrics;
  /** The longest video that is taken: jobs may take as long until they know better. */
  readonly maxDurationS: number;
}

/**
 * What surrounds each processor: the run is timed, limited, logged and counted, and what was thrown becomes an
 * `AppError`, on whose code the queue acts, but for a `PutOffError`. (The queue has checked the payload.)
 */
export function runJob<N extends JobName>(
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
      if (error !== undefined && !signal.aborted) log.warn({ ...fields, err: error }, `job ${outcome}`);
      else log.info(fields, 'job ended');
    };
    const limit = new TimeLimit(processor.name);
    try {
      signal.throwIfAborted();
      limit.set(tools.maxDurationS);
      const outcome = await processor.process({
        payload,
        signal: AbortSignal.any([signal, limit.signal]),
        log,
        limitTo: (videoS) => limit.set(videoS),
      });
      finish(outcome ?? 'completed');
    } catch (thrown) {
      if (thrown instanceof PutOffError) {
        finish('put_off');
        throw thrown;
      }
      const error = AppError.from(limit.signal.aborted ? limit.signal.reason : thrown);
      finish(outcomeOf(error, signal), error);
      throw error;
    } finally {
      limit.clear();
    }
  };
}

function outcomeOf(error: AppError, signal: AbortSignal): JobOutcome {
  if (signal.aborted) return 'handed_back';
  return isOutage(error.code) ? 'put_off' : 'failed';
}

/** Ends a run that takes longer than the catalogue allows. */
class TimeLimit {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly name: JobName) {}

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  set(videoS: number): void {
    this.clear();
    const limitS = Math.ceil(JOB_CATALOGUE[this.name].timeoutS(videoS));
    const detail = `A part of the work (${this.name}) took longer than ${limitS} s.`;
    // The longest delay that a timer knows is 24 days.
    const delayMs = Math.min(limitS * 1000, 2 ** 31 - 1);
    this.timer = setTimeout(() => this.controller.abort(new AppError('timed_out', { detail })), delayMs);
  }

  clear(): void {
    clearTimeout(this.timer);
  }
}

import { JOB_CATALOGUE, jobId, type AnalysisJobName, type JobPayload } from '@eyeline/contracts';
import { type JobsOptions } from 'bullmq';

const HOUR_S = 3600;

/** An ended job is remembered so that enqueuing it again stays without effect; older ones go when the next job ends. */
const KEEP_COMPLETED_S = 2 * HOUR_S;
const KEEP_FAILED_S = 24 * HOUR_S;

/** How BullMQ is to treat one job, from its entry in the catalogue. */
export function jobOptions<N extends AnalysisJobName>(name: N, payload: JobPayload<N>): JobsOptions {
  const { attempts, backoff } = JOB_CATALOGUE[name];
  return {
    jobId: jobId(name, payload),
    attempts,
    backoff,
    removeOnComplete: { age: KEEP_COMPLETED_S },
    removeOnFail: { age: KEEP_FAILED_S },
    stackTraceLimit: 3,
  };
}

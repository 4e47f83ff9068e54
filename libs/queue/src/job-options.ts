import {
  JOB_CATALOGUE,
  jobId,
  type AnalysisJobName,
  type JobName,
  type JobPayload,
} from '@eyeline/contracts';
import { type JobsOptions } from 'bullmq';

import { toPriority } from './priority.js';

const HOUR_S = 3600;

/** An ended job is remembered so that enqueuing it again stays without effect; older ones go when the next job ends. */
const KEEP_COMPLETED_S = 2 * HOUR_S;
const KEEP_FAILED_S = 24 * HOUR_S;

/** How BullMQ is to treat one job, from its entry in the catalogue. */
export function jobOptions<N extends AnalysisJobName>(
  name: N,
  payload: JobPayload<N>,
  priority: number,
): JobsOptions {
  return {
    ...catalogueOptions(name),
    jobId: jobId(name, payload),
    priority: toPriority(priority),
    removeOnComplete: { age: KEEP_COMPLETED_S },
    removeOnFail: { age: KEEP_FAILED_S },
  };
}

/** The same for the jobs of a scheduler: their ids are BullMQ's, and nothing asks for those that ended. */
export function scheduledJobOptions(name: JobName): JobsOptions {
  return { ...catalogueOptions(name), removeOnComplete: true, removeOnFail: true };
}

function catalogueOptions(name: JobName): JobsOptions {
  const { attempts, backoff } = JOB_CATALOGUE[name];
  return { attempts, backoff, stackTraceLimit: 3 };
}

import { JOB_CATALOGUE, jobId, type QueuedJobName, type JobName, type JobPayload } from '@eyeline/contracts';
import { type JobsOptions } from 'bullmq';

import { toPriority } from './priority.js';

const HOUR_S = 3600;

/**
 * An ended job is remembered so that enqueuing it again stays without effect; older ones go when the next job ends.
 * At 0.9 kB each in Redis, 100,000 jobs a day take 8 MB that way. Only failed ones are counted, too: PostgreSQL sorts
 * all that there are each time.
 */
const KEEP_COMPLETED = { age: 2 * HOUR_S };
const KEEP_FAILED = { age: 24 * HOUR_S, count: 10_000 };

/** How BullMQ is to treat one job, from its entry in the catalogue. */
export function jobOptions<N extends QueuedJobName>(
  name: N,
  payload: JobPayload<N>,
  priority: number,
): JobsOptions {
  return {
    ...catalogueOptions(name),
    jobId: jobId(name, payload),
    priority: toPriority(priority),
    removeOnComplete: KEEP_COMPLETED,
    removeOnFail: KEEP_FAILED,
  };
}

/** The same for the jobs of a scheduler: their ids are BullMQ's, and nothing asks for those that ended. */
export function scheduledJobOptions(name: JobName): JobsOptions {
  return { ...catalogueOptions(name), removeOnComplete: true, removeOnFail: true };
}

function catalogueOptions(name: JobName): JobsOptions {
  const { attempts, backoff } = JOB_CATALOGUE[name];
  // The log has the stacks; in the queue they would take ten times the room of the job.
  return { attempts, backoff, stackTraceLimit: 0 };
}

import { AppError, isOutage } from '@eyeline/contracts';
import { type Job } from 'bullmq';

/** How long a job waits for what is away before that counts as a failure, in ms since the job was added. */
const PATIENCE_MS = 24 * 3600 * 1000;

/** Jobs that an outage stopped together do not come back together: 20 % more or less. */
const JITTER = 0.2;

/** To be thrown by a processor: the job is done later, without using up a try. */
export class PutOffError extends Error {
  constructor(
    readonly delayMs: number,
    cause?: unknown,
  ) {
    super(`This job is put off by ${delayMs} ms.`, { cause });
  }
}

/**
 * How long the job is put off because of this error, in ms; null when the error is a failure like others: it tells of
 * no outage, the job has waited long enough, or the next job of its scheduler makes up for it.
 */
export function judgeOutage(
  error: unknown,
  job: Pick<Job, 'timestamp' | 'repeatJobKey'>,
  delayMs: number,
): number | null {
  if (!(error instanceof AppError && isOutage(error.code))) return null;
  if (job.repeatJobKey !== undefined || Date.now() - job.timestamp >= PATIENCE_MS) return null;
  return Math.round(delayMs * (1 - JITTER + 2 * JITTER * Math.random()));
}

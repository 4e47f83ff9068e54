import { AppError } from '@eyeline/contracts';
import { UnrecoverableError, type Job } from 'bullmq';

/** Tells BullMQ that no further try can help, and carries the reason. */
export class DeadJobError extends UnrecoverableError {
  constructor(readonly reason: AppError) {
    super(reason.message);
  }
}

/** A job that BullMQ or a processor gave up with `error`, in the words of the error table. */
export function explainDeath(job: Job, error: Error): AppError {
  if (error instanceof DeadJobError) return error.reason;
  if (job.deferredFailure === undefined) return AppError.from(error);
  return explainDeferred(job.deferredFailure, error) ?? AppError.from(error);
}

/**
 * What was decided before the job came to a worker: by the check for stalled jobs, or by a child of the flow, which told
 * its own story. Null when BullMQ's text says neither.
 */
export function explainDeferred(text: string, cause?: unknown): AppError | null {
  if (text.startsWith('child '))
    return new AppError('internal', { detail: 'A part of the work failed.', cause });
  if (!text.includes('stalled')) return null;
  const detail = 'The worker vanished in the middle of this work, several times.';
  return new AppError('internal', { detail, cause });
}

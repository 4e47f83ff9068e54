import { setTimeout as delay } from 'node:timers/promises';

import {
  UnrecoverableError,
  Worker,
  type BackendFactory,
  type IQueueBackend,
  type Job,
  type JobProgress,
  type Processor,
  type Span,
  type WorkerOptions,
} from 'bullmq';

export type QueuedJob = Job<unknown, void>;

/** How long a job waits whose end could not be told to anyone. */
const PUT_OFF_MS = 2000;
/** A server that refuses is not asked in a tight loop. */
const AFTER_ERROR_MS = 250;

/** BullMQ's ways of saying that a job left the worker without having failed. */
const LEFT_THE_WORKER = ['WaitingError', 'DelayedError', 'WaitingChildrenError'];

/**
 * BullMQ's worker with two habits more: it tells about a job that is about to fail for good while the job still
 * belongs to it, so that a crash in between repeats the telling; and it can let go of everything at once.
 */
export class TrackedWorker extends Worker<unknown, void, string, IQueueBackend, JobProgress, unknown> {
  constructor(
    name: string,
    processor: Processor<unknown, void>,
    options: WorkerOptions<unknown>,
    factory: BackendFactory<IQueueBackend, unknown>,
    private readonly tellDeath: (job: QueuedJob, error: Error) => Promise<void>,
  ) {
    super(name, processor, options, factory);
  }

  /** Ends without waiting for processors; for after `close()` took too long. */
  async abandon(): Promise<void> {
    await this.lockManager.close();
    await this.backend.close(true);
  }

  /** BullMQ would look for stalled jobs only 5 s after an error, and keep the process from ending until then. */
  protected override checkConnectionError<T>(
    action: () => Promise<T>,
    delayMs = AFTER_ERROR_MS,
  ): Promise<T | undefined> {
    return super.checkConnectionError(action, delayMs);
  }

  protected override async moveToActive(token: string, name?: string): Promise<QueuedJob> {
    try {
      return await super.moveToActive(token, name);
    } catch (error) {
      await delay(AFTER_ERROR_MS);
      throw error;
    }
  }

  protected override async handleFailed(
    error: Error,
    job: QueuedJob,
    token: string,
    fetchNext?: () => boolean,
    span?: Span,
  ): Promise<QueuedJob> {
    if (this.backend.closing === undefined && isLastFailure(error, job)) {
      const told = await this.tellWhileLocked(error, job, token);
      if (!told) return this.moveToActive(token, this.opts.name);
    }
    return super.handleFailed(error, job, token, fetchNext, span);
  }

  /** False when the job is no longer ours to fail: another worker has it, or it was put off. */
  private async tellWhileLocked(error: Error, job: QueuedJob, token: string): Promise<boolean> {
    const id = job.id!;
    const lockMs = this.opts.lockDuration!;
    const [lost] = await this.extendJobLocks([id], [token], lockMs);
    if (lost !== undefined) return false;
    this.lockManager.trackJob(id, token, Date.now());
    try {
      await this.tellDeath(job, error);
      return true;
    } catch (cause) {
      this.emit('error', new Error(`The end of job ${id} could not be told; it is put off.`, { cause }));
      await job.moveToDelayed(Date.now() + PUT_OFF_MS, token);
      return false;
    } finally {
      this.lockManager.untrackJob(id);
    }
  }
}

/** BullMQ's own rule for giving a job up, which it keeps to itself. */
function isLastFailure(error: Error, job: QueuedJob): boolean {
  if (LEFT_THE_WORKER.includes(error.name)) return false;
  return error instanceof UnrecoverableError || job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
}

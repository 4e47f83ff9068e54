import { setTimeout as delay } from 'node:timers/promises';

import {
  UnrecoverableError,
  WaitingError,
  Worker,
  type BackendFactory,
  type IQueueBackend,
  type Job,
  type JobProgress,
  type Processor,
  type Span,
  type WorkerOptions,
} from 'bullmq';

import { isAnswer, LostJobError, tellsLoss } from './lost-job-error.js';
import { PutOffError } from './put-off.js';

export type QueuedJob = Job<unknown, void>;

/** How long a job waits whose end could not be told to anyone. */
const PUT_OFF_MS = 2000;
/** A server that refuses is not asked in a tight loop. */
const AFTER_ERROR_MS = 250;
/** How long the outcome of a job is kept for a server that is away; later the job is done again. */
const INSIST_MS = 10 * 60_000;

/** BullMQ's ways of saying that a job left the worker without having failed. */
const LEFT_THE_WORKER = ['WaitingError', 'DelayedError', 'WaitingChildrenError'];

/**
 * BullMQ's worker with three habits more: it tells about a job that is about to fail for good while the job still
 * belongs to it, so that a crash in between repeats the telling; a server that is away costs a job no try; and it can
 * let go of everything at once.
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

  /** The lock of a job that is lost is not asked for again. */
  forget(id: string): void {
    this.lockManager.untrackJob(id);
  }

  /** BullMQ on PostgreSQL would wait an hour for an announcement after an error; a connection may be dead for as long. */
  override get maximumBlockTimeout(): number {
    return Math.min(super.maximumBlockTimeout, this.opts.drainDelay!);
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

  protected override handleCompleted(
    result: void,
    job: QueuedJob,
    token: string,
    fetchNext?: () => boolean,
    span?: Span,
  ): Promise<QueuedJob> {
    return this.insist(job, () => super.handleCompleted(result, job, token, fetchNext, span));
  }

  protected override async handleFailed(
    error: Error,
    job: QueuedJob,
    token: string,
    fetchNext?: () => boolean,
    span?: Span,
  ): Promise<QueuedJob> {
    const goOn = (): Promise<QueuedJob> =>
      super.handleFailed(new WaitingError(), job, token, fetchNext, span);
    if (error instanceof LostJobError) return goOn();
    if (error instanceof PutOffError) {
      await this.insist(job, () => job.moveToDelayed(Date.now() + error.delayMs, token));
      return goOn();
    }
    if (this.backend.closing === undefined && isLastFailure(error, job)) {
      const told = await this.tellWhileLocked(error, job, token);
      if (!told) return goOn();
    }
    return this.insist(job, () => super.handleFailed(error, job, token, fetchNext, span));
  }

  /** False when the job is no longer ours to fail: another worker has it, or it was put off. */
  private async tellWhileLocked(error: Error, job: QueuedJob, token: string): Promise<boolean> {
    const id = job.id!;
    const lockMs = this.opts.lockDuration!;
    const [lost] = await this.insist(job, () => this.extendJobLocks([id], [token], lockMs));
    if (lost !== undefined) return false;
    this.lockManager.trackJob(id, token, Date.now());
    try {
      await this.tellDeath(job, error);
      return true;
    } catch (cause) {
      this.emit('error', new Error(`The end of job ${id} could not be told; it is put off.`, { cause }));
      await this.insist(job, () => job.moveToDelayed(Date.now() + PUT_OFF_MS, token));
      return false;
    } finally {
      this.lockManager.untrackJob(id);
    }
  }

  /**
   * Records what became of a job, however long the server is away. BullMQ by itself takes most broken connections for
   * a failure of the job, which costs a try although the work was done.
   *
   * @throws {LostJobError}
   */
  private async insist<T>(job: QueuedJob, record: () => Promise<T>): Promise<T> {
    const end = Date.now() + INSIST_MS;
    for (;;) {
      try {
        return await record();
      } catch (error) {
        if (isAnswer(error) && !tellsLoss(error)) throw error;
        if (tellsLoss(error) || this.backend.closing !== undefined || Date.now() > end) {
          throw new LostJobError(job.id!, error);
        }
        this.emit('error', error as Error);
      }
      await delay(AFTER_ERROR_MS);
    }
  }
}

/** BullMQ's own rule for giving a job up, which it keeps to itself. */
function isLastFailure(error: Error, job: QueuedJob): boolean {
  if (LEFT_THE_WORKER.includes(error.name)) return false;
  return error instanceof UnrecoverableError || job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
}

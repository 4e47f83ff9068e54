import { AppError, JOB_CATALOGUE, type JobName, type JobPayload } from '@eyeline/contracts';
import { WaitingError } from 'bullmq';

import { DeadJobError, explainDeath } from './dead-job-error.js';
import { endsWithin, withinDeadline } from './deadline.js';
import { type JobContext, type JobWorker, type WorkOptions } from './job-queue.js';
import { judgeOutage, PutOffError } from './put-off.js';
import { type QueueServer } from './queue-server.js';
import { MINUTES_KEPT } from './throughput.js';
import { TrackedWorker, type QueuedJob } from './tracked-worker.js';

/** How long the server may take to answer once the grace is over. */
const LAST_WORDS_MS = 1000;

const STOPPING = 'The worker is stopping.';

interface ActiveJob {
  readonly job: QueuedJob;
  readonly token: string;
  readonly controller: AbortController;
  /** Fires when no renewal of the lock was heard of for as long as the lock lasts. */
  readonly lockTimer: NodeJS.Timeout;
  /** When nothing more comes of it here. */
  ended: Promise<void>;
  /** The job belongs to the queue or to another worker again; what our processor makes of it counts no more. */
  lost: boolean;
}

interface WorkerSettings<N extends JobName> extends WorkOptions<N> {
  readonly name: N;
  readonly processor: (context: JobContext<N>) => Promise<void>;
  readonly server: QueueServer;
  readonly lockMs: number;
  readonly outageDelayMs: number;
  readonly onError: (error: Error) => void;
}

/** Works on the jobs of one name; see `JobQueue.work`. */
export class BullWorker<N extends JobName> implements JobWorker {
  private readonly worker: TrackedWorker;
  private readonly active = new Map<string, ActiveJob>();
  private stopping: Promise<void> | undefined;

  private constructor(private readonly settings: WorkerSettings<N>) {
    const { name, server, lockMs, concurrency, onError } = settings;
    this.worker = new TrackedWorker(
      name,
      (job, token) => this.process(job, token!),
      {
        ...server.worker,
        autorun: false,
        concurrency,
        lockDuration: lockMs,
        // A job is looked at twice before it is taken away: at most lockMs + stalledInterval after its worker vanished.
        stalledInterval: Math.ceil(lockMs / 3),
        maxStalledCount: JOB_CATALOGUE[name].maxStalledCount,
        // Jobs announce themselves; this is only how often an idle worker looks for one whose announcement was lost.
        drainDelay: 5,
        metrics: { maxDataPoints: MINUTES_KEPT },
        runRetryDelay: 500,
      },
      server.factory,
      (job, error) => this.tellDeath(job, error),
    );
    this.worker.on('error', (error) => {
      // Said by `lose`, in more words.
      if (!error.message.startsWith('could not renew lock for job')) onError(error);
    });
    this.worker.on('lockRenewalFailed', (ids) => {
      for (const id of ids) this.lose(id, 'another worker has taken it over, or the queue has lost its data');
    });
    this.worker.on('locksRenewed', ({ jobIds }) => {
      for (const id of jobIds) this.active.get(id)?.lockTimer.refresh();
    });
  }

  /** @throws {AppError} queue_unavailable */
  static async start<N extends JobName>(settings: WorkerSettings<N>): Promise<BullWorker<N>> {
    const started = new BullWorker(settings);
    const { worker } = started;
    try {
      await withinDeadline(worker.waitUntilReady(), 'The queue does not answer.');
    } catch (error) {
      await worker.close(true);
      throw error instanceof AppError ? error : new AppError('queue_unavailable', { cause: error });
    }
    worker.run().catch(settings.onError);
    return started;
  }

  stop(graceMs: number): Promise<void> {
    this.stopping ??= this.letGo(graceMs);
    return this.stopping;
  }

  private async letGo(graceMs: number): Promise<void> {
    for (const { controller } of this.active.values()) {
      controller.abort(new Error(STOPPING));
    }
    const closed = this.worker.close();
    await endsWithin(Promise.allSettled([...this.active.values()].map(({ ended }) => ended)), graceMs);
    const stubborn = [...this.active.values()].filter(({ lost }) => !lost);
    await endsWithin(Promise.all(stubborn.map((entry) => this.handBack(entry))), LAST_WORDS_MS);
    if (stubborn.length > 0 || !(await endsWithin(closed, LAST_WORDS_MS))) {
      await endsWithin(this.worker.abandon(), LAST_WORDS_MS);
    }
  }

  private async process(job: QueuedJob, token: string): Promise<void> {
    const id = job.id!;
    const { lockMs } = this.settings;
    // We lost this job and it came back to us, while our own processor has still not let go of it.
    if (this.active.has(id)) throw new PutOffError(lockMs);
    const entry: ActiveJob = {
      job,
      token,
      controller: new AbortController(),
      lockTimer: setTimeout(() => this.lose(id, 'its lock has run out'), lockMs),
      ended: Promise.resolve(),
      lost: false,
    };
    this.active.set(id, entry);
    entry.ended = this.attend(entry).finally(() => {
      clearTimeout(entry.lockTimer);
      this.active.delete(id);
    });
    await entry.ended;
  }

  /** Runs the job, and tells BullMQ what became of it by the error that is thrown. */
  private async attend(entry: ActiveJob): Promise<void> {
    try {
      await this.run(entry.job, entry.controller.signal);
    } catch (error) {
      if (!entry.lost && this.stopping) await this.handBack(entry);
      if (!entry.lost) throw this.judge(error, entry.job);
    }
    if (entry.lost) throw new WaitingError();
  }

  private judge(error: unknown, job: QueuedJob): unknown {
    const delayMs = judgeOutage(error, job, this.settings.outageDelayMs);
    if (delayMs !== null) return new PutOffError(delayMs, error);
    return error instanceof AppError && !error.retryable ? new DeadJobError(error) : error;
  }

  private async run(job: QueuedJob, signal: AbortSignal): Promise<void> {
    if (this.stopping) throw new Error(STOPPING);
    const { name, processor } = this.settings;
    const tryNumber = job.attemptsMade + 1;
    const lastTry = tryNumber >= JOB_CATALOGUE[name].attempts;
    const payload = parsePayload(name, job.data);
    await processor({ payload, jobId: job.id!, tryNumber, lastTry, signal });
  }

  /** Gives the job to whoever comes next. When that fails, its lock runs out instead, which takes longer. */
  private async handBack(entry: ActiveJob): Promise<void> {
    const { name, server, onError } = this.settings;
    entry.lost = true;
    try {
      await entry.job.moveToWait(entry.token);
      await server.announceHandBack(name);
    } catch (cause) {
      onError(new Error(`Job ${entry.job.id} could not be handed back.`, { cause }));
    }
  }

  private lose(id: string, reason: string): void {
    const entry = this.active.get(id);
    if (entry === undefined || entry.lost) return;
    const error = new Error(`Job ${id} is lost to this worker: ${reason}.`);
    entry.lost = true;
    this.worker.forget(id);
    entry.controller.abort(error);
    this.settings.onError(error);
  }

  private async tellDeath(job: QueuedJob, error: Error): Promise<void> {
    const { name, onDead, onError } = this.settings;
    const payload = JOB_CATALOGUE[name].payload.safeParse(job.data);
    if (payload.success) await onDead(payload.data as JobPayload<N>, explainDeath(job, error));
    else
      onError(new Error(`Job ${job.id} of ${name} has a payload that nobody understands.`, { cause: error }));
  }
}

function parsePayload<N extends JobName>(name: N, data: unknown): JobPayload<N> {
  const parsed = JOB_CATALOGUE[name].payload.safeParse(data);
  if (parsed.success) return parsed.data as JobPayload<N>;
  const detail = `The payload of this ${name} job is not valid.`;
  throw new DeadJobError(new AppError('internal', { detail, cause: parsed.error }));
}

import {
  AppError,
  JOB_CATALOGUE,
  JOB_NAMES,
  jobId,
  type JobName,
  type JobPayload,
  type QueuedJobName,
} from '@eyeline/contracts';
import { FlowProducer, Queue, type IQueueBackend } from 'bullmq';

import { type RequestListener } from 'node:http';

import { type BullQueue } from './bull-types.js';
import { withinDeadline } from './deadline.js';
import { describeFailed, type FailedJob, type FailedPosition, mergeFailed } from './failed-jobs.js';
import { jobOptions, scheduledJobOptions } from './job-options.js';
import {
  type EnqueueOptions,
  type JobContext,
  type JobDepth,
  type JobLoad,
  type JobQueue,
  type JobWorker,
  type ScheduledJobName,
  type SegmentsFlow,
  type WorkOptions,
} from './job-queue.js';
import { BullWorker } from './job-worker.js';
import { type QueueServer } from './queue-server.js';
import { readLoad } from './read-load.js';

/** Nobody reads BullMQ's event streams here; they only take room. */
const STREAM_LENGTH = 100;

/** BullMQ's states of a job that nothing more will be done about. */
const ENDED = ['completed', 'failed'];
const UNKNOWN = 'unknown';
const FAILED = 'failed';

interface Habits {
  readonly lockMs: number;
  readonly outageDelayMs: number;
  readonly onError: (error: Error) => void;
}

/** `JobQueue` on a server that was opened and checked. One BullMQ queue for each name of the catalogue. */
export class BullJobQueue implements JobQueue {
  private readonly queues: ReadonlyMap<JobName, BullQueue>;
  private readonly flows: FlowProducer<IQueueBackend, unknown>;
  private readonly workers: JobWorker[] = [];
  private closing: Promise<void> | undefined;

  constructor(
    private readonly server: QueueServer,
    private readonly habits: Habits,
  ) {
    const { onError } = habits;
    const options = { ...server.producer, streams: { events: { maxLen: STREAM_LENGTH } } };
    this.queues = new Map(JOB_NAMES.map((name) => [name, new Queue(name, options, server.factory)]));
    this.flows = new FlowProducer(server.producer, server.factory);
    for (const queue of this.queues.values()) queue.on('error', onError);
    this.flows.on('error', onError);
  }

  /** @throws {AppError} queue_unavailable */
  async waitUntilReady(): Promise<void> {
    await this.ask(async () => {
      for (const producer of [...this.queues.values(), this.flows]) await producer.waitUntilReady();
    });
  }

  async enqueue<N extends QueuedJobName>(
    name: N,
    payload: JobPayload<N>,
    { priority = 1, again = false, delayMs = 0 }: EnqueueOptions = {},
  ): Promise<void> {
    const data = checkPayload(name, payload);
    const options = { ...jobOptions(name, data, priority), delay: delayMs };
    await this.ask(async () => {
      // The report first, with its segments: whoever is interrupted here finds the attempt not at work, and comes back.
      if (again && name === 'prepare-video') {
        for (const later of ['annotate-video', 'assemble-report'] as const) {
          await this.forget(later, jobId(later, data as JobPayload<'prepare-video'>));
        }
      }
      if (again) await this.forget(name, options.jobId!);
      await this.queue(name).add(name, data, options);
    });
  }

  async enqueueSegments({ analysisId, attempt, segments, priority = 1 }: SegmentsFlow): Promise<void> {
    const parent = checkPayload('assemble-report', { analysisId, attempt });
    const opts = jobOptions('assemble-report', parent, priority);
    const children = Array.from({ length: segments }, (_, segment) => {
      const data = checkPayload('analyse-segment', { analysisId, attempt, segment });
      return { data, opts: jobOptions('analyse-segment', data, priority + segment) };
    });
    await this.ask(async () => {
      // Segments that ended long ago are forgotten before the report: adding them once more would run them once more.
      if (await this.queue('assemble-report').getJob(opts.jobId!)) return;
      await this.flows.add({
        name: 'assemble-report',
        queueName: 'assemble-report',
        data: parent,
        opts,
        children: children.map((child) => ({
          name: 'analyse-segment',
          queueName: 'analyse-segment',
          data: child.data,
          opts: { ...child.opts, failParentOnFailure: true },
        })),
      });
    });
  }

  async isAtWork(attempt: { analysisId: string; attempt: number }): Promise<boolean> {
    return this.ask(async () => {
      // In this order: each is there before the job that adds it has ended.
      for (const name of ['fetch-source', 'prepare-video', 'assemble-report', 'annotate-video'] as const) {
        const state = await this.queue(name).getJobState(jobId(name, attempt));
        if (state !== UNKNOWN && !ENDED.includes(state)) return true;
      }
      return false;
    });
  }

  async schedule(name: ScheduledJobName, everyMs: number): Promise<void> {
    const template = { name, data: {}, opts: scheduledJobOptions(name) };
    await this.ask(() =>
      this.server.alone(
        name,
        async () => void (await this.queue(name).upsertJobScheduler(name, { every: everyMs }, template)),
      ),
    );
  }

  async isScheduled(name: ScheduledJobName): Promise<boolean> {
    return this.ask(async () => (await this.queue(name).getJobScheduler(name)) !== undefined);
  }

  async work<N extends JobName>(
    name: N,
    processor: (context: JobContext<N>) => Promise<void>,
    options: WorkOptions<N>,
  ): Promise<JobWorker> {
    // A worker's own connections wait for a server that is away.
    await this.ping();
    const { server, habits } = this;
    const worker = await BullWorker.start({ ...options, ...habits, name, processor, server });
    this.workers.push(worker);
    return worker;
  }

  async depths(): Promise<Record<JobName, JobDepth>> {
    const entries = await this.ask(() =>
      Promise.all(
        JOB_NAMES.map(async (name) => {
          const { waiting, prioritized, active, delayed, failed } = await this.queue(name).getJobCounts(
            ...(['waiting', 'prioritized', 'active', 'delayed', 'failed'] as const),
          );
          return [name, { waiting: waiting + prioritized, active, delayed, failed }] as const;
        }),
      ),
    );
    return Object.fromEntries(entries) as unknown as Record<JobName, JobDepth>;
  }

  async loads(): Promise<Record<JobName, JobLoad>> {
    const entries = await this.ask(() =>
      Promise.all(
        JOB_NAMES.map(async (name) => [name, await readLoad(this.queue(name), this.server)] as const),
      ),
    );
    return Object.fromEntries(entries) as unknown as Record<JobName, JobLoad>;
  }

  failedJobs(after: FailedPosition | null): AsyncIterable<FailedJob> {
    return mergeFailed(async (name, start, count) => {
      const jobs = await this.ask(() => this.queue(name).getFailed(start, start + count - 1));
      return jobs.map((job) => describeFailed(name, job));
    }, after);
  }

  async findFailed(name: JobName, id: string): Promise<FailedJob | null> {
    return this.ask(async () => {
      const queue = this.queue(name);
      if ((await queue.getJobState(id)) !== FAILED) return null;
      const job = await queue.getJob(id);
      return job === undefined ? null : describeFailed(name, job);
    });
  }

  async forgetFailed(name: JobName, id: string): Promise<void> {
    await this.ask(async () => {
      const queue = this.queue(name);
      if ((await queue.getJobState(id)) === FAILED) await queue.remove(id);
    });
  }

  async board(basePath: string): Promise<RequestListener> {
    // Workers have no use for it.
    const { createBoard } = await import('./board.js');
    return createBoard(this.queues.values(), basePath);
  }

  async ping(): Promise<void> {
    await this.ask(() => this.server.ping());
  }

  close(): Promise<void> {
    this.closing ??= this.closeAll();
    return this.closing;
  }

  private async closeAll(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop(0)));
    await Promise.all([...this.queues.values(), this.flows].map((producer) => producer.close()));
    await this.server.close();
  }

  private queue(name: JobName): BullQueue {
    return this.queues.get(name)!;
  }

  /** Forgets a job that has ended, with the jobs that it waited for. */
  private async forget(name: QueuedJobName, id: string): Promise<void> {
    const queue = this.queue(name);
    if (ENDED.includes(await queue.getJobState(id))) await queue.remove(id);
  }

  /** One question to the server: whatever goes wrong with it is `queue_unavailable`. */
  private async ask<T>(question: () => Promise<T>): Promise<T> {
    if (this.closing) throw new AppError('queue_unavailable', { detail: 'The queue is closed.' });
    try {
      return await withinDeadline(question(), 'The queue does not answer.');
    } catch (error) {
      throw error instanceof AppError ? error : new AppError('queue_unavailable', { cause: error });
    }
  }
}

/** A wrong payload is the caller's mistake and must not reach a worker. */
function checkPayload<N extends JobName>(name: N, payload: JobPayload<N>): JobPayload<N> {
  const parsed = JOB_CATALOGUE[name].payload.safeParse(payload);
  if (parsed.success) return parsed.data as JobPayload<N>;
  throw new AppError('internal', { detail: `This is no payload of ${name}.`, cause: parsed.error });
}

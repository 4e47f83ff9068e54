import {
  type AnalysisJobName,
  AppError,
  JOB_CATALOGUE,
  JOB_NAMES,
  jobId,
  type JobName,
  type JobPayload,
} from '@eyeline/contracts';
import { FlowProducer, Queue, type IQueueBackend } from 'bullmq';

import { withinDeadline } from './deadline.js';
import { jobOptions } from './job-options.js';
import {
  type JobContext,
  type JobDepth,
  type JobQueue,
  type JobWorker,
  type WorkOptions,
} from './job-queue.js';
import { BullWorker } from './job-worker.js';
import { type QueueServer } from './queue-server.js';

type BullQueue = Queue<unknown, void, string, unknown, void, string, IQueueBackend, unknown>;

/** Nobody reads BullMQ's event streams here; they only take room. */
const STREAM_LENGTH = 100;

/** `JobQueue` on a server that was opened and checked. One BullMQ queue for each name of the catalogue. */
export class BullJobQueue implements JobQueue {
  private readonly queues: ReadonlyMap<JobName, BullQueue>;
  private readonly flows: FlowProducer<IQueueBackend, unknown>;
  private readonly workers: JobWorker[] = [];
  private closing: Promise<void> | undefined;

  constructor(
    private readonly server: QueueServer,
    private readonly lockMs: number,
    private readonly onError: (error: Error) => void,
  ) {
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

  async enqueue<N extends AnalysisJobName>(name: N, payload: JobPayload<N>): Promise<void> {
    const data = checkPayload(name, payload);
    await this.ask(() => this.queue(name).add(name, data, jobOptions(name, payload)));
  }

  async enqueueSegments(flow: { analysisId: string; attempt: number; segments: number }): Promise<void> {
    const { analysisId, attempt, segments } = flow;
    const parent = checkPayload('assemble-report', { analysisId, attempt });
    const children = Array.from({ length: segments }, (_, segment) =>
      checkPayload('analyse-segment', { analysisId, attempt, segment }),
    );
    await this.ask(async () => {
      // Segments that ended long ago are forgotten before the report: adding them once more would run them once more.
      if (await this.queue('assemble-report').getJob(jobId('assemble-report', parent))) return;
      await this.flows.add({
        name: 'assemble-report',
        queueName: 'assemble-report',
        data: parent,
        opts: jobOptions('assemble-report', parent),
        children: children.map((child) => ({
          name: 'analyse-segment',
          queueName: 'analyse-segment',
          data: child,
          opts: { ...jobOptions('analyse-segment', child), failParentOnFailure: true },
        })),
      });
    });
  }

  async work<N extends JobName>(
    name: N,
    processor: (context: JobContext<N>) => Promise<void>,
    options: WorkOptions<N>,
  ): Promise<JobWorker> {
    const { server, lockMs, onError } = this;
    // A worker's own connections wait for a server that is away.
    await this.ping();
    const worker = await BullWorker.start({ ...options, name, processor, server, lockMs, onError });
    this.workers.push(worker);
    return worker;
  }

  async depths(): Promise<Record<JobName, JobDepth>> {
    const entries = await this.ask(() =>
      Promise.all(
        JOB_NAMES.map(async (name) => {
          const counts = await this.queue(name).getJobCounts('waiting', 'active', 'delayed', 'failed');
          return [name, counts] as const;
        }),
      ),
    );
    return Object.fromEntries(entries) as unknown as Record<JobName, JobDepth>;
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

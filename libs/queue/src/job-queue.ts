import { type RequestListener } from 'node:http';

import { type AppError, type JobName, type JobPayload, type QueuedJobName } from '@eyeline/contracts';

import { type FailedJob, type FailedPosition } from './failed-jobs.js';

export interface QueueSettings {
  /** BullMQ runs on Redis, or on a PostgreSQL database of its own; nothing else differs. */
  readonly kind: 'redis' | 'postgres';
  readonly url: string;
}

export interface QueueOptions {
  /** Keeps queues apart that share a server: key prefix on Redis, schema on PostgreSQL. Default `eyeline`. */
  readonly prefix?: string;
  /** A job whose worker has been silent for so long is given to another. */
  readonly lockMs: number;
  /** How long a job waits that met an outage, 20 % more or less. Default 5 s. */
  readonly outageDelayMs?: number;
  /** Lost connections and whatever else goes wrong outside a call. Equal errors are reported once in 5 s. */
  readonly onError: (error: Error) => void;
  /** What an operator should change, although the queue works: a Redis that forgets its jobs at a restart. */
  readonly onWarning?: (message: string) => void;
}

/** The jobs that a clock starts. */
export type ScheduledJobName = Exclude<JobName, QueuedJobName>;

export interface EnqueueOptions {
  /**
   * Place in the line of jobs of the same name: 1 (the default) first, `MAX_PRIORITY` last, larger numbers too. Jobs of
   * one priority come in the order of their arrival. A job keeps its priority when it is handed back, put off, tried
   * again or taken from a vanished worker.
   */
  readonly priority?: number;
  /**
   * A job with the same id that has ended is forgotten first, so that the work is done once more; one that lives stays
   * as it is. On `prepare-video`, the ended report and the segments of the attempt are forgotten with it.
   */
  readonly again?: boolean;
  /** How long the job waits before anybody takes it, in ms. Default 0. */
  readonly delayMs?: number;
}

export interface SegmentsFlow {
  readonly analysisId: string;
  readonly attempt: number;
  readonly segments: number;
  /**
   * Of the report and of segment 0; segment `i` has `priority + i`, so that later and shorter videos pass the end of a
   * long one. Default 1.
   */
  readonly priority?: number;
}

export interface JobContext<N extends JobName> {
  readonly payload: JobPayload<N>;
  readonly jobId: string;
  /** 1 at the first try. Being handed back, put off or taken over does not count. */
  readonly tryNumber: number;
  readonly lastTry: boolean;
  /** Aborted when the worker stops and when the job was lost to another worker. */
  readonly signal: AbortSignal;
}

export interface WorkOptions<N extends JobName> {
  /** Jobs in work at once. */
  readonly concurrency: number;
  /**
   * The job failed for good: tries used up, not retryable, its workers vanished too often, or a child of the flow
   * failed. Called before the job is marked as failed, so that a crash repeats the call instead of losing it: calling
   * it twice must be harmless. When it throws, the job is put off for 2 s and done again.
   */
  readonly onDead: (payload: JobPayload<N>, error: AppError) => Promise<void>;
}

export interface JobWorker {
  /**
   * Takes no new job, aborts the signals of active ones and hands them back to the queue without using up a try.
   * Processors that have not ended after `graceMs` lose their job all the same.
   */
  stop(graceMs: number): Promise<void>;
}

export interface JobDepth {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

/** How much there is to do in one queue, and how it gets on. */
export interface JobLoad extends JobDepth {
  /** Of those that wait, how many are held back, because somebody paused the queue. */
  readonly paused: number;
  /** How long the first in line could have been in work, in seconds; null when nothing waits. */
  readonly oldestWaitingS: number | null;
  /** Jobs that ended in each minute of the last hour, oldest first; the last number is of the minute that runs. */
  readonly completedPerMinute: readonly number[];
  readonly failedPerMinute: readonly number[];
}

export interface JobQueue {
  /**
   * Adds a job unless one with its `jobId()` is known: waiting, in work, or ended less than 2 h ago (24 h: failed,
   * of the last 10,000).
   *
   * @throws {AppError} queue_unavailable, at once when the server is down and after 3 s when it is silent
   * @throws {AppError} internal when the payload or the priority is none
   */
  enqueue<N extends QueuedJobName>(name: N, payload: JobPayload<N>, options?: EnqueueOptions): Promise<void>;

  /**
   * Adds `analyse-segment` for segments 0 to `segments - 1`, and `assemble-report`, which starts after all of them and
   * dies with any of them. All or nothing; a second call changes nothing.
   *
   * @throws {AppError} queue_unavailable
   */
  enqueueSegments(flow: SegmentsFlow): Promise<void>;

  /**
   * Whether the attempt is being dealt with: its `fetch-source`, `prepare-video` or `assemble-report` waits (for a
   * worker, for its segments, for a next try) or is in work. False for an attempt that should be dealt with means that
   * the queue lost it: `enqueue` its first job `again`. In between, a job may wait in the outbox.
   *
   * @throws {AppError} queue_unavailable
   */
  isAtWork(attempt: { readonly analysisId: string; readonly attempt: number }): Promise<boolean>;

  /**
   * Starts a job of that name now and then every `everyMs`, whichever process asks and how often; a new period takes
   * the place of the old one. A run that fails is told to `onDead` and forgotten, whatever its error: the next run
   * makes up for it.
   *
   * @throws {AppError} queue_unavailable
   */
  schedule(name: ScheduledJobName, everyMs: number): Promise<void>;

  /**
   * False when `schedule` was never called or when the server has lost its data since.
   *
   * @throws {AppError} queue_unavailable
   */
  isScheduled(name: ScheduledJobName): Promise<boolean>;

  /**
   * Runs `processor` for jobs of one name. A `PutOffError` puts the job off for as long as it says. An `AppError` that tells of an outage (`isOutage`) puts the job off without
   * using up a try, until a day after the job was added. Any other `AppError` is tried again when it is retryable, and
   * errors of other kinds always, until the tries of the catalogue are used up. A payload that its schema refuses fails
   * at once, is reported to `onError`, and never reaches the processor or `onDead`.
   *
   * @throws {AppError} queue_unavailable when the server cannot be reached
   */
  work<N extends JobName>(
    name: N,
    processor: (context: JobContext<N>) => Promise<void>,
    options: WorkOptions<N>,
  ): Promise<JobWorker>;

  /** @throws {AppError} queue_unavailable */
  depths(): Promise<Record<JobName, JobDepth>>;

  /** @throws {AppError} queue_unavailable */
  loads(): Promise<Record<JobName, JobLoad>>;

  /**
   * Jobs that were given up, of all queues, those that failed last first, for as long as they are kept.
   *
   * @param after begin behind this one; null: with the last
   * @throws {AppError} queue_unavailable
   */
  failedJobs(after: FailedPosition | null): AsyncIterable<FailedJob>;

  /**
   * Null when there is none, or when it has not failed.
   *
   * @throws {AppError} queue_unavailable
   */
  findFailed(name: JobName, id: string): Promise<FailedJob | null>;

  /**
   * Forgets a failed job. One that has not failed stays as it is.
   *
   * @throws {AppError} queue_unavailable
   */
  forgetFailed(name: JobName, id: string): Promise<void>;

  /**
   * Pages to look at all queues with, and nothing more. Whoever serves them has to know who asks.
   *
   * @param basePath where they will be served, such as `/admin/queues`
   */
  board(basePath: string): Promise<RequestListener>;

  /** @throws {AppError} queue_unavailable */
  ping(): Promise<void>;

  /** Stops what still works without grace, and ends every connection. */
  close(): Promise<void>;
}

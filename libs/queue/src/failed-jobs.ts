import {
  AppError,
  ERROR_CODES,
  type ErrorCode,
  JOB_CATALOGUE,
  JOB_NAMES,
  type JobName,
} from '@eyeline/contracts';
import { type Job } from 'bullmq';

import { explainDeferred } from './dead-job-error.js';

/** A job that was given up. */
export interface FailedJob {
  readonly queue: JobName;
  readonly id: string;
  /** Ids, as the catalogue has them; null when nobody understands them. */
  readonly payload: Readonly<Record<string, unknown>> | null;
  /** In the words of the error table: what else a worker met stands in its log alone. */
  readonly reason: { readonly code: ErrorCode; readonly message: string };
  readonly tries: number;
  readonly failedAt: Date;
}

/** Where a list of failed jobs goes on: after this one. */
export interface FailedPosition {
  readonly failedAt: Date;
  readonly queue: JobName;
  readonly id: string;
}

/** Some failed jobs of one queue, those that failed last first; fewer than asked for when there are no more. */
export type FailedPage = (queue: JobName, start: number, count: number) => Promise<readonly FailedJob[]>;

const AT_ONCE = 50;

export function describeFailed(queue: JobName, job: Job): FailedJob {
  const payload = JOB_CATALOGUE[queue].payload.safeParse(job.data);
  return {
    queue,
    id: job.id!,
    payload: payload.success ? payload.data : null,
    reason: explainReason(job.failedReason ?? ''),
    tries: job.attemptsMade,
    failedAt: new Date(job.finishedOn ?? job.timestamp),
  };
}

/** The message of an `AppError` is `code: detail`, both for everybody; any other may hold names of hosts and files. */
export function explainReason(text: string): FailedJob['reason'] {
  const [, code, message] = /^([a-z_]+): (.*)$/s.exec(text) ?? [];
  if ((ERROR_CODES as readonly string[]).includes(code)) return { code: code as ErrorCode, message };
  const { code: other, detail } = explainDeferred(text) ?? new AppError('internal');
  return { code: other, message: detail };
}

/**
 * Failed jobs of all queues, those that failed last first; of one instant by queue and id, so that a position is one.
 *
 * @param after begin behind this one
 */
export async function* mergeFailed(
  readPage: FailedPage,
  after: FailedPosition | null,
): AsyncGenerator<FailedJob, void, undefined> {
  const sources = JOB_NAMES.map((name) => readQueue(readPage, name, after));
  const heads = await Promise.all(sources.map(async (source) => ({ source, next: await source.next() })));
  for (;;) {
    const open = heads.filter(({ next }) => next.done !== true);
    if (open.length === 0) return;
    const first = open.reduce((a, b) => (compare(valueOf(a), valueOf(b)) <= 0 ? a : b));
    yield valueOf(first);
    first.next = await first.source.next();
  }
}

const valueOf = ({ next }: { next: IteratorResult<FailedJob, void> }): FailedJob => next.value as FailedJob;

async function* readQueue(
  readPage: FailedPage,
  name: JobName,
  after: FailedPosition | null,
): AsyncGenerator<FailedJob, void, undefined> {
  for (let start = 0; ; start += AT_ONCE) {
    const page = await readPage(name, start, AT_ONCE);
    // Jobs of one instant come in an order of the server's own.
    for (const job of [...page].sort(compare)) {
      if (after === null || compare(after, job) < 0) yield job;
    }
    if (page.length < AT_ONCE) return;
  }
}

function compare(a: FailedPosition, b: FailedPosition): number {
  const later = b.failedAt.getTime() - a.failedAt.getTime();
  if (later !== 0) return later;
  const byQueue = JOB_NAMES.indexOf(a.queue) - JOB_NAMES.indexOf(b.queue);
  if (byQueue !== 0) return byQueue;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

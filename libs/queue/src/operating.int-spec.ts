import { AppError } from '@eyeline/contracts';
import { testQueueUrl } from '@eyeline/testing';

import { KINDS, prepareQueues, until, type TestQueues } from '../fixtures/backends.js';
import { type FailedJob, type JobQueue } from './index.js';

// Real: PostgreSQL, Redis.

describe.each(KINDS)('what an operator sees of the queue on %s', (kind) => {
  let queues: TestQueues;
  let queue: JobQueue;

  beforeEach(async () => {
    queues = prepareQueues();
    queue = await queues.open({ kind, url: testQueueUrl(kind) });
  });

  afterEach(() => queues.close());

  const video = (n: number) => ({ analysisId: `an_${n}`, attempt: 1 });
  const onDead = () => Promise.resolve();

  async function failedJobs(after: FailedJob | null = null): Promise<FailedJob[]> {
    const all: FailedJob[] = [];
    for await (const job of queue.failedJobs(after)) all.push(job);
    return all;
  }

  it('is how many wait, and for how long the first of them', async () => {
    expect((await queue.loads())['prepare-video']).toEqual({
      ...{ waiting: 0, active: 0, delayed: 0, failed: 0, paused: 0, oldestWaitingS: null },
      completedPerMinute: Array.from({ length: 60 }, () => 0),
      failedPerMinute: Array.from({ length: 60 }, () => 0),
    });
    await queue.enqueue('prepare-video', video(1), { priority: 7 });
    await queue.enqueue('prepare-video', video(2), { priority: 9 });
    await queue.enqueue('prepare-video', video(3), { delayMs: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const load = (await queue.loads())['prepare-video'];
    expect(load).toMatchObject({ waiting: 2, delayed: 1, active: 0, paused: 0 });
    expect(load.oldestWaitingS).toBeGreaterThanOrEqual(1);
    expect(load.oldestWaitingS).toBeLessThan(20);
  });

  it('is how many ended, minute by minute', async () => {
    for (let n = 0; n < 5; n++) await queue.enqueue('prepare-video', video(n));
    const fail = ({ payload }: { payload: { analysisId: string } }) =>
      payload.analysisId === 'an_3' ? Promise.reject(new AppError('corrupt_video')) : Promise.resolve();
    await queue.work('prepare-video', fail, { concurrency: 1, onDead });
    const sum = (series: readonly number[]): number => series.reduce((a, b) => a + b, 0);
    await until(async () => {
      const { completedPerMinute, failedPerMinute, failed } = (await queue.loads())['prepare-video'];
      expect([sum(completedPerMinute), sum(failedPerMinute), failed]).toEqual([4, 1, 1]);
      // A minute may have begun meanwhile.
      expect(sum(completedPerMinute.slice(-2))).toBe(4);
    });
  });

  it('is what was given up, with a reason that tells no secrets, page by page', async () => {
    const reasons: Record<string, Error> = {
      an_0: new AppError('corrupt_video', { detail: 'The video cannot be read after 3 s.' }),
      an_1: new Error('connect ECONNREFUSED postgres://eyeline:secret@10.0.0.1'),
      an_2: new AppError('too_many_pixels', { detail: 'a: b\nc' }),
    };
    for (const n of [0, 1, 2]) await queue.enqueue('assemble-report', video(n));
    const fail = ({ payload }: { payload: { analysisId: string } }): Promise<void> => {
      const error = reasons[payload.analysisId];
      return Promise.reject(
        error instanceof AppError ? error : new AppError('internal', { cause: error, retryable: false }),
      );
    };
    await queue.work('assemble-report', fail, { concurrency: 1, onDead });
    await queue.enqueue('deliver-webhook', { deliveryId: 'msg_1', attempt: 2 });
    await queue.work('deliver-webhook', () => Promise.reject(new AppError('not_found')), {
      concurrency: 1,
      onDead,
    });
    await until(async () => expect(await failedJobs()).toHaveLength(4));

    const all = await failedJobs();
    const times = all.map(({ failedAt }) => failedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const find = (id: string) => all.find((job) => job.id === id);
    expect(find('an_0.1.assemble-report')).toEqual({
      ...{ queue: 'assemble-report', id: 'an_0.1.assemble-report', payload: video(0), tries: 1 },
      reason: { code: 'corrupt_video', message: 'The video cannot be read after 3 s.' },
      failedAt: expect.any(Date),
    });
    expect(find('an_1.1.assemble-report')?.reason.code).toBe('internal');
    expect(find('an_2.1.assemble-report')?.reason).toEqual({ code: 'too_many_pixels', message: 'a: b\nc' });
    expect(find('msg_1.2.deliver-webhook')?.payload).toEqual({ deliveryId: 'msg_1', attempt: 2 });
    expect(JSON.stringify(all)).not.toContain('secret');

    for (let i = 0; i < all.length; i++) expect(await failedJobs(all[i])).toEqual(all.slice(i + 1));
    expect(await queue.findFailed('assemble-report', 'an_0.1.assemble-report')).toEqual(
      find('an_0.1.assemble-report'),
    );
    expect(await queue.findFailed('prepare-video', 'an_0.1.assemble-report')).toBeNull();
    await queue.forgetFailed('assemble-report', 'an_0.1.assemble-report');
    await queue.forgetFailed('assemble-report', 'nobody');
    expect(await queue.findFailed('assemble-report', 'an_0.1.assemble-report')).toBeNull();
    expect(await failedJobs()).toHaveLength(3);
  });

  it('leaves a job that has not failed as it is', async () => {
    await queue.enqueue('prepare-video', video(1));
    expect(await queue.findFailed('prepare-video', 'an_1.1.prepare-video')).toBeNull();
    await queue.forgetFailed('prepare-video', 'an_1.1.prepare-video');
    expect((await queue.depths())['prepare-video'].waiting).toBe(1);
  });

  it('reads more failed jobs than it asks for at once', async () => {
    const count = 120;
    for (let n = 0; n < count; n++) await queue.enqueue('prepare-video', video(n));
    await queue.work('prepare-video', () => Promise.reject(new AppError('corrupt_video')), {
      concurrency: 10,
      onDead,
    });
    await until(async () => expect((await queue.depths())['prepare-video'].failed).toBe(count), 20_000);
    const ids = (await failedJobs()).map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([count, count]);
  });
});

import { AppError, JOB_CATALOGUE } from '@eyeline/contracts';
import { testQueueUrl } from '@eyeline/testing';
import { Queue } from 'bullmq';

import { KINDS, pause, prepareQueues, refuseDeath, until, type TestQueues } from '../fixtures/backends.js';
import { type JobQueue, type QueueSettings } from './index.js';
import { openPostgres } from './postgres-server.js';
import { openRedis } from './redis-server.js';

describe.each(KINDS)('the job queue on %s', (kind) => {
  let settings: QueueSettings;
  let queues: TestQueues;
  let queue: JobQueue;

  beforeEach(async () => {
    settings = { kind, url: testQueueUrl(kind) };
    queues = prepareQueues();
    queue = await queues.open(settings);
  });

  afterEach(() => queues.close());

  const video = (n = 0) => ({ analysisId: `an_${n}`, attempt: 1 });

  it('runs a job once that was enqueued twice, also when it had ended by then', async () => {
    const done: string[] = [];
    await queue.enqueue('prepare-video', video());
    await queue.enqueue('prepare-video', video());
    await queue.work(
      'prepare-video',
      async ({ jobId }) => {
        done.push(jobId);
        await pause(10);
      },
      { concurrency: 2, onDead: refuseDeath },
    );
    await until(async () => {
      expect(done).toEqual(['an_0.1.prepare-video']);
      expect((await queue.depths())['prepare-video'].active).toBe(0);
    });
    await queue.enqueue('prepare-video', video());
    await pause(300);
    expect(done).toHaveLength(1);
  });

  it('keeps projects apart that share a server', async () => {
    const others = prepareQueues();
    const other = await others.open(settings);
    await queue.enqueue('prepare-video', video());
    expect((await queue.depths())['prepare-video'].waiting).toBe(1);
    expect((await other.depths())['prepare-video'].waiting).toBe(0);
    await others.close();
  });

  it('starts a waiting job in well under 200 ms', async () => {
    const started: number[] = [];
    await queue.work(
      'prepare-video',
      () => {
        started.push(Date.now());
        return Promise.resolve();
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    const delays: number[] = [];
    for (let n = 0; n < 5; n++) {
      await pause(100);
      const enqueuedAt = Date.now();
      await queue.enqueue('prepare-video', video(n));
      await until(() => expect(started).toHaveLength(n + 1));
      delays.push(started[n] - enqueuedAt);
    }
    expect(Math.min(...delays)).toBeLessThan(200);
  });

  it('assembles once, after all segments, whoever asks how often', async () => {
    const order: string[] = [];
    const flow = { analysisId: 'an_f', attempt: 1, segments: 5 };
    await Promise.all([queue.enqueueSegments(flow), queue.enqueueSegments(flow)]);
    expect((await queue.depths())['analyse-segment'].waiting).toBe(5);
    await queue.work(
      'assemble-report',
      ({ jobId }) => {
        order.push(jobId);
        return Promise.resolve();
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    await queue.work(
      'analyse-segment',
      async ({ payload }) => {
        await pause(50 - 10 * payload.segment);
        order.push(`segment ${payload.segment}`);
        if (payload.segment === 2) await queue.enqueueSegments(flow);
      },
      { concurrency: 3, onDead: refuseDeath },
    );
    await until(() => expect(order).toHaveLength(6));
    await queue.enqueueSegments(flow);
    await pause(300);
    expect(order.slice(0, 5).sort()).toEqual([0, 1, 2, 3, 4].map((segment) => `segment ${segment}`));
    expect(order.slice(5)).toEqual(['an_f.1.assemble-report']);
  });

  it('tries again what may be tried again, and says which try it is', async () => {
    const tries: [number, boolean][] = [];
    await queue.enqueue('prepare-video', video());
    await queue.work(
      'prepare-video',
      ({ tryNumber, lastTry }) => {
        tries.push([tryNumber, lastTry]);
        return tryNumber === 1 ? Promise.reject(new AppError('timed_out')) : Promise.resolve();
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    await until(() => expect(tries).toHaveLength(2));
    expect(tries).toEqual([
      [1, false],
      [2, false],
    ]);
    await until(async () => expect((await queue.depths())['prepare-video'].active).toBe(0));
    expect((await queue.depths())['prepare-video'].failed).toBe(0);
  });

  it('tries once what cannot succeed, and tells its end once', async () => {
    let tries = 0;
    const ends: [unknown, AppError][] = [];
    await queue.enqueue('prepare-video', video());
    await queue.work(
      'prepare-video',
      () => {
        tries++;
        return Promise.reject(new AppError('corrupt_video', { detail: 'Nothing in it.' }));
      },
      { concurrency: 1, onDead: (...end) => Promise.resolve(void ends.push(end)) },
    );
    await until(async () => expect((await queue.depths())['prepare-video'].failed).toBe(1));
    await pause(200);
    expect(tries).toBe(1);
    expect(ends).toHaveLength(1);
    expect(ends[0][0]).toEqual(video());
    expect(ends[0][1]).toMatchObject({ code: 'corrupt_video', detail: 'Nothing in it.' });
  });

  it('gives up when the tries are used up', async () => {
    const lastTries: boolean[] = [];
    const codes: string[] = [];
    await queue.enqueue('prepare-video', video());
    await queue.work(
      'prepare-video',
      ({ lastTry }) => {
        lastTries.push(lastTry);
        return Promise.reject(new Error('the disk said no'));
      },
      { concurrency: 1, onDead: (_payload, { code }) => Promise.resolve(void codes.push(code)) },
    );
    await until(async () => expect((await queue.depths())['prepare-video'].failed).toBe(1), 10_000);
    expect(lastTries).toEqual([false, false, true]);
    expect(lastTries).toHaveLength(JOB_CATALOGUE['prepare-video'].attempts);
    expect(codes).toEqual(['internal']);
  });

  it('ends the report with its segment, the segment first', async () => {
    const ends: string[] = [];
    await queue.enqueueSegments({ analysisId: 'an_f', attempt: 1, segments: 3 });
    await queue.work('assemble-report', () => Promise.reject(new Error('must not run')), {
      concurrency: 1,
      onDead: (_payload, { code }) => Promise.resolve(void ends.push(`assemble ${code}`)),
    });
    await queue.work(
      'analyse-segment',
      ({ payload }) =>
        payload.segment === 1 ? Promise.reject(new AppError('corrupt_video')) : Promise.resolve(),
      {
        concurrency: 1,
        onDead: async ({ segment }, { code }) => {
          await pause(200);
          ends.push(`segment ${segment} ${code}`);
        },
      },
    );
    await until(() => expect(ends).toEqual(['segment 1 corrupt_video', 'assemble internal']));
  });

  it('repeats the end of a job until somebody could take note of it', async () => {
    let asked = 0;
    await queue.enqueue('prepare-video', video());
    await queue.work('prepare-video', () => Promise.reject(new AppError('corrupt_video')), {
      concurrency: 1,
      onDead: () =>
        ++asked === 1 ? Promise.reject(new AppError('database_unavailable')) : Promise.resolve(),
    });
    await until(() => expect(asked).toBe(1));
    expect((await queue.depths())['prepare-video'].failed).toBe(0);
    await until(async () => expect((await queue.depths())['prepare-video'].failed).toBe(1), 10_000);
    expect(asked).toBe(2);
    expect(queues.errors.map(({ message }) => message)).toEqual([
      'The end of job an_0.1.prepare-video could not be told; it is put off.',
    ]);
  });

  it('refuses a payload that does not fit, at both ends', async () => {
    const wrong = { analysisId: 'an_0', attempt: 0 };
    await expect(queue.enqueue('prepare-video', wrong)).rejects.toMatchObject({ code: 'internal' });

    const onError = (error: Error) => void queues.errors.push(error);
    const open = { url: settings.url, prefix: queues.prefix, onError, onWarning: () => undefined };
    const server = await (kind === 'redis' ? openRedis(open) : openPostgres(open));
    const raw = new Queue('prepare-video', server.producer, server.factory);
    await raw.add('prepare-video', wrong, { attempts: 3 });
    await raw.close();
    await server.close();
    let ran = 0;
    await queue.work('prepare-video', () => Promise.resolve(void ran++), {
      concurrency: 1,
      onDead: refuseDeath,
    });
    await until(async () => expect((await queue.depths())['prepare-video'].failed).toBe(1));
    expect(ran).toBe(0);
    expect(queues.errors).toHaveLength(1);
  });

  it('carries a thousand jobs', async () => {
    const seen = new Map<number, number>();
    const startedAt = Date.now();
    await queue.enqueueSegments({ analysisId: 'an_m', attempt: 1, segments: 1000 });
    const enqueuedAt = Date.now();
    await queue.work(
      'analyse-segment',
      ({ payload: { segment } }) => {
        seen.set(segment, (seen.get(segment) ?? 0) + 1);
        return Promise.resolve();
      },
      { concurrency: 4, onDead: refuseDeath },
    );
    await until(() => expect(seen.size).toBe(1000), 50_000);
    const tookMs = Date.now() - enqueuedAt;
    process.stderr.write(`${kind}: a flow of 1,000 in ${enqueuedAt - startedAt} ms, done in ${tookMs} ms\n`);
    expect([...seen.values()].every((times) => times === 1)).toBe(true);
  }, 60_000);
});

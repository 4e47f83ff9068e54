import { AppError } from '@eyeline/contracts';
import { openProxy, testQueueUrl, type BreakableProxy } from '@eyeline/testing';

import { KINDS, pause, prepareQueues, refuseDeath, until, type TestQueues } from '../fixtures/backends.js';
import { openSwallowingProxy } from '../fixtures/swallowing-proxy.js';
import { type JobQueue } from './index.js';

const video = (n: number) => ({ analysisId: `an_${n}`, attempt: 1 });
const unavailable = { code: 'queue_unavailable' };

async function timeMs(action: () => Promise<void>): Promise<number> {
  const startedAt = Date.now();
  await action();
  return Date.now() - startedAt;
}

describe.each(KINDS)('a queue whose server goes away, on %s', (kind) => {
  let proxy: BreakableProxy;
  let queues: TestQueues;
  let queue: JobQueue;

  beforeEach(async () => {
    proxy = await openProxy(testQueueUrl(kind));
    queues = prepareQueues();
    queue = await queues.open({ kind, url: proxy.url });
  });

  afterEach(async () => {
    await queues.close();
    await proxy.close();
  });

  it('says so within a second, and recovers by itself', async () => {
    const done: string[] = [];
    await queue.work('prepare-video', ({ jobId }) => Promise.resolve(void done.push(jobId)), {
      concurrency: 1,
      onDead: refuseDeath,
    });
    await queue.enqueue('prepare-video', video(0));
    await until(() => expect(done).toHaveLength(1));
    await proxy.cut();
    for (const question of [
      () => queue.enqueue('prepare-video', video(1)),
      () => queue.enqueueSegments({ ...video(1), segments: 2 }),
      () => queue.isAtWork(video(1)),
      () => queue.schedule('sweep-expired', 60_000),
      () => queue.isScheduled('sweep-expired'),
      () => queue.ping(),
      () => queue.depths(),
      () => queue.work('prepare-video', () => Promise.resolve(), { concurrency: 1, onDead: refuseDeath }),
    ]) {
      const tookMs = await timeMs(() => expect(question()).rejects.toMatchObject(unavailable));
      expect(tookMs).toBeLessThan(1000);
    }
    await pause(1000);
    expect(queues.errors.length).toBeGreaterThan(0);
    expect(queues.errors.length).toBeLessThan(20);
    await proxy.mend();
    await until(() => queue.enqueue('prepare-video', video(2)), 5000);
    await until(() => expect(done).toContain('an_2.1.prepare-video'), 10_000);
  });

  it('gives up a server that is silent', async () => {
    proxy.freeze();
    const tookMs = await timeMs(() =>
      expect(queue.enqueue('prepare-video', video(1))).rejects.toMatchObject(unavailable),
    );
    expect(tookMs).toBeLessThan(4000);
    await proxy.mend();
    await until(() => queue.ping());
  });

  it('does a job anew whose end could not be recorded', async () => {
    let runs = 0;
    let isTaken = Promise.resolve();
    await queue.work(
      'prepare-video',
      async () => {
        if (++runs > 1) return;
        // The job may run before whoever gave it is told that it was taken.
        await isTaken;
        await proxy.cut();
        setTimeout(() => void proxy.mend(), 500);
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    isTaken = queue.enqueue('prepare-video', video(0));
    await isTaken;
    await until(async () => {
      expect(runs).toBeGreaterThan(0);
      expect((await queue.depths())['prepare-video']).toEqual({
        waiting: 0,
        active: 0,
        delayed: 0,
        failed: 0,
      });
    }, 15_000);
    expect(runs).toBeLessThan(3);
  });

  it('takes no outage of its own for a failure of the job', async () => {
    const patient = await queues.open({ kind, url: proxy.url }, { lockMs: 15_000 });
    const tries: number[] = [];
    await patient.work(
      'prepare-video',
      async ({ tryNumber, lastTry }) => {
        tries.push(tryNumber);
        if (!lastTry) throw new AppError('timed_out');
        await proxy.cut();
        setTimeout(() => void proxy.mend(), 1000);
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    await patient.enqueue('prepare-video', video(0));
    await until(() => expect(tries).toEqual([1, 2, 3]), 15_000);
    await until(async () => expect(await patient.isAtWork(video(0))).toBe(false), 15_000);
    expect((await patient.depths())['prepare-video'].failed).toBe(0);
    expect(tries).toHaveLength(3);
    expect(queues.errors.map(({ message }) => message).join()).not.toContain('could not be told');
  });

  it('is looked for anew when its connections are lost without a word', async () => {
    const silent = await openSwallowingProxy(testQueueUrl(kind));
    const other = await queues.open({ kind, url: silent.url });
    const done: string[] = [];
    await other.work('prepare-video', ({ jobId }) => Promise.resolve(void done.push(jobId)), {
      concurrency: 1,
      onDead: refuseDeath,
    });
    await other.enqueue('prepare-video', video(0));
    await until(() => expect(done).toHaveLength(1));
    silent.swallow();
    await expect(other.enqueue('prepare-video', video(1))).rejects.toMatchObject(unavailable);
    await queue.enqueue('prepare-video', video(2));
    await until(() => expect(done).toContain('an_2.1.prepare-video'), 30_000);
    await until(() => other.enqueue('prepare-video', video(3)), 20_000);
    // Each connection that was lost may cost the 10 s after which it is given up.
    await until(() => expect(done).toContain('an_3.1.prepare-video'), 45_000);
    await other.close();
    await silent.close();
  }, 110_000);

  it('closes while the server is away', async () => {
    await queue.work('prepare-video', () => Promise.resolve(), { concurrency: 1, onDead: refuseDeath });
    await proxy.cut();
    expect(await timeMs(() => queue.close())).toBeLessThan(4000);
    await expect(queue.ping()).rejects.toMatchObject(unavailable);
  });

  it('does not start without a server', async () => {
    await proxy.cut();
    const tookMs = await timeMs(() =>
      expect(queues.open({ kind, url: proxy.url })).rejects.toMatchObject(unavailable),
    );
    expect(tookMs).toBeLessThan(1500);
  });
});

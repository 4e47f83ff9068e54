import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openProxy, startRedis, testQueueUrl, type BreakableProxy } from '@eyeline/testing';

import { KINDS, pause, prepareQueues, refuseDeath, until, type TestQueues } from '../fixtures/backends.js';
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
  }, 30_000);

  it('gives up a server that is silent', async () => {
    proxy.freeze();
    const tookMs = await timeMs(() =>
      expect(queue.enqueue('prepare-video', video(1))).rejects.toMatchObject(unavailable),
    );
    expect(tookMs).toBeLessThan(4000);
    await proxy.mend();
    await until(() => queue.ping());
  }, 15_000);

  it('does a job anew whose end could not be recorded', async () => {
    let runs = 0;
    await queue.work(
      'prepare-video',
      async () => {
        if (++runs > 1) return;
        await proxy.cut();
        setTimeout(() => void proxy.mend(), 500);
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    await queue.enqueue('prepare-video', video(0));
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
  }, 30_000);

  it('closes while the server is away', async () => {
    await queue.work('prepare-video', () => Promise.resolve(), { concurrency: 1, onDead: refuseDeath });
    await proxy.cut();
    expect(await timeMs(() => queue.close())).toBeLessThan(4000);
    await expect(queue.ping()).rejects.toMatchObject(unavailable);
  }, 15_000);

  it('does not start without a server', async () => {
    await proxy.cut();
    const tookMs = await timeMs(() =>
      expect(queues.open({ kind, url: proxy.url })).rejects.toMatchObject(unavailable),
    );
    expect(tookMs).toBeLessThan(1500);
  });
});

describe('a new queue database', () => {
  it('is made once by processes that start together', async () => {
    const url = new URL(testQueueUrl('postgres'));
    url.pathname = `/queue_${process.pid}_${Date.now().toString(36)}`;
    const queues = prepareQueues();
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => queues.open({ kind: 'postgres', url: url.href })),
    );
    await opened[0].enqueue('prepare-video', video(0));
    expect((await opened[3].depths())['prepare-video'].waiting).toBe(1);
    await queues.close();
  }, 15_000);
});

describe('a Redis of our own', () => {
  it('is refused when it may drop jobs', async () => {
    const server = await startRedis({ 'maxmemory-policy': 'allkeys-lru' });
    await expect(prepareQueues().open({ kind: 'redis', url: server.url })).rejects.toMatchObject({
      ...unavailable,
      detail: expect.stringContaining('noeviction'),
    });
    await server.stop();
  });

  it('is warned about when it keeps nothing, and fills up again after a restart', async () => {
    const server = await startRedis();
    const queues = prepareQueues();
    const warnings: string[] = [];
    const onWarning = (message: string): void => void warnings.push(message);
    const queue = await queues.open({ kind: 'redis', url: server.url }, { onWarning });
    expect(warnings).toEqual([expect.stringContaining('appendonly')]);
    const done: string[] = [];
    await queue.work('prepare-video', ({ jobId }) => Promise.resolve(void done.push(jobId)), {
      concurrency: 1,
      onDead: refuseDeath,
    });
    await server.stop();
    const tookMs = await timeMs(() =>
      expect(queue.enqueue('prepare-video', video(0))).rejects.toMatchObject(unavailable),
    );
    expect(tookMs).toBeLessThan(1000);
    const restarted = await startRedis({ port: Number(new URL(server.url).port) });
    await until(() => queue.enqueue('prepare-video', video(1)));
    await until(() => expect(done).toEqual(['an_1.1.prepare-video']), 10_000);
    await queues.close();
    await restarted.stop();
  }, 30_000);

  it('is not warned about when it writes every job down', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'eyeline-redis-'));
    const server = await startRedis({ appendonly: 'yes', dir });
    const queues = prepareQueues();
    const warnings: string[] = [];
    await queues.open({ kind: 'redis', url: server.url }, { onWarning: (text) => void warnings.push(text) });
    expect(warnings).toEqual([]);
    await queues.close();
    await server.stop();
    await rm(dir, { recursive: true });
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startRedis } from '@eyeline/testing';
import { Redis } from 'ioredis';

import { pause, prepareQueues, refuseDeath, until, type TestQueues } from '../fixtures/backends.js';
import { type JobQueue } from './index.js';

type Server = Awaited<ReturnType<typeof startRedis>>;

const attempt = (n: number) => ({ analysisId: `an_${n}`, attempt: 1 });

/** One command on a connection of its own; one that ends the server gets no answer. */
async function command(server: Server, name: string, ...args: string[]): Promise<unknown> {
  const client = new Redis(server.url, { retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    return await client.call(name, ...args);
  } catch {
    return undefined;
  } finally {
    client.disconnect();
  }
}

describe('a Redis that loses its data', () => {
  let dir: string;
  let server: Server;
  let queues: TestQueues;
  let queue: JobQueue;

  async function start(settings: Record<string, string> = {}): Promise<void> {
    server = await startRedis({ dir, ...settings });
    queue = await queues.open({ kind: 'redis', url: server.url });
  }

  async function restart(settings: Record<string, string> = {}): Promise<void> {
    await server.stop();
    server = await startRedis({ dir, port: Number(new URL(server.url).port), ...settings });
  }

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'eyeline-redis-'));
    queues = prepareQueues();
  });

  afterEach(async () => {
    await queues.close();
    await server.stop();
    await rm(dir, { recursive: true });
  });

  const losses: [string, () => Promise<void>][] = [
    ['is wiped', async () => void (await command(server, 'FLUSHALL'))],
    [
      'restarts without what it held',
      async () => {
        await command(server, 'SHUTDOWN', 'NOSAVE');
        await restart();
      },
    ],
  ];

  it.each(losses)(
    'is noticed when it %s, and everything goes on',
    async (_what, lose) => {
      await start();
      await queue.schedule('sweep-expired', 60_000);
      const log: string[] = [];
      const aborted: string[] = [];
      let letGo = (): void => undefined;
      await queue.work(
        'prepare-video',
        async ({ payload: { analysisId }, signal }) => {
          log.push(analysisId);
          if (log.length > 2) return;
          signal.addEventListener('abort', () => aborted.push(analysisId));
          await new Promise<void>((resolve, reject) => {
            if (analysisId === 'an_1') letGo = resolve;
            else signal.addEventListener('abort', () => reject(signal.reason as Error));
          });
        },
        { concurrency: 2, onDead: refuseDeath },
      );
      // One listens to its signal, one does not, one waits, and the report of one waits for its segments.
      for (const n of [0, 1, 2]) await queue.enqueue('prepare-video', attempt(n));
      await queue.enqueueSegments({ ...attempt(4), segments: 3 });
      await until(() => expect(log).toEqual(['an_0', 'an_1']));

      await lose();
      await until(async () => {
        expect(await queue.isScheduled('sweep-expired')).toBe(false);
        for (const n of [0, 1, 2, 4]) expect(await queue.isAtWork(attempt(n))).toBe(false);
      }, 10_000);
      await until(() => expect([...aborted].sort()).toEqual(['an_0', 'an_1']), 10_000);
      letGo();

      await queue.schedule('sweep-expired', 60_000);
      let sweeps = 0;
      await queue.work('sweep-expired', () => Promise.resolve(void sweeps++), {
        concurrency: 1,
        onDead: refuseDeath,
      });
      for (const n of [0, 1, 2, 3]) await queue.enqueue('prepare-video', attempt(n), { again: true });
      await queue.enqueueSegments({ ...attempt(4), segments: 3 });
      const segments: number[] = [];
      await queue.work(
        'analyse-segment',
        ({ payload: { segment } }) => Promise.resolve(void segments.push(segment)),
        { concurrency: 1, onDead: refuseDeath },
      );
      await until(() => expect(log.slice(2).sort()).toEqual(['an_0', 'an_1', 'an_2', 'an_3']), 10_000);
      await until(() => expect(segments).toEqual([0, 1, 2]));
      await until(() => expect(sweeps).toBe(1));
      await until(async () =>
        expect((await queue.depths())['prepare-video']).toEqual({
          waiting: 0,
          active: 0,
          delayed: 0,
          failed: 0,
        }),
      );
      expect(log).toHaveLength(6);
      const ofLostJobs = queues.errors.map(({ message }) => message).filter((text) => text.includes('an_'));
      expect(ofLostJobs.sort()).toEqual(
        [
          'Job an_0.1.prepare-video is lost to this worker: ',
          'Job an_1.1.prepare-video is lost to this worker: ',
        ].map((text) => expect.stringContaining(text) as string),
      );
      expect(queues.errors.length).toBeLessThan(15);
    },
    40_000,
  );

  it('says so once when a job had ended by then', async () => {
    await start();
    let wiped = false;
    await queue.work(
      'prepare-video',
      async () => {
        if (!wiped) await command(server, 'FLUSHALL');
        wiped = true;
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    await queue.enqueue('prepare-video', attempt(0));
    await until(() => expect(queues.errors).not.toEqual([]));
    await queue.enqueue('prepare-video', attempt(0), { again: true });
    await until(async () => expect(await queue.isAtWork(attempt(0))).toBe(false));
    await pause(200);
    expect(queues.errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('What became of job an_0.1.prepare-video counts no more: Missing'),
    ]);
  });

  it('loses nothing that it acknowledged a second before it was killed, with an append-only file', async () => {
    const lasting = { appendonly: 'yes', appendfsync: 'everysec' };
    await start(lasting);
    await queue.schedule('sweep-expired', 3600_000);
    await queue.enqueueSegments({ ...attempt(0), segments: 20, priority: 7 });
    for (let n = 1; n <= 100; n++) await queue.enqueue('prepare-video', attempt(n), { priority: n });
    await pause(1100);
    const info = (await command(server, 'INFO', 'server')) as string;
    process.kill(Number(/process_id:(\d+)/.exec(info)![1]), 'SIGKILL');
    await restart(lasting);
    await until(() => queue.ping(), 10_000);
    expect(await queue.isScheduled('sweep-expired')).toBe(true);
    const order: string[] = [];
    for (const name of ['prepare-video', 'analyse-segment', 'assemble-report'] as const) {
      await queue.work(name, ({ jobId }) => Promise.resolve(void order.push(jobId)), {
        concurrency: 1,
        onDead: refuseDeath,
      });
    }
    await until(() => expect(order).toHaveLength(121), 20_000);
    const ids = (kind: string): string[] => order.filter((id) => id.includes(kind));
    expect(ids('prepare')).toEqual(Array.from({ length: 100 }, (_, n) => `an_${n + 1}.1.prepare-video`));
    expect(ids('segment')).toEqual(Array.from({ length: 20 }, (_, n) => `an_0.1.analyse-segment.${n}`));
    expect(new Set(order).size).toBe(121);
  });
});

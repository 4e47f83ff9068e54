import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

import { type AppError } from '@eyeline/contracts';
import { openProxy, testQueueUrl } from '@eyeline/testing';

import { KINDS, pause, prepareQueues, refuseDeath, until, type TestQueues } from '../fixtures/backends.js';
import { type JobQueue, type QueueSettings } from './index.js';

const LOCK_MS = 1000;
/** `stalledInterval`, and what a loaded machine adds to a timer. */
const TAKEOVER_MS = LOCK_MS + LOCK_MS / 3 + 1000;

const LOADER = resolve(import.meta.dirname, '../../testing/src/typescript-loader.mjs');
const HANGING_WORKER = resolve(import.meta.dirname, '../fixtures/hanging-worker.ts');

describe.each(KINDS)('jobs whose worker goes away, on %s', (kind) => {
  let settings: QueueSettings;
  let queues: TestQueues;
  let queue: JobQueue;
  let children: ChildProcess[];

  beforeEach(async () => {
    settings = { kind, url: testQueueUrl(kind) };
    children = [];
    queues = prepareQueues();
    queue = await queues.open(settings, { lockMs: LOCK_MS });
    await queue.enqueue('prepare-video', video);
  });

  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await queues.close();
  });

  const video = { analysisId: 'an_0', attempt: 1 };

  /** A real worker process; resolves when it has taken the job. `lines` grows by what it prints. */
  async function startHangingWorker(
    lockMs = LOCK_MS,
    blockMs?: number,
  ): Promise<{ child: ChildProcess; lines: string[] }> {
    const given = JSON.stringify({ ...settings, prefix: queues.prefix, lockMs, blockMs });
    const child = spawn(process.execPath, ['--import', LOADER, HANGING_WORKER, given], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const lines: string[] = [];
    const output = createInterface(child.stdout).on('line', (line) => lines.push(line));
    await once(output, 'line');
    return { child, lines };
  }

  async function kill(child: ChildProcess): Promise<void> {
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  it('takes a job over from a killed process, and completes it once', async () => {
    const { child } = await startHangingWorker();
    const tries: number[] = [];
    await queue.work('prepare-video', ({ tryNumber }) => Promise.resolve(void tries.push(tryNumber)), {
      concurrency: 1,
      onDead: refuseDeath,
    });
    await kill(child);
    const killedAt = Date.now();
    await until(() => expect(tries).toEqual([1]), 10_000);
    expect(Date.now() - killedAt).toBeLessThan(TAKEOVER_MS);
    await pause(LOCK_MS);
    expect(tries).toHaveLength(1);
  });

  it('gives up a job that takes its process down each time, and tells so once', async () => {
    for (let kills = 0; kills <= 3; kills++) await kill((await startHangingWorker(400)).child);
    let ran = 0;
    const ends: AppError[] = [];
    await queue.work('prepare-video', () => Promise.resolve(void ran++), {
      concurrency: 1,
      onDead: (_payload, error) => Promise.resolve(void ends.push(error)),
    });
    await until(async () => expect((await queue.depths())['prepare-video'].failed).toBe(1), 10_000);
    await pause(LOCK_MS);
    expect(ran).toBe(0);
    expect(ends).toHaveLength(1);
    expect(ends[0]).toMatchObject({ code: 'internal', detail: expect.stringContaining('vanished') });
  }, 60_000);

  it.each([
    ['in the middle of its work', undefined, 'lost to this worker'],
    ['and thinks that it has ended its work', 3 * LOCK_MS, 'counts no more'],
  ])(
    'takes a job from a frozen process, which finds out when it wakes %s',
    async (_when, blockMs, finding) => {
      const { child, lines } = await startHangingWorker(LOCK_MS, blockMs);
      child.kill('SIGSTOP');
      const runs: AbortSignal[] = [];
      let letGo = (): void => undefined;
      await queue.work(
        'prepare-video',
        async ({ signal }) => {
          runs.push(signal);
          await new Promise<void>((resolve) => (letGo = resolve));
        },
        { concurrency: 1, onDead: refuseDeath },
      );
      await until(() => expect(runs).toHaveLength(1), 10_000);
      child.kill('SIGCONT');
      await until(() => expect(lines.join()).toContain(finding), 10_000);
      await pause(LOCK_MS);
      expect(runs[0].aborted).toBe(false);
      expect((await queue.depths())['prepare-video'].active).toBe(1);
      letGo();
      await until(async () =>
        expect((await queue.depths())['prepare-video']).toEqual({
          waiting: 0,
          active: 0,
          delayed: 0,
          failed: 0,
        }),
      );
      expect(runs).toHaveLength(1);
      expect(lines).not.toContain('dead');
      expect(lines.filter((line) => line.includes(finding))).toHaveLength(1);
      expect(queues.errors).toEqual([]);
    },
    30_000,
  );

  it('hands active jobs back when it stops, without using up a try', async () => {
    const started: string[] = [];
    const patient = { lockMs: 20 * LOCK_MS };
    const own = await queues.open(settings, patient);
    const worker = await own.work(
      'prepare-video',
      async ({ signal }) => {
        started.push('first');
        await new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        });
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    await until(() => expect(started).toEqual(['first']));
    const other = await queues.open(settings, patient);
    await other.work(
      'prepare-video',
      ({ tryNumber }) => Promise.resolve(void started.push(`second, try ${tryNumber}`)),
      { concurrency: 1, onDead: refuseDeath },
    );
    const stoppedAt = Date.now();
    await worker.stop(10_000);
    await until(() => expect(started).toEqual(['first', 'second, try 1']));
    expect(Date.now() - stoppedAt).toBeLessThan(5 * LOCK_MS);
    expect(queues.errors).toEqual([]);
  });

  it('takes the job from a processor that does not listen, and takes no other', async () => {
    const started: string[] = [];
    let letGo = (): void => undefined;
    const worker = await queue.work(
      'prepare-video',
      async ({ jobId }) => {
        started.push(jobId);
        await new Promise<void>((resolve) => (letGo = resolve));
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    await until(() => expect(started).toHaveLength(1));
    await queue.enqueue('prepare-video', { ...video, attempt: 2 });
    const stoppedAt = Date.now();
    await worker.stop(300);
    expect(Date.now() - stoppedAt).toBeLessThan(2000);
    expect((await queue.depths())['prepare-video']).toMatchObject({ waiting: 2, active: 0 });
    letGo();
    await pause(100);
    expect(started).toHaveLength(1);
    expect((await queue.depths())['prepare-video']).toMatchObject({ waiting: 2, active: 0 });
  });

  it('lets a worker that is cut off go on for no longer than its lock, and another finish', async () => {
    const proxy = await openProxy(settings.url);
    const other = await queues.open({ kind, url: proxy.url }, { lockMs: LOCK_MS });
    const log: string[] = [];
    await other.work(
      'prepare-video',
      async ({ signal }) => {
        log.push('cut off');
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        log.push('aborted');
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    await until(() => expect(log).toEqual(['cut off']));
    proxy.freeze();
    await queue.work('prepare-video', () => Promise.resolve(void log.push('finished')), {
      concurrency: 1,
      onDead: refuseDeath,
    });
    await until(() => expect([...log].sort()).toEqual(['aborted', 'cut off', 'finished']), 10_000);
    await proxy.mend();
    await pause(LOCK_MS);
    expect(log).toHaveLength(3);
    expect((await queue.depths())['prepare-video']).toMatchObject({ waiting: 0, active: 0, failed: 0 });
    await other.close();
    await proxy.close();
  });
});

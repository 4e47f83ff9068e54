import { AppError } from '@eyeline/contracts';
import { testQueueUrl } from '@eyeline/testing';

import { KINDS, pause, prepareQueues, refuseDeath, until, type TestQueues } from '../fixtures/backends.js';
import { type JobQueue, type QueueSettings } from './index.js';

describe.each(KINDS)('work that is asked for again, on %s', (kind) => {
  let settings: QueueSettings;
  let queues: TestQueues;
  let queue: JobQueue;

  beforeEach(async () => {
    settings = { kind, url: testQueueUrl(kind) };
    queues = prepareQueues();
    queue = await queues.open(settings);
  });

  afterEach(() => queues.close());

  const attempt = { analysisId: 'an_0', attempt: 1 };

  /** Workers for a whole analysis of three segments; `segment` may fail. */
  async function attendAll(
    segment: (tries: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<string[]> {
    const log: string[] = [];
    await queue.work(
      'prepare-video',
      async () => {
        log.push('prepare');
        await queue.enqueueSegments({ ...attempt, segments: 3 });
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    await queue.work(
      'analyse-segment',
      async ({ payload }) => {
        await segment(payload.segment);
        log.push(`segment ${payload.segment}`);
      },
      {
        concurrency: 1,
        onDead: ({ segment: number }) => Promise.resolve(void log.push(`dead ${number}`)),
      },
    );
    await queue.work('assemble-report', () => Promise.resolve(void log.push('report')), {
      concurrency: 1,
      onDead: () => Promise.resolve(void log.push('dead report')),
    });
    return log;
  }

  const run = ['prepare', 'segment 0', 'segment 1', 'segment 2', 'report'];
  const untilIdle = (): Promise<void> =>
    until(async () => expect(await queue.isAtWork(attempt)).toBe(false), 10_000);

  it('is at work while its video is fetched', async () => {
    await queue.enqueue('fetch-source', attempt);
    expect(await queue.isAtWork(attempt)).toBe(true);
    await queue.work('fetch-source', () => Promise.resolve(), { concurrency: 1, onDead: refuseDeath });
    await untilIdle();
  });

  it('is at work from its first job to the end of its report', async () => {
    expect(await queue.isAtWork(attempt)).toBe(false);
    await queue.enqueue('prepare-video', attempt);
    expect(await queue.isAtWork(attempt)).toBe(true);
    expect(await queue.isAtWork({ ...attempt, attempt: 2 })).toBe(false);
    const steps: boolean[] = [];
    const look = async (): Promise<void> => void steps.push(await queue.isAtWork(attempt));
    const prepare = await queue.work(
      'prepare-video',
      async ({ tryNumber }) => {
        await look();
        if (tryNumber === 1) throw new AppError('timed_out');
        await queue.enqueueSegments({ ...attempt, segments: 2 });
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    await until(async () => expect((await queue.depths())['prepare-video'].delayed).toBe(1));
    await look();
    await until(async () => expect((await queue.depths())['analyse-segment'].waiting).toBe(2), 10_000);
    await prepare.stop(5000);
    await look();
    for (const name of ['analyse-segment', 'assemble-report'] as const) {
      await queue.work(name, look, { concurrency: 1, onDead: refuseDeath });
    }
    await untilIdle();
    expect(steps).toEqual([true, true, true, true, true, true, true]);
  });

  it('is done once more after it ended, and only then', async () => {
    await queue.enqueue('prepare-video', attempt, { again: true });
    await queue.enqueue('prepare-video', attempt, { again: true });
    const log = await attendAll();
    await until(() => expect(log).toEqual(run));
    await untilIdle();
    await queue.enqueue('prepare-video', attempt);
    await pause(200);
    expect(log).toEqual(run);
    const other = await queues.open(settings);
    await queue.enqueue('prepare-video', attempt, { again: true, priority: 3 });
    await other.enqueue('prepare-video', attempt, { again: true, priority: 3 });
    await until(() => expect(log.filter((step) => step === 'report')).toHaveLength(2), 10_000);
    await untilIdle();
    expect(log.filter((step) => step === 'segment 1').length).toBeGreaterThanOrEqual(2);
  });

  it('is done once more after it failed', async () => {
    let broken = true;
    const log = await attendAll((segment) =>
      broken && segment === 1 ? Promise.reject(new AppError('corrupt_video')) : Promise.resolve(),
    );
    await queue.enqueue('prepare-video', attempt);
    await until(() => expect(log).toContain('dead report'));
    await untilIdle();
    await until(async () => expect((await queue.depths())['analyse-segment'].waiting).toBe(0));
    broken = false;
    log.length = 0;
    await queue.enqueue('prepare-video', attempt, { again: true });
    await until(() => expect(log).toEqual(run), 10_000);
    await untilIdle();
    expect((await queue.depths())['analyse-segment'].failed).toBe(0);
  });

  it('stays as it is while it is in work', async () => {
    let ran = 0;
    let letGo = (): void => undefined;
    await queue.enqueue('prepare-video', attempt);
    await queue.work(
      'prepare-video',
      async () => {
        ran++;
        await new Promise<void>((resolve) => (letGo = resolve));
      },
      { concurrency: 2, onDead: refuseDeath },
    );
    await until(() => expect(ran).toBe(1));
    await queue.enqueue('prepare-video', attempt, { again: true });
    await pause(200);
    letGo();
    await untilIdle();
    expect(ran).toBe(1);
    expect(queues.errors).toEqual([]);
  });
});

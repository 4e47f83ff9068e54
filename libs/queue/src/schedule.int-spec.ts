import { AppError } from '@eyeline/contracts';
import { testQueueUrl } from '@eyeline/testing';

import { KINDS, pause, prepareQueues, refuseDeath, until, type TestQueues } from '../fixtures/backends.js';
import { type JobQueue, type QueueSettings } from './index.js';

describe.each(KINDS)('jobs that a clock starts, on %s', (kind) => {
  let settings: QueueSettings;
  let queues: TestQueues;
  let queue: JobQueue;

  beforeEach(async () => {
    settings = { kind, url: testQueueUrl(kind) };
    queues = prepareQueues();
    queue = await queues.open(settings);
  });

  afterEach(() => queues.close());

  const countSweeps = async (): Promise<number> => {
    const { waiting, active, delayed, failed } = (await queue.depths())['sweep-expired'];
    return waiting + active + delayed + failed;
  };

  it('are made once, whoever asks how often, and start at once', async () => {
    const others = await Promise.all([1, 2, 3].map(() => queues.open(settings)));
    expect(await queue.isScheduled('sweep-expired')).toBe(false);
    await Promise.all([queue, ...others].map((each) => each.schedule('sweep-expired', 60_000)));
    await queue.schedule('sweep-expired', 60_000);
    expect(await others[0].isScheduled('sweep-expired')).toBe(true);
    expect(await countSweeps()).toBe(1);
    const payloads: unknown[] = [];
    const work = (each: JobQueue) =>
      each.work('sweep-expired', ({ payload }) => Promise.resolve(void payloads.push(payload)), {
        concurrency: 1,
        onDead: refuseDeath,
      });
    await Promise.all([queue, ...others].map(work));
    await until(() => expect(payloads).toEqual([{}]));
    await until(async () => expect((await queue.depths())['sweep-expired'].active).toBe(0));
    await Promise.all(others.map((each) => each.schedule('sweep-expired', 60_000)));
    await pause(300);
    expect(payloads).toHaveLength(1);
    expect(await countSweeps()).toBe(1);
  });

  it('come again, at the period that was asked for last', async () => {
    let runs = 0;
    await queue.work('sweep-expired', () => Promise.resolve(void runs++), {
      concurrency: 1,
      onDead: refuseDeath,
    });
    await queue.schedule('sweep-expired', 60_000);
    await until(() => expect(runs).toBe(1));
    await queue.schedule('sweep-expired', 200);
    await until(() => expect(runs).toBeGreaterThanOrEqual(5), 10_000);
    await queue.schedule('sweep-expired', 60_000);
    await pause(500);
    const before = runs;
    await pause(1000);
    expect(runs - before).toBeLessThanOrEqual(1);
    expect(await countSweeps()).toBe(1);
  });

  it.each([
    ['a failure', 'internal'],
    ['an outage', 'database_unavailable'],
  ] as const)(
    'do not pile up when %s meets each of them',
    async (_what, code) => {
      let runs = 0;
      const ends: string[] = [];
      await queue.schedule('sweep-expired', 100);
      await queue.work(
        'sweep-expired',
        () => {
          runs++;
          return Promise.reject(new AppError(code));
        },
        { concurrency: 1, onDead: (_payload, error) => Promise.resolve(void ends.push(error.code)) },
      );
      await until(() => expect(ends.length).toBeGreaterThanOrEqual(5), 10_000);
      expect(new Set(ends)).toEqual(new Set([code]));
      expect(runs - ends.length).toBeLessThanOrEqual(1);
      expect(await countSweeps()).toBeLessThanOrEqual(2);
    },
    15_000,
  );

  it('wait for a worker without piling up', async () => {
    await queue.schedule('sweep-expired', 50);
    await pause(500);
    expect(await countSweeps()).toBe(1);
  });
});

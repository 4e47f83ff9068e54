import { AppError } from '@eyeline/contracts';
import { testQueueUrl } from '@eyeline/testing';
import { Queue } from 'bullmq';

import { KINDS, prepareQueues, refuseDeath, until, type TestQueues } from '../fixtures/backends.js';
import { jobOptions } from './job-options.js';
import { type JobQueue, type QueueSettings } from './index.js';
import { openPostgres } from './postgres-server.js';
import { openRedis } from './redis-server.js';

const DAY_MS = 24 * 3600 * 1000;

describe.each(KINDS)('jobs that meet an outage, on %s', (kind) => {
  let settings: QueueSettings;
  let queues: TestQueues;
  let queue: JobQueue;

  beforeEach(async () => {
    settings = { kind, url: testQueueUrl(kind) };
    queues = prepareQueues();
    queue = await queues.open(settings, { outageDelayMs: 100 });
  });

  afterEach(() => queues.close());

  const video = { analysisId: 'an_0', attempt: 1 };

  it('are put off as often as it takes, and lose no try', async () => {
    const tries: number[] = [];
    await queue.enqueue('prepare-video', video);
    await queue.work(
      'prepare-video',
      ({ tryNumber }) => {
        tries.push(tryNumber);
        if (tries.length <= 5) return Promise.reject(new AppError('database_unavailable'));
        return tries.length === 6 ? Promise.reject(new AppError('timed_out')) : Promise.resolve();
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    await until(() => expect(tries).toEqual([1, 1, 1, 1, 1, 1, 2]), 10_000);
    await until(async () =>
      expect((await queue.depths())['prepare-video']).toEqual({
        waiting: 0,
        active: 0,
        delayed: 0,
        failed: 0,
      }),
    );
    expect(queues.errors).toEqual([]);
  });

  it('fail like others when it lasts for more than a day', async () => {
    const open = {
      url: settings.url,
      prefix: queues.prefix,
      onError: () => undefined,
      onWarning: () => undefined,
    };
    const server = await (kind === 'redis' ? openRedis(open) : openPostgres(open));
    const raw = new Queue('prepare-video', server.producer, server.factory);
    await raw.add('prepare-video', video, {
      ...jobOptions('prepare-video', video, 1),
      backoff: 50,
      timestamp: Date.now() - DAY_MS,
    });
    await raw.close();
    await server.close();
    const tries: number[] = [];
    const ends: string[] = [];
    await queue.work(
      'prepare-video',
      ({ tryNumber }) => {
        tries.push(tryNumber);
        return Promise.reject(new AppError('storage_unavailable'));
      },
      { concurrency: 1, onDead: (_payload, { code }) => Promise.resolve(void ends.push(code)) },
    );
    await until(() => expect(ends).toEqual(['storage_unavailable']), 10_000);
    expect(tries).toEqual([1, 2, 3]);
  });
});

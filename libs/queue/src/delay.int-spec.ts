import { testQueueUrl } from '@eyeline/testing';

import { KINDS, prepareQueues, refuseDeath, until, type TestQueues } from '../fixtures/backends.js';
import { type JobQueue } from './index.js';

describe.each(KINDS)('a job that waits, on %s', (kind) => {
  let queues: TestQueues;
  let queue: JobQueue;

  beforeEach(async () => {
    queues = prepareQueues();
    queue = await queues.open({ kind, url: testQueueUrl(kind) });
  });

  afterEach(() => queues.close());

  const add = (deliveryId: string, delayMs?: number): Promise<void> =>
    queue.enqueue('deliver-webhook', { deliveryId, attempt: 1 }, { delayMs, again: true });

  it('is not taken before its time, and asking for it again changes nothing', async () => {
    const dueAtMs = Date.now() + 500;
    await add('late', 500);
    await add('late');
    await add('early');
    expect((await queue.depths())['deliver-webhook']).toMatchObject({ delayed: 1, waiting: 1 });
    const done: string[] = [];
    let doneAtMs = 0;
    await queue.work(
      'deliver-webhook',
      ({ payload }) => {
        done.push(payload.deliveryId);
        doneAtMs = Date.now();
        return Promise.resolve();
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    await until(() => expect(done).toEqual(['early', 'late']), 10_000);
    expect(doneAtMs).toBeGreaterThanOrEqual(dueAtMs - 1); // timers and clocks differ by a part of a millisecond
  });
});

import { AppError } from '@eyeline/contracts';
import { testQueueUrl } from '@eyeline/testing';

import { KINDS, pause, prepareQueues, refuseDeath, until, type TestQueues } from '../fixtures/backends.js';
import { MAX_PRIORITY, type JobContext, type JobQueue } from './index.js';

describe.each(KINDS)('the order of jobs on %s', (kind) => {
  let queues: TestQueues;
  let queue: JobQueue;

  beforeEach(async () => {
    queues = prepareQueues();
    queue = await queues.open({ kind, url: testQueueUrl(kind) }, { outageDelayMs: 100 });
  });

  afterEach(() => queues.close());

  const addVideo = (name: string, priority?: number): Promise<void> =>
    queue.enqueue('prepare-video', { analysisId: name, attempt: 1 }, { priority });

  const preparesWaiting = async (): Promise<number> => (await queue.depths())['prepare-video'].waiting;

  /** Works off what waits, one after the other, and returns the names in the order in which they ended. */
  async function work(count: number, process?: (context: JobContext<'prepare-video'>) => Promise<void>) {
    const done: string[] = [];
    await queue.work(
      'prepare-video',
      async (context) => {
        await process?.(context);
        done.push(context.payload.analysisId);
      },
      { concurrency: 1, onDead: refuseDeath },
    );
    await until(() => expect(done).toHaveLength(count), 10_000);
    return done;
  }

  it('is by priority, then by arrival, and all count as waiting', async () => {
    await addVideo('last', MAX_PRIORITY + 5);
    await addVideo('c', 10);
    await addVideo('d', 10);
    await addVideo('b', 2);
    await addVideo('a');
    await addVideo('e', 10);
    expect(await preparesWaiting()).toBe(6);
    expect(await work(6)).toEqual(['a', 'b', 'c', 'd', 'e', 'last']);
  });

  it('refuses a priority before the first', async () => {
    await expect(addVideo('a', 0)).rejects.toMatchObject({ code: 'internal' });
    await expect(
      queue.enqueueSegments({ analysisId: 'a', attempt: 1, segments: 2, priority: -1 }),
    ).rejects.toMatchObject({ code: 'internal' });
    expect((await queue.depths())['analyse-segment'].waiting).toBe(0);
  });

  it('lets a short video pass the end of a long one, also when that one came first', async () => {
    await queue.enqueueSegments({ analysisId: 'long', attempt: 1, segments: 360, priority: 5 });
    await queue.enqueueSegments({ analysisId: 'short', attempt: 1, segments: 1, priority: 8 });
    expect((await queue.depths())['analyse-segment'].waiting).toBe(361);
    const order: string[] = [];
    await queue.work(
      'analyse-segment',
      ({ payload }) => Promise.resolve(void order.push(`${payload.analysisId} ${payload.segment}`)),
      { concurrency: 1, onDead: refuseDeath },
    );
    const reports: string[] = [];
    await queue.work(
      'assemble-report',
      ({ payload }) => Promise.resolve(void reports.push(payload.analysisId)),
      { concurrency: 1, onDead: refuseDeath },
    );
    await until(() => expect(reports).toEqual(['short', 'long']), 30_000);
    expect(order.indexOf('short 0')).toBe(4);
    const ofLong = order.filter((name) => name.startsWith('long'));
    expect(ofLong).toEqual(Array.from({ length: 360 }, (_, segment) => `long ${segment}`));
  });

  it('is kept by a job that is tried again, put off or handed back', async () => {
    const setback: Record<string, () => Promise<void>> = {
      'tried again': () => Promise.reject(new AppError('timed_out')),
      'put off': () => Promise.reject(new AppError('storage_unavailable')),
    };
    await addVideo('tried again', 20);
    await addVideo('put off', 30);
    await addVideo('handed back', 40);
    const stopped: string[] = [];
    const first = await queue.work(
      'prepare-video',
      async ({ payload: { analysisId }, signal }) => {
        stopped.push(analysisId);
        await setback[analysisId]?.();
        await new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        });
      },
      { concurrency: 3, onDead: refuseDeath },
    );
    await until(() => expect(stopped).toContain('handed back'));
    await first.stop(5000);
    for (const name of ['50', '10', '25', '35', '40 too']) await addVideo(name, Number.parseInt(name));
    // A process that stalls for longer than a lock lasts loses the third one, and puts it off when it comes back.
    await until(async () => {
      expect((await queue.depths())['prepare-video'].delayed).toBeGreaterThanOrEqual(2);
    });
    // Nobody looks for jobs, so those that are due stay where they are until the next worker comes.
    await pause(1500);
    expect(await work(8)).toEqual([
      '10',
      'tried again',
      '25',
      'put off',
      '35',
      'handed back',
      '40 too',
      '50',
    ]);
  });

  it('starts a job that is handed back at once, if another worker is idle', async () => {
    const started: string[] = [];
    const attend = (name: string) =>
      queue.work(
        'prepare-video',
        async ({ signal }) => {
          started.push(name);
          if (name !== 'first') return;
          await new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason as Error));
          });
        },
        { concurrency: 1, onDead: refuseDeath },
      );
    const first = await attend('first');
    await addVideo('a', 7);
    await until(() => expect(started).toEqual(['first']));
    await attend('second');
    const stoppedAt = Date.now();
    await first.stop(5000);
    await until(() => expect(started).toEqual(['first', 'second']));
    expect(Date.now() - stoppedAt).toBeLessThan(1500);
  });
});

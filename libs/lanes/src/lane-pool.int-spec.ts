import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { LanePool } from './lane-pool.js';

/** Real threads; what runs in them is a lane made to misbehave. */
describe('LanePool', () => {
  let crashes: Error[];
  let pool: LanePool<string, number>;

  const open = (threads: number): LanePool<string, number> => {
    const file = pathToFileURL(`${import.meta.dirname}/../test/wayward-lane.mjs`);
    return new LanePool(file, { threads, onIdleCrash: (error) => crashes.push(error) });
  };

  beforeEach(() => {
    crashes = [];
    pool = open(1);
  });
  afterEach(() => pool.close());

  const run = (task: string, signal = new AbortController().signal, onProgress?: (done: number) => void) =>
    pool.run(task, { signal, onProgress });

  it('keeps its thread from one task to the next', async () => {
    const first = await run('answer');
    await sleep(50);
    expect(await run('answer')).toBe(first);
  });

  it.each(['crash', 'vanish'])(
    'makes a %s of the thread a retryable error and goes on with a new one',
    async (way) => {
      const first = await run('answer');
      await expect(run(way)).rejects.toMatchObject({ code: 'internal', retryable: true });
      const second = await run('answer');
      expect(second).not.toBe(first);
      expect(crashes).toEqual([]);
    },
  );

  it('asks for an end by message and waits for the lane to answer; the thread lives on', async () => {
    const thread = await run('answer');
    const controller = new AbortController();
    const reason = new Error('shutting down');
    let abortedAtMs = 0;
    const given = run('waitForAbort', controller.signal, () => {
      abortedAtMs = performance.now();
      controller.abort(reason);
    });
    await expect(given).rejects.toBe(reason);
    expect(performance.now() - abortedAtMs).toBeGreaterThanOrEqual(95);
    expect(await run('answer')).toBe(thread);
  });

  it('does not start what was aborted before', async () => {
    await expect(run('crash', AbortSignal.abort())).rejects.toThrow();
    await expect(run('answer')).resolves.toEqual(expect.any(Number));
  });

  it('ends no thread that still works, whatever ends on the others; takes nothing more', async () => {
    const three = open(3);
    const signal = new AbortController().signal;
    const tasks = ['answer', 'answerLate', 'answer', 'answerLate', 'answerLate', 'answer'];
    const answers = Promise.allSettled(tasks.map((task) => three.run(task, { signal })));
    await sleep(20);
    await three.close();
    expect((await answers).map(({ status }) => status)).toEqual(tasks.map(() => 'fulfilled'));
    await expect(three.run('answer', { signal })).rejects.toThrow('The worker threads have ended.');
    expect(crashes).toEqual([]);
  });
});

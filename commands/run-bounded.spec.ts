import { setImmediate as pause } from 'node:timers/promises';

import { inGroups, runBounded } from './run-bounded.js';

async function* count(to: number, onTake: () => void = () => undefined): AsyncGenerator<number> {
  for (let i = 0; i < to; i++) {
    await pause();
    onTake();
    yield i;
  }
}

const forever = (): AbortSignal => new AbortController().signal;

describe('runBounded', () => {
  it('works on every item once, side by side and within the limit', async () => {
    const done: number[] = [];
    let [inWork, most] = [0, 0];
    await runBounded(count(40), 3, forever(), async (i) => {
      most = Math.max(most, ++inWork);
      await pause();
      await pause();
      inWork--;
      done.push(i);
    });
    expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(most).toBe(3);
  });

  it('ends with the first error, after what is in work', async () => {
    let [taken, inWork] = [0, 0];
    const run = runBounded(
      count(100, () => taken++),
      2,
      forever(),
      async (i) => {
        inWork++;
        await pause();
        inWork--;
        if (i === 4) throw new Error('four');
      },
    );
    await expect(run).rejects.toThrow('four');
    expect(inWork).toBe(0);
    expect(taken).toBeLessThan(10);
  });

  it('stops when asked to', async () => {
    const controller = new AbortController();
    const run = runBounded(count(100), 2, controller.signal, (i) => {
      if (i === 3) controller.abort(new Error('enough'));
      return Promise.resolve();
    });
    await expect(run).rejects.toThrow('enough');
  });
});

it('groups items, the last group being smaller', async () => {
  const groups: number[][] = [];
  for await (const group of inGroups(count(7), 3)) groups.push(group);
  expect(groups).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
});

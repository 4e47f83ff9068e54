import { AppError } from '@eyeline/contracts';
import { type LaneAnswer, packError } from '@eyeline/lanes';

import { FrameBatcher } from './frame-batcher.js';
import { type FrameTask } from './frame-lane.js';
import { type Look } from './look.js';

/** Threads that answer when they are told to. */
class HeldPool {
  readonly runs: { readonly images: number[]; readonly signal: AbortSignal; end(error?: Error): void }[] = [];

  run(task: FrameTask, { signal }: { signal: AbortSignal }): Promise<LaneAnswer<Look>[]> {
    return new Promise((resolve, reject) => {
      const images = task.images.map(([first]) => first);
      const end = (error?: Error): void => {
        if (error) reject(error);
        else
          resolve(
            task.images.map(([first]) => (first === 99 ? BROKEN : { ok: true, result: lookOf(first) })),
          );
      };
      this.runs.push({ images, signal, end });
    });
  }
}

const BROKEN = packError(new AppError('unsupported_media'));

/** Told apart by its width. */
const lookOf = (width: number) => ({ picture: { width } }) as Look;

describe('FrameBatcher', () => {
  let pool: HeldPool;
  let batcher: FrameBatcher;

  beforeEach(() => {
    pool = new HeldPool();
    batcher = new FrameBatcher(pool, 2, { maxPixels: 1, executionProvider: 'cpu' });
  });

  const look = async (first: number, signal = new AbortController().signal): Promise<number> =>
    (await batcher.look(Uint8Array.of(first), signal)).picture.width;
  const batches = (): number[][] => pool.runs.map(({ images }) => images);
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('gives each free thread an image at once, and what waits together to the next one that is free', async () => {
    const answers = Promise.all([1, 2, 3, 4, 5, 6, 7].map((first) => look(first)));
    expect(batches()).toEqual([[1], [2]]);
    pool.runs[1].end();
    await settled();
    expect(batches()).toEqual([[1], [2], [3, 4, 5, 6]]);
    pool.runs[0].end();
    await settled();
    pool.runs[2].end();
    pool.runs[3].end();
    expect(batches()[3]).toEqual([7]);
    expect(await answers).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('tells each image what became of it', async () => {
    const [first, broken, third] = [look(1), look(99), look(3)];
    pool.runs.forEach((run) => run.end());
    await expect(broken).rejects.toMatchObject({ code: 'unsupported_media' });
    expect(await first).toBe(1);
    pool.runs[2].end(new AppError('internal', { detail: 'A thread ended.' }));
    await expect(third).rejects.toMatchObject({ code: 'internal' });
    const fourth = look(4);
    pool.runs[3].end();
    expect(await fourth).toBe(4);
  });

  it('leaves out what nobody waits for, and stops a thread once that goes for all that it has', async () => {
    const [one, two] = [new AbortController(), new AbortController()];
    const busy = [look(1), look(2)];
    const waiting = [look(3, one.signal), look(4, one.signal), look(5, two.signal), look(6, two.signal)];
    one.abort();
    await expect(waiting[0]).rejects.toMatchObject({ code: 'canceled' });
    await expect(waiting[1]).rejects.toMatchObject({ code: 'canceled' });
    pool.runs[0].end();
    await settled();
    expect(batches()[2]).toEqual([5, 6]);
    expect(pool.runs[2].signal.aborted).toBe(false);
    two.abort();
    expect(pool.runs[2].signal.aborted).toBe(true);
    await expect(waiting[2]).rejects.toMatchObject({ code: 'canceled' });
    await expect(waiting[3]).rejects.toMatchObject({ code: 'canceled' });
    await expect(look(7, one.signal)).rejects.toMatchObject({ code: 'canceled' });
    pool.runs[1].end();
    expect(await Promise.all(busy)).toEqual([1, 2]);
  });
});

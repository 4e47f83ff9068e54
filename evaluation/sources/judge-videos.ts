import { type Engine } from '@eyeline/contracts';
import { LanePool } from '@eyeline/lanes';
import { type ModelChoice } from '@eyeline/vision';

import { type Faults } from '../../commands/faults.js';
import { Progress } from '../../commands/progress.js';
import { runBounded } from '../../commands/run-bounded.js';
import { UsageError } from '../../commands/usage-error.js';
import { type SourceSettings } from '../result.js';

interface VideoWork<V, T, A> {
  /** The lane, beside the sources. */
  readonly lane: URL;
  /** What a lane needs to know of a video beside the networks. */
  readonly prepare: (video: V) => Promise<T>;
  readonly take: (video: V, task: T, answer: A) => void;
  /** In words what is wrong with a video; null where the fault is the program's. */
  readonly describeFault: (error: unknown) => string | null;
}

/**
 * Has each video judged on a thread; the ones that cannot be are faults.
 *
 * @returns what looked at them
 * @throws {UsageError} when none of them can be judged
 */
export async function judgeVideos<V extends { readonly name: string }, T, A extends { engine: Engine }>(
  videos: readonly V[],
  work: VideoWork<V, T, A>,
  faults: Faults,
  { models, lanes, signal, say }: SourceSettings,
): Promise<Engine> {
  const pool = new LanePool<T & { models: ModelChoice }, A>(work.lane, {
    threads: Math.min(lanes, videos.length),
    onIdleCrash: (error) => say(`a thread died: ${error.message}`),
  });
  const progress = new Progress('clips', videos.length, say);
  const seen: { engine: Engine | null } = { engine: null };
  try {
    await runBounded(videos, lanes, signal, async (video) => {
      try {
        const task = await work.prepare(video);
        const answer = await pool.run({ ...task, models }, { signal });
        work.take(video, task, answer);
        seen.engine ??= answer.engine;
      } catch (error) {
        const words = work.describeFault(error);
        if (words === null) throw error;
        faults.add(video.name, words);
      }
      progress.step();
    });
  } finally {
    await pool.close();
  }
  if (seen.engine === null) throw new UsageError(`Not one of the ${videos.length} clips can be used.`);
  return seen.engine;
}

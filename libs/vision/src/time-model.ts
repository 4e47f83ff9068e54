import { FIRST_SIDE, SECOND_SIDE } from './analysers/detector/face-finder.js';
import { makeProbe, type Probe } from './runtime/make-probe.js';
import { ModelSession } from './runtime/model-session.js';
import { readBytes } from './runtime/model-store.js';
import { type InstalledModel } from './runtime/survey-models.js';

/** How long a network takes for one picture of a size; of networks that read landmarks, for 136 numbers. */
export interface ModelTime {
  /** Pixels; null: it reads landmarks. */
  readonly width: number | null;
  readonly height: number | null;
  /** Of rounds of pictures, each round's mean: the median, and the least, which other work on the machine disturbs least. */
  readonly medianMs: number;
  readonly leastMs: number;
}

/** Rounds that are timed, and how long each lasts at least. */
const ROUNDS = 25;
const ROUND_MS = 20;

/** A network so slow that its rounds last longer is timed by as many as fit into this, three at least. */
const MOST_MS = 5000;
const LEAST_ROUNDS = 3;

/** What a frame of 16:9 is for a detector of free size, at its first and second look: sides are multiples of 32. */
const FRAME_SIZES = [FIRST_SIDE, SECOND_SIDE].map((width) => ({
  width,
  height: Math.ceil((width * 9) / 16 / 32) * 32,
}));

/**
 * Times a network on the processor as a lane runs it: one thread, here one picture at a time. Blocks its thread for about half a
 * second a size.
 *
 * @throws {AppError} internal, naming the file, as `readBytes` and `ModelSession.create`
 */
export async function timeModel(model: InstalledModel): Promise<ModelTime[]> {
  const session = await ModelSession.create(await readBytes(model), 'cpu');
  try {
    const { input } = model.manifest;
    const isFree = input.kind === 'picture' && (input.width === null || input.height === null);
    const probes = isFree
      ? FRAME_SIZES.map((size) => makeProbe(model.manifest, size))
      : [makeProbe(model.manifest)];
    const times: ModelTime[] = [];
    for (const probe of probes) {
      const [width, height] = input.kind === 'landmarks' ? [null, null] : [probe.columns, probe.rows];
      times.push({ width, height, ...(await timeRounds(session, probe)) });
    }
    return times;
  } finally {
    await session.dispose();
  }
}

async function timeRounds(
  session: ModelSession,
  { numbers, rows, columns }: Probe,
): Promise<Pick<ModelTime, 'medianMs' | 'leastMs'>> {
  const timeRuns = async (runs: number): Promise<number> => {
    const start = performance.now();
    for (let i = 0; i < runs; i++) await session.run(numbers, 1, rows, columns);
    return (performance.now() - start) / runs;
  };
  await timeRuns(1); // the first run of a size reserves its memory
  const runs = Math.ceil(ROUND_MS / (await timeRuns(1)));
  const rounds: number[] = [];
  const end = performance.now() + MOST_MS;
  while (rounds.length < LEAST_ROUNDS || (rounds.length < ROUNDS && performance.now() < end)) {
    rounds.push(await timeRuns(runs));
  }
  rounds.sort((a, b) => a - b);
  return { medianMs: rounds[rounds.length >> 1], leastMs: rounds[0] };
}

import { LanePool } from '@eyeline/lanes';
import { type InstalledModel, type ModelChoice } from '@eyeline/vision';

import { Faults } from '../commands/faults.js';
import { Progress } from '../commands/progress.js';
import { readPicture } from '../commands/read-picture.js';
import { runBounded } from '../commands/run-bounded.js';
import { type FaceTask } from './lanes/face-lane.js';

export interface LabelledPicture {
  readonly path: string;
  /** Below the folder that was named. */
  readonly name: string;
  readonly label: number;
}

/** A picture with a face, and what was read of it. */
export interface LabelledFace extends LabelledPicture {
  readonly numbers: Float32Array;
}

export interface CollectSettings {
  readonly models: ModelChoice;
  /** As `FaceFeatures.load`. */
  readonly network: InstalledModel | null;
  readonly lanes: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

export interface CollectedFaces {
  /** In the order of the pictures. */
  readonly faces: readonly LabelledFace[];
  readonly unreadable: Faults;
  readonly faceless: Faults;
}

/** Looks at pictures on threads; what cannot be used is named and counted. */
export async function collectFaces(
  pictures: readonly LabelledPicture[],
  { models, network, lanes, signal, say }: CollectSettings,
): Promise<CollectedFaces> {
  // sharp's library has to be loaded, and restricted, by the main thread first.
  await import('../libs/live/src/decode-image.js');
  const pool = new LanePool<FaceTask, Float32Array | null>(new URL('./lanes/face-lane.js', import.meta.url), {
    threads: lanes,
    onIdleCrash: (error) => say(`a thread died: ${error.message}`),
  });
  const unreadable = new Faults(say);
  const faceless = new Faults(say);
  const progress = new Progress('pictures', pictures.length, say);
  const found = new Array<LabelledFace | null>(pictures.length).fill(null);
  try {
    // One more than threads, so that the next one is read from the disk meanwhile.
    await runBounded(pictures.entries(), lanes + 1, signal, async ([i, picture]) => {
      const read = await readPicture(picture.path, (bytes) =>
        pool.run({ bytes, models, network }, { signal }),
      );
      if (typeof read === 'string') unreadable.add(picture.name, read);
      else if (read === null) faceless.add(picture.name, 'no face is found');
      else found[i] = { ...picture, numbers: read };
      progress.step();
    });
  } finally {
    await pool.close();
  }
  return { faces: found.filter((face) => face !== null), unreadable, faceless };
}

import { type Engine } from '@eyeline/contracts';
import { LocalFrames } from '@eyeline/live';
import { isUncertain } from '@eyeline/vision';

import { UsageError } from '../../commands/usage-error.js';
import { Faults } from '../../commands/faults.js';
import { countReading, createTally } from '../measures/emotion-tally.js';
import { Progress } from '../../commands/progress.js';
import { listEmotionFolders } from './list-emotion-folders.js';
import { type SourceResult, type SourceSettings } from '../result.js';
import { readPicture } from '../../commands/read-picture.js';
import { countItems, runBounded } from '../../commands/run-bounded.js';
import { listPictures } from '../../commands/list-pictures.js';
import { MAX_PIXELS, PICTURES_A_LANE } from './picture-limits.js';

/**
 * Pictures in folders named by emotion, looked at as live frames are; the largest face of each counts.
 *
 * @throws {UsageError} when there is nothing to measure
 */
export async function evaluateImages(root: string, settings: SourceSettings): Promise<SourceResult> {
  const { models, lanes, signal, say } = settings;
  const folders = await listEmotionFolders(root);
  const files = await countItems(listPictures(root, folders));
  if (files === 0) throw new UsageError(`There are no pictures in the folders of ${root}.`);
  const inHand = lanes * PICTURES_A_LANE;
  const frames = new LocalFrames({
    ...{ lanes, maxFrames: inHand, maxPixels: MAX_PIXELS, executionProvider: 'cpu', models },
    onIdleCrash: (error) => say(`a thread died: ${error.message}`),
  });
  const tally = createTally();
  const faults = new Faults(say);
  const progress = new Progress('pictures', files, say);
  const seen: { engine: Engine | null } = { engine: null };
  try {
    await runBounded(
      listPictures(root, folders),
      inHand,
      signal,
      async ({ path, name, folder: { emotion } }) => {
        const look = await frames.admit((see) => readPicture(path, (bytes) => see(bytes, signal)));
        progress.step();
        if (typeof look === 'string') return faults.add(name, look);
        seen.engine ??= look.engine;
        // The largest face comes first.
        const [face] = look.observation.faces;
        countReading(tally, emotion, face ? { emotions: face.emotions, uncertain: isUncertain(face) } : null);
      },
    );
  } finally {
    await frames.close();
  }
  const { engine } = seen;
  if (engine === null) throw new UsageError(`Not one of the ${files} files in ${root} is a picture.`);
  return {
    set: 'Pictures in folders named by emotion',
    counts: { files, pictures: files - faults.count, unreadable: faults.count },
    ...{ faults: faults.list(), engine, decisions: [], notes: [] },
    emotions: [{ name: 'found', title: 'largest face of each picture', tally, isMain: true }],
  };
}

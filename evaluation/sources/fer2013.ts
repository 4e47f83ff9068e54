import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Emotion, type Engine } from '@eyeline/contracts';
import { LanePool } from '@eyeline/lanes';

import { type Split } from '../arguments.js';
import { UsageError } from '../../commands/usage-error.js';
import { Faults } from '../../commands/faults.js';
import { type FerAnswer, type FerReading, type FerTask } from '../lanes/fer-lane.js';
import { countReading, createTally } from '../measures/emotion-tally.js';
import { Progress } from '../../commands/progress.js';
import { type NamedTally, type SourceResult, type SourceSettings } from '../result.js';
import { countItems, inGroups, runBounded } from '../../commands/run-bounded.js';
import { exportFer2013 } from './export-fer2013.js';
import { type FerPicture, readFerIndex } from './fer-index.js';

/** Pictures that a thread takes at once. */
const GROUP = 16;

const NOTES = [
  'crop: the picture of 48 x 48 is the crop that the classifier sees, without detection and alignment. head: the same, by ' +
    'the head of the network that learned the labels of FER2013, for comparison with figures of others; the product does ' +
    'not report it.',
  'found: the picture is enlarged to 192 pixels, its edge drawn out to a frame of 640x360, and goes the whole way: ' +
    'detection, landmarks, alignment, classification. FER2013 cuts faces tightly, cameras do not.',
  'FER2013: against its labels; "not in training": without the pictures whose very pixels also occur in its training ' +
    'split. FER+: against the emotion with most of its ten votes, where that is one of the seven.',
];

/**
 * One split of FER2013.
 *
 * @param path fer2013.npz, or a folder that evaluation/export_fer2013.py has written
 * @throws {UsageError} when it is neither
 */
export async function evaluateFer2013(
  path: string,
  split: Split,
  settings: SourceSettings,
): Promise<SourceResult> {
  const found = await stat(path).catch(() => {
    throw new UsageError(`There is no file or folder ${path}.`);
  });
  if (found.isDirectory()) return evaluateFolder(path, split, settings);
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-fer2013-'));
  try {
    settings.say(`reading the ${split} split of FER2013 ...`);
    await exportFer2013(path, folder, split, settings.signal);
    return await evaluateFolder(folder, split, settings);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function evaluateFolder(folder: string, split: Split, settings: SourceSettings): Promise<SourceResult> {
  const { models, lanes, signal, say } = settings;
  const total = await countItems(picturesOf(folder, split));
  if (total === 0) throw new UsageError(`There is no picture of the ${split} split in ${folder}.`);
  // sharp's library has to be loaded, and restricted, by the main thread first.
  await import('../../libs/live/src/decode-image.js');
  const pool = new LanePool<FerTask, FerAnswer>(new URL('../lanes/fer-lane.js', import.meta.url), {
    threads: lanes,
    onIdleCrash: (error) => say(`a thread died: ${error.message}`),
  });
  const tallies = new FerTallies();
  const faults = new Faults(say);
  const progress = new Progress('pictures', total, say);
  const seen: { engine: Engine | null } = { engine: null };
  try {
    const groups = inGroups(picturesOf(folder, split), GROUP);
    await runBounded(groups, lanes + 1, signal, async (group) => {
      const pictures = await Promise.all(group.map(({ file }) => readPicture(join(folder, file))));
      const { readings, engine } = await pool.run({ pictures, models }, { signal });
      seen.engine ??= engine;
      readings.forEach((answer, i) => {
        if (answer.ok) tallies.count(group[i], answer.result);
        else faults.add(group[i].file, answer.detail);
      });
      progress.step(group.length);
    });
  } finally {
    await pool.close();
  }
  const { engine } = seen;
  if (engine === null || faults.count === total) {
    throw new UsageError(`Not one of the ${total} files in ${folder} is a picture of FER2013.`);
  }
  return {
    set: `FER2013, ${split} split`,
    counts: { files: total, pictures: total - faults.count, unreadable: faults.count },
    ...{ faults: faults.list(), engine, decisions: [], notes: NOTES },
    emotions: tallies.list(),
  };
}

async function* picturesOf(folder: string, split: Split): AsyncGenerator<FerPicture> {
  for await (const picture of readFerIndex(folder)) if (picture.split === split) yield picture;
}

/** No bytes where there is no file: the lane then says that they are no picture. */
const readPicture = (path: string): Promise<Uint8Array> => readFile(path).catch(() => new Uint8Array());

type Way = keyof FerReading;

const label = (picture: FerPicture): Emotion => picture.label;
const unseen = (picture: FerPicture): Emotion | null => (picture.in_training ? null : picture.label);
const ferplus = (picture: FerPicture): Emotion | null => picture.ferplus;

/** Each way to look at the pictures, against each truth; null: the picture is none of this set. */
const ROWS: readonly { way: Way; name: string; of: string; isMain?: true; truth: typeof unseen }[] = [
  { way: 'crop', name: 'crop', of: 'FER2013', isMain: true, truth: label },
  { way: 'crop', name: 'crop-unseen', of: 'FER2013, not in training', truth: unseen },
  { way: 'crop', name: 'crop-ferplus', of: 'FER+', truth: ferplus },
  { way: 'head', name: 'head', of: 'FER2013', truth: label },
  { way: 'head', name: 'head-unseen', of: 'FER2013, not in training', truth: unseen },
  { way: 'found', name: 'found', of: 'FER2013', isMain: true, truth: label },
  { way: 'found', name: 'found-unseen', of: 'FER2013, not in training', truth: unseen },
  { way: 'found', name: 'found-ferplus', of: 'FER+', truth: ferplus },
];

class FerTallies {
  private readonly tallies = ROWS.map(createTally);
  private hasHead = true;

  count(picture: FerPicture, reading: FerReading): void {
    this.hasHead &&= reading.head !== null;
    ROWS.forEach(({ way, truth }, i) => {
      const emotion = truth(picture);
      if (emotion !== null) countReading(this.tallies[i], emotion, reading[way]);
    });
  }

  list(): NamedTally[] {
    const named = ROWS.map(({ way, name, of, isMain = false }, i) => {
      return { way, tally: { name, title: `${way}, ${of}`, isMain, tally: this.tallies[i] } };
    });
    return named.flatMap(({ way, tally }) => (way === 'head' && !this.hasHead ? [] : [tally]));
  }
}

import { join } from 'node:path';

import { SCORES } from '../../libs/vision/src/tracking/tracking-parameters.js';
import { UsageError } from '../../commands/usage-error.js';
import { Faults } from '../../commands/faults.js';
import { type BoxesAnswer } from '../lanes/boxes-lane.js';
import { type ClipBoxes, tabulateBoxes } from '../measures/box-tables.js';
import { DOUBT_SCORE, FACE_SCORE, FOUND_OVERLAP, SIZES } from '../measures/count-boxes.js';
import { type SourceResult, type SourceSettings } from '../result.js';
import { judgeVideos } from './judge-videos.js';
import { type KnownBoxes, readKnownBoxes } from './known-boxes.js';
import { describeClipFault, listVideos } from './list-videos.js';

const NOTES = [
  'Every frame of a clip, at the default size of analysis (640 pixels); of each the same made 2 and 4 times ' +
    'smaller in the middle of a frame of its size, its edges (and a face that they cut) drawn out. Sizes are roots of areas at the size of analysis, after that; ' +
    `faces below ${SIZES[0]} pixels are not asked for.`,
  `Known boxes with a score from ${FACE_SCORE} are faces, those from ${DOUBT_SCORE} neither that nor none. A face is found by a box that ` +
    `overlaps its own by ${FOUND_OVERLAP} (intersection by union) at least.`,
  `Found at ${SCORES.keep}, at ${SCORES.start}: what the detector says of each frame by itself, from this score on. The product starts to follow a face at ` +
    `${SCORES.start}, and keeps to it at ${SCORES.keep}; "followed" are the faces that reports tell of, and in how many frames.`,
  'False faces: boxes that find no face, and are none of those that are neither. In frames of nobody there is no known box at all.',
];

interface Clip {
  readonly name: string;
  readonly boxes: KnownBoxes;
}

/**
 * Videos whose faces are known, every frame.
 *
 * @param file as `readKnownBoxes` reads it
 * @throws {UsageError} when there is nothing to measure
 */
export async function evaluateBoxes(
  folder: string,
  file: string,
  settings: SourceSettings,
): Promise<SourceResult> {
  const faults = new Faults(settings.say);
  const clips = matchUp(await listVideos(folder), await readKnownBoxes(file), faults);
  if (clips.length === 0) throw new UsageError(`There is no video in ${folder} that ${file} has boxes of.`);
  const judged: ClipBoxes[] = [];
  const work = {
    lane: new URL('../lanes/boxes-lane.js', import.meta.url),
    prepare: ({ name, boxes }: Clip) => Promise.resolve({ path: join(folder, name), boxes }),
    take: ({ name }: Clip, _task: unknown, { tallies }: BoxesAnswer): void => {
      judged.push({ clip: name, tallies });
    },
    describeFault: describeClipFault,
  };
  const engine = await judgeVideos(clips, work, faults, settings);
  const frames = judged.reduce((sum, { tallies: [{ peopled, empty }] }) => sum + peopled + empty, 0);
  return {
    set: 'Faces in clips against known boxes',
    counts: { clips: judged.length, frames, 'left out': faults.count },
    ...{ faults: faults.list(), engine, emotions: [], decisions: [], notes: NOTES },
    tables: tabulateBoxes(judged),
  };
}

/** Videos that have boxes; those without, and boxes without a video, are faults. */
function matchUp(videos: readonly string[], known: ReadonlyMap<string, KnownBoxes>, faults: Faults): Clip[] {
  for (const name of videos) if (!known.has(name)) faults.add(name, 'there are no boxes of it');
  for (const name of known.keys())
    if (!videos.includes(name)) faults.add(name, 'there is no video of this name');
  return videos.flatMap((name) => {
    const boxes = known.get(name);
    return boxes === undefined ? [] : [{ name, boxes }];
  });
}

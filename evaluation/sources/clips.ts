import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { UsageError } from '../../commands/usage-error.js';
import { Faults } from '../../commands/faults.js';
import { type ClipAnswer, type ClipTask } from '../lanes/clip-lane.js';
import { type ClipBlinks, tabulateBlinks } from '../measures/blinks.js';
import { addDecisions } from '../measures/decisions.js';
import { addTally } from '../measures/emotion-tally.js';
import { type SourceResult, type SourceSettings } from '../result.js';
import { createClipCounts } from './clip-judge.js';
import { judgeVideos } from './judge-videos.js';
import { describeClipFault, listVideos } from './list-videos.js';
import { type PersonTruth, readTruth, TruthError } from './clip-truth.js';
import { checkFolder } from '../../commands/list-pictures.js';

const TRUTH = '.truth.json';

const NOTES = [
  'Each frame by itself, before any smoothing. A segment is a stretch in which one person shows one emotion, read by the ' +
    'mean of the probabilities in its frames; moments of change are left out.',
  'Eye contact: per frame in which the face was found, within the default cone, without the frames of a blink ' +
    'and those whose eyes cannot be read. ' +
    'Faces: per face; the last column counts frames of nobody in which no face was found.',
];

const BLINKS_NOTE =
  'Blinks: events, on every frame of the clip, as reports count them (docs/outputs.md). A blink is found by one that overlaps it, each once; ' +
  'one that meets neither a blink nor a stretch of which nothing is known is a false one.';

interface Clip {
  readonly name: string;
  readonly truth: string;
}

/**
 * Videos with their truth.
 *
 * @throws {UsageError} when there is nothing to measure
 */
export async function evaluateClips(
  folder: string,
  truthFolder: string,
  settings: SourceSettings,
): Promise<SourceResult> {
  const faults = new Faults(settings.say);
  const clips = await listClips(folder, truthFolder, faults);
  if (clips.length === 0) {
    throw new UsageError(
      `There is no video in ${folder} with NAME${TRUTH} in ${truthFolder}, as in test/fixtures.`,
    );
  }
  const total = createClipCounts();
  const blinks: ClipBlinks[] = [];
  const seen = { clips: 0, people: 0 };
  const work = {
    lane: new URL('../lanes/clip-lane.js', import.meta.url),
    prepare: async ({ name, truth }: Clip) => ({
      path: join(folder, name),
      truth: await readTruth(join(truthFolder, truth)),
    }),
    take: ({ name }: Clip, { truth }: Pick<ClipTask, 'truth'>, answer: ClipAnswer): void => {
      const { counts } = answer;
      total.frames += counts.frames;
      addTally(total.emotionFrames, counts.emotionFrames);
      addTally(total.emotionSegments, counts.emotionSegments);
      addDecisions(total.eyeContact, counts.eyeContact);
      addDecisions(total.faces, counts.faces);
      if (answer.blinks !== null) blinks.push({ clip: name, tally: answer.blinks });
      seen.clips++;
      seen.people += truth.people.filter(isSeen).length;
    },
    describeFault,
  };
  const engine = await judgeVideos(clips, work, faults, settings);
  return {
    set: truthFolder === folder ? 'Clips with their truth' : 'Clips of people',
    counts: { clips: seen.clips, people: seen.people, frames: total.frames, 'left out': faults.count },
    ...{ faults: faults.list(), engine },
    notes: blinks.length === 0 ? NOTES : [...NOTES, BLINKS_NOTE],
    emotions: [
      { name: 'frames', title: 'each frame', tally: total.emotionFrames, isMain: true },
      { name: 'segments', title: 'each segment', tally: total.emotionSegments, isMain: false },
    ],
    decisions: [
      { name: 'eye-contact', title: 'eye contact', tally: total.eyeContact },
      { name: 'faces', title: 'faces', tally: total.faces },
    ],
    tables: blinks.length === 0 ? [] : [tabulateBlinks(blinks)],
  };
}

const isSeen = ({ segments }: PersonTruth): boolean =>
  segments.some(({ face_present }) => face_present === true);

/** Videos that have a truth; those without one, and truths without a video, are faults. */
async function listClips(folder: string, truthFolder: string, faults: Faults): Promise<Clip[]> {
  const videos = await listVideos(folder);
  await checkFolder(truthFolder);
  const truths = new Set((await readdir(truthFolder)).filter((name) => name.endsWith(TRUTH)).sort());
  const truthOf = (name: string): string => `${name.slice(0, -extname(name).length)}${TRUTH}`;
  for (const name of videos) if (!truths.has(truthOf(name))) faults.add(name, `there is no ${truthOf(name)}`);
  const used = new Set(videos.map(truthOf));
  for (const name of truths) if (!used.has(name)) faults.add(name, 'there is no video of this name');
  return videos.map((name) => ({ name, truth: truthOf(name) })).filter(({ truth }) => truths.has(truth));
}

const describeFault = (error: unknown): string | null =>
  error instanceof TruthError ? error.message : describeClipFault(error);

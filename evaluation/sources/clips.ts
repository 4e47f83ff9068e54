import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { AppError, type Engine } from '@eyeline/contracts';
import { LanePool } from '@eyeline/lanes';

import { UsageError } from '../../commands/usage-error.js';
import { Faults } from '../../commands/faults.js';
import { type ClipAnswer, type ClipTask } from '../lanes/clip-lane.js';
import { type ClipBlinks, tabulateBlinks } from '../measures/blinks.js';
import { addDecisions } from '../measures/decisions.js';
import { addTally } from '../measures/emotion-tally.js';
import { Progress } from '../../commands/progress.js';
import { type SourceResult, type SourceSettings } from '../result.js';
import { runBounded } from '../../commands/run-bounded.js';
import { createClipCounts } from './clip-judge.js';
import { type PersonTruth, readTruth, TruthError } from './clip-truth.js';
import { checkFolder } from '../../commands/list-pictures.js';

const VIDEO = /^\.(3gp|avi|flv|m4v|mkv|mov|mp4|mpe?g|mts|ogv|ts|webm|wmv)$/i;
const TRUTH = '.truth.json';

/** What is wrong with a clip, not with the program. */
const CLIP_FAULTS = new Set(['unsupported_media', 'corrupt_video', 'no_video_stream', 'timed_out']);

const NOTES = [
  'Each frame by itself, before any smoothing. A segment is a stretch in which one person shows one emotion, read by the ' +
    'mean of the probabilities in its frames; moments of change are left out.',
  'Eye contact: per frame in which the face was found, within the default cone, without the frames of a blink ' +
    'and those whose eyes cannot be read. ' +
    'Faces: per face; the last column counts frames of nobody in which no face was found.',
];

const BLINKS_NOTE =
  'Blinks: events, on every frame of the clip. Eyes that are said to be shut in one frame or more are a closure; closures less than ' +
  '0.1 s apart are one. A blink is found by a closure that overlaps it, and a closure finds one blink. A closure of at most 0.5 s ' +
  'that meets neither a blink nor a stretch of which nothing is known is a false one; longer ones are counted apart, and are in no share.';

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
  const { models, lanes, signal, say } = settings;
  const faults = new Faults(say);
  const clips = await listClips(folder, truthFolder, faults);
  if (clips.length === 0) {
    throw new UsageError(
      `There is no video in ${folder} with NAME${TRUTH} in ${truthFolder}, as in test/fixtures.`,
    );
  }
  const pool = new LanePool<ClipTask, ClipAnswer>(new URL('../lanes/clip-lane.js', import.meta.url), {
    threads: Math.min(lanes, clips.length),
    onIdleCrash: (error) => say(`a thread died: ${error.message}`),
  });
  const total = createClipCounts();
  const blinks: ClipBlinks[] = [];
  const seen: { engine: Engine | null; clips: number; people: number } = {
    engine: null,
    clips: 0,
    people: 0,
  };
  const progress = new Progress('clips', clips.length, say);
  try {
    await runBounded(clips, lanes, signal, async ({ name, truth: truthName }) => {
      try {
        const truth = await readTruth(join(truthFolder, truthName));
        const answer = await pool.run({ path: join(folder, name), truth, models }, { signal });
        const { counts, engine } = answer;
        total.frames += counts.frames;
        addTally(total.emotionFrames, counts.emotionFrames);
        addTally(total.emotionSegments, counts.emotionSegments);
        addDecisions(total.eyeContact, counts.eyeContact);
        addDecisions(total.faces, counts.faces);
        if (answer.blinks !== null) blinks.push({ clip: name, tally: answer.blinks });
        seen.engine ??= engine;
        seen.clips++;
        seen.people += truth.people.filter(isSeen).length;
      } catch (error) {
        faults.add(name, describeFault(error));
      }
      progress.step();
    });
  } finally {
    await pool.close();
  }
  if (seen.engine === null)
    throw new UsageError(`Not one of the ${clips.length} clips in ${folder} can be used.`);
  return {
    set: truthFolder === folder ? 'Clips with their truth' : 'Clips of people',
    counts: { clips: seen.clips, people: seen.people, frames: total.frames, 'left out': faults.count },
    ...{ faults: faults.list(), engine: seen.engine },
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
  await checkFolder(folder);
  await checkFolder(truthFolder);
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  const truths = new Set((await readdir(truthFolder)).filter((name) => name.endsWith(TRUTH)).sort());
  const videos = names.filter((name) => VIDEO.test(extname(name)));
  const truthOf = (name: string): string => `${name.slice(0, -extname(name).length)}${TRUTH}`;
  for (const name of videos) if (!truths.has(truthOf(name))) faults.add(name, `there is no ${truthOf(name)}`);
  const used = new Set(videos.map(truthOf));
  for (const name of truths) if (!used.has(name)) faults.add(name, 'there is no video of this name');
  return videos.map((name) => ({ name, truth: truthOf(name) })).filter(({ truth }) => truths.has(truth));
}

/** In words what is wrong with the clip; what is wrong with the program is thrown on. */
function describeFault(error: unknown): string {
  if (error instanceof TruthError) return error.message;
  if (error instanceof AppError && CLIP_FAULTS.has(error.code)) return error.detail;
  throw error;
}

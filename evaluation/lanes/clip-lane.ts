import { type Engine } from '@eyeline/contracts';
import { serveLane, type LaneContext } from '@eyeline/lanes';
import { chooseAnalysisSize } from '@eyeline/media';

import { type BlinkTally } from '../measures/blinks.js';
import { BlinkJudge, knowsBlinks } from '../sources/blink-judge.js';
import { type ClipCounts, ClipJudge } from '../sources/clip-judge.js';
import { type ClipTruth } from '../sources/clip-truth.js';
import { type ClipSource, EVERY_FRAME, OPTIONS, withClip } from './with-clip.js';

export interface ClipTask extends ClipSource {
  readonly truth: ClipTruth;
}

export interface ClipAnswer {
  readonly counts: ClipCounts;
  /** Null where the truth does not count blinks. */
  readonly blinks: BlinkTally | null;
  readonly engine: Engine;
}

/** Counts what is right in a clip; blinks in a second pass, over every frame: one is over before the next of five a second. */
const judgeClip = ({ truth, ...source }: ClipTask, { signal }: LaneContext): Promise<ClipAnswer> =>
  withClip(source, signal, async ({ video, engine, frames, look }) => {
    const judge = new ClipJudge(truth, {
      ...{ eyeContactDeg: OPTIONS.eye_contact_deg, sourceWidth: video.width },
    });
    for await (const frame of frames(OPTIONS)) judge.add(await look(frame));
    const scale = chooseAnalysisSize(video, EVERY_FRAME).width / video.width;
    const settings = { sourceWidth: video.width, scale, stepS: 1 / video.fps };
    const blinks = knowsBlinks(truth) ? new BlinkJudge(truth, settings) : null;
    if (blinks !== null) for await (const frame of frames(EVERY_FRAME)) blinks.add(await look(frame));
    return { counts: judge.finish(), blinks: blinks && blinks.finish(), engine };
  });

export default serveLane(judgeClip);

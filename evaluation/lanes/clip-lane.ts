import {
  type AnalysisOptions,
  analysisOptionsSchema,
  type Engine,
  type FrameObservation,
} from '@eyeline/contracts';
import { serveLane, type LaneContext } from '@eyeline/lanes';
import { chooseAnalysisSize, chooseSampling, openFrameStream, probeVideo } from '@eyeline/media';
import { FrameAnalyser, type ModelChoice } from '@eyeline/vision';

import { type BlinkTally } from '../measures/blinks.js';
import { BlinkJudge, knowsBlinks } from '../sources/blink-judge.js';
import { type ClipCounts, ClipJudge } from '../sources/clip-judge.js';
import { type ClipTruth } from '../sources/clip-truth.js';

export interface ClipTask {
  readonly path: string;
  readonly truth: ClipTruth;
  readonly models: ModelChoice;
}

export interface ClipAnswer {
  readonly counts: ClipCounts;
  /** Null where the truth does not count blinks. */
  readonly blinks: BlinkTally | null;
  readonly engine: Engine;
}

/** No clip on one's own disk is too long or too large to be measured. */
const NO_LIMITS = { maxDurationS: Infinity, maxPixels: Infinity };

/** A service's default options: 5 frames a second, longest side 640, eye contact within 12 degrees. */
const OPTIONS = analysisOptionsSchema.parse({});

/** A blink is over before the next of five frames a second. */
const EVERY_FRAME = { ...OPTIONS, sampling_fps: 0 };

/** Decodes and looks at a clip as a worker does, and counts what is right; blinks in a second pass, over every frame. */
async function judgeClip({ path, truth, models }: ClipTask, { signal }: LaneContext): Promise<ClipAnswer> {
  const video = await probeVideo(path, { limits: NO_LIMITS });
  const size = { sourceWidth: video.width, sourceHeight: video.height };
  const analyser = await FrameAnalyser.load({ executionProvider: 'cpu', models, options: OPTIONS, ...size });
  const look = async (options: AnalysisOptions, judge: (seen: FrameObservation) => void): Promise<void> => {
    const frames = openFrameStream(path, {
      ...{ video, sampling: chooseSampling(options), ...chooseAnalysisSize(video, options) },
      ...{ startS: 0, endS: video.durationS, chroma: analyser.readsColor ? video.colorMatrix : null, signal },
    });
    try {
      for await (const frame of frames) {
        const observation = await analyser.analyse(frame);
        if (observation.outcome === 'failed') throw analyser.lastFailure;
        judge(observation);
      }
    } finally {
      await frames.close();
    }
  };
  try {
    const judge = new ClipJudge(truth, {
      ...{ eyeContactDeg: OPTIONS.eye_contact_deg, sourceWidth: video.width },
    });
    await look(OPTIONS, (seen) => judge.add(seen));
    const blinks = knowsBlinks(truth) ? new BlinkJudge(truth, video.width) : null;
    if (blinks !== null) await look(EVERY_FRAME, (seen) => blinks.add(seen));
    return { counts: judge.finish(), blinks: blinks && blinks.finish(), engine: analyser.engine };
  } finally {
    await analyser.dispose();
  }
}

export default serveLane(judgeClip);

import { analysisOptionsSchema, type Engine } from '@eyeline/contracts';
import { serveLane, type LaneContext } from '@eyeline/lanes';
import { chooseAnalysisSize, chooseSampling, openFrameStream, probeVideo } from '@eyeline/media';
import { FrameAnalyser, type ModelChoice } from '@eyeline/vision';

import { type ClipCounts, ClipJudge } from '../sources/clip-judge.js';
import { type ClipTruth } from '../sources/clip-truth.js';

export interface ClipTask {
  readonly path: string;
  readonly truth: ClipTruth;
  readonly models: ModelChoice;
}

export interface ClipAnswer {
  readonly counts: ClipCounts;
  readonly engine: Engine;
}

/** No clip on one's own disk is too long or too large to be measured. */
const NO_LIMITS = { maxDurationS: Infinity, maxPixels: Infinity };

/** A service's default options: 5 frames a second, longest side 640, eye contact within 12 degrees. */
const OPTIONS = analysisOptionsSchema.parse({});

/** Decodes and looks at a clip as a worker does, and counts what is right. */
async function judgeClip({ path, truth, models }: ClipTask, { signal }: LaneContext): Promise<ClipAnswer> {
  const video = await probeVideo(path, { limits: NO_LIMITS });
  const size = { sourceWidth: video.width, sourceHeight: video.height };
  const analyser = await FrameAnalyser.load({ executionProvider: 'cpu', models, options: OPTIONS, ...size });
  const frames = openFrameStream(path, {
    ...{ video, sampling: chooseSampling(OPTIONS), ...chooseAnalysisSize(video, OPTIONS) },
    ...{ startS: 0, endS: video.durationS, chroma: analyser.readsColor ? video.colorMatrix : null, signal },
  });
  try {
    const judge = new ClipJudge(truth, {
      ...{ eyeContactDeg: OPTIONS.eye_contact_deg, sourceWidth: video.width },
    });
    for await (const frame of frames) {
      const observation = await analyser.analyse(frame);
      if (observation.outcome === 'failed') throw analyser.lastFailure;
      judge.add(observation);
    }
    return { counts: judge.finish(), engine: analyser.engine };
  } finally {
    await frames.close();
    await analyser.dispose();
  }
}

export default serveLane(judgeClip);

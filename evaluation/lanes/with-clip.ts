import {
  type AnalysisOptions,
  analysisOptionsSchema,
  type Engine,
  type FrameObservation,
  type LumaFrame,
} from '@eyeline/contracts';
import {
  chooseAnalysisSize,
  chooseSampling,
  type FrameStream,
  openFrameStream,
  type ProbedVideo,
  probeVideo,
} from '@eyeline/media';
import { FrameAnalyser, type ModelChoice } from '@eyeline/vision';

/** No clip on one's own disk is too long or too large to be measured. */
const NO_LIMITS = { maxDurationS: Infinity, maxPixels: Infinity };

/** A service's default options: 5 frames a second, longest side 640, eye contact within 12 degrees. */
export const OPTIONS = analysisOptionsSchema.parse({});

export const EVERY_FRAME: AnalysisOptions = { ...OPTIONS, sampling_fps: 0 };

/** A clip that is decoded and looked at as a worker does. */
export interface OpenClip {
  readonly video: ProbedVideo;
  readonly engine: Engine;
  /** The frames that the options ask for, from the first one on; each is valid until the next one. */
  readonly frames: (options: AnalysisOptions) => FrameStream;
  /** @throws what made the networks fail */
  readonly look: (frame: LumaFrame) => Promise<FrameObservation>;
}

export interface ClipSource {
  readonly path: string;
  readonly models: ModelChoice;
}

/**
 * Opens a clip, has work done on it, and frees the networks.
 *
 * @throws {AppError} what is wrong with the clip
 */
export async function withClip<T>(
  { path, models }: ClipSource,
  signal: AbortSignal,
  work: (clip: OpenClip) => Promise<T>,
): Promise<T> {
  const video = await probeVideo(path, { limits: NO_LIMITS });
  const size = { sourceWidth: video.width, sourceHeight: video.height };
  const analyser = await FrameAnalyser.load({ executionProvider: 'cpu', models, options: OPTIONS, ...size });
  const chroma = analyser.readsColor ? video.colorMatrix : null;
  try {
    return await work({
      ...{ video, engine: analyser.engine },
      frames: (options) =>
        openFrameStream(path, {
          ...{ video, sampling: chooseSampling(options), ...chooseAnalysisSize(video, options) },
          ...{ startS: 0, endS: video.durationS, chroma, signal },
        }),
      look: async (frame) => {
        const observation = await analyser.analyse(frame);
        if (observation.outcome === 'failed') throw analyser.lastFailure;
        return observation;
      },
    });
  } finally {
    await analyser.dispose();
  }
}

import { analysisOptionsSchema, type AnalysisOptions } from '@eyeline/contracts';
import {
  chooseAnalysisSize,
  chooseSampling,
  openFrameStream,
  probeVideo,
  type ProbedVideo,
} from '@eyeline/media';

export interface ClipWorkload {
  readonly clip: string;
  /** 0 = every frame. */
  readonly samplingFps: number;
}

/** No clip on one's own disk is too long or too large to be measured. */
const NO_LIMITS = { maxDurationS: Infinity, maxPixels: Infinity };

export interface OpenedClip {
  readonly video: ProbedVideo;
  readonly options: AnalysisOptions;
}

export async function openClip({ clip, samplingFps }: ClipWorkload): Promise<OpenedClip> {
  const video = await probeVideo(clip, { limits: NO_LIMITS });
  return { video, options: analysisOptionsSchema.parse({ sampling_fps: samplingFps }) };
}

/** The frames just as a worker's lane gets them; with colours where one of its networks reads them. */
export function streamFrames(clip: string, { video, options }: OpenedClip, readsColor = false) {
  return openFrameStream(clip, {
    video,
    sampling: chooseSampling(options),
    ...chooseAnalysisSize(video, options),
    chroma: readsColor ? video.colorMatrix : null,
    startS: 0,
    endS: video.durationS,
    signal: new AbortController().signal,
  });
}

import { type AnalysisOptions, type AnalysisPlan } from '@eyeline/contracts';
import { chooseAnalysisSize, chooseSampling, listSampleTimes, type ProbedVideo } from '@eyeline/media';
import { type StoredObject } from '@eyeline/storage';

import { chooseRange } from './frame-range.js';

interface VideoToPlan {
  readonly path: string;
  readonly probed: ProbedVideo;
  readonly options: AnalysisOptions;
  readonly stored: StoredObject;
  readonly signal: AbortSignal;
}

/**
 * What will be analysed of a video, and the times of the frames that sampling asks for.
 *
 * @throws {AppError} invalid_request when the options ask for nothing of it
 */
export async function planVideo(
  input: VideoToPlan,
): Promise<{ plan: AnalysisPlan; sampleTimes: Float64Array }> {
  const { path, probed, options, stored, signal } = input;
  const range = chooseRange(probed.durationS, options);
  const { times, truncatedAtS } = await listSampleTimes(path, probed, chooseSampling(options), range, signal);
  const size = chooseAnalysisSize(probed, options);
  const plan: AnalysisPlan = {
    video: {
      duration_s: probed.durationS,
      width: probed.width,
      height: probed.height,
      fps: probed.fps,
      codec: probed.codec,
      rotation: probed.rotation,
      variable_frame_rate: probed.variableFrameRate,
      size_bytes: stored.sizeBytes,
      sha256: stored.sha256,
    },
    streamIndex: probed.streamIndex,
    analysisWidth: size.width,
    analysisHeight: size.height,
    // In one piece: cutting at key frames is a matter of more entries here.
    segments: [{ ...range, objectKey: null }],
    framesExpected: times.length,
    truncatedAtS,
  };
  return { plan, sampleTimes: times };
}

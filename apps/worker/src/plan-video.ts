import { type AnalysisOptions, type AnalysisPlan } from '@eyeline/contracts';
import {
  chooseAnalysisSize,
  chooseSampling,
  chooseSegments,
  countFramesBefore,
  listSampleTimes,
  type ProbedVideo,
} from '@eyeline/media';
import { type StoredObject } from '@eyeline/storage';

import { chooseRange } from './frame-range.js';

interface VideoToPlan {
  readonly path: string;
  readonly probed: ProbedVideo;
  readonly options: AnalysisOptions;
  readonly stored: StoredObject;
  /** A longer video is split into pieces of about so many seconds. */
  readonly segmentS: number;
  readonly signal: AbortSignal;
}

export interface PlannedVideo {
  readonly plan: AnalysisPlan;
  /** The times of the frames that sampling asks for. */
  readonly sampleTimes: Float64Array;
  /** Whether its segments can be cut out of the file and show the same. */
  readonly canBeCut: boolean;
}

/**
 * What will be analysed of a video, and in which segments.
 *
 * @throws {AppError} invalid_request when the options ask for nothing of it
 */
export async function planVideo(input: VideoToPlan): Promise<PlannedVideo> {
  const { path, probed, options, stored, segmentS, signal } = input;
  const range = chooseRange(probed.durationS, options);
  const sampling = chooseSampling(options);
  const sampled = await listSampleTimes(path, probed, sampling, range, signal);
  const { times, frameTimesS, keyFramesS, truncatedAtS, canBeCut } = sampled;
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
    containerStartS: probed.startS,
    colorMatrix: probed.colorMatrix,
    analysisWidth: size.width,
    analysisHeight: size.height,
    segments: chooseSegments({ range, keyFramesS, segmentS }).map(({ startS, endS }) => ({
      ...{ startS, endS },
      framesBefore: countFramesBefore(frameTimesS, startS),
      framesExpected: countFramesBefore(times, endS) - countFramesBefore(times, startS),
      object: null,
    })),
    framesExpected: times.length,
    truncatedAtS,
  };
  return { plan, sampleTimes: times, canBeCut };
}

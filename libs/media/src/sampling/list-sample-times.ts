import { type ProbedVideo } from '../probe/probed-video.js';
import { readPacketTimes } from '../probe/read-packet-times.js';
import { type Sampling, pickTimes } from './sampling.js';

export interface SampleTimes {
  /** When the frames are shown that sampling asks for, ascending, seconds. */
  readonly times: Float64Array;
  /** Where the file ends although it states a longer duration; null when it is whole. */
  readonly truncatedAtS: number | null;
}

/** Stated durations and last frames differ by rounding and by a frame or two; more than this is missing. */
const MISSING_FRAMES = 3;
const MISSING_S = 0.1;

/**
 * What sampling will ask for, before anything is decoded: from the container's packets, and for a file that was cut
 * short also from the duration that it states.
 *
 * @throws {AppError} corrupt_video when no frame can be read
 */
export async function listSampleTimes(
  path: string,
  video: ProbedVideo,
  sampling: Sampling,
  range: { readonly startS: number; readonly endS: number },
  signal?: AbortSignal,
): Promise<SampleTimes> {
  const { times, endS } = await readPacketTimes(path, video, signal);
  const missingS = video.durationS - endS;
  const isCut = video.durationIsStated && missingS > Math.max(MISSING_S, MISSING_FRAMES / video.fps);
  if (!isCut) return { times: Float64Array.from(pickTimes(times, sampling, range)), truncatedAtS: null };
  const lost = expectedTail(endS, video);
  const all = Float64Array.from([...times, ...lost]);
  return { times: Float64Array.from(pickTimes(all, sampling, range)), truncatedAtS: endS };
}

/** The frames that are lost with the end of the file, at its average rate. */
function expectedTail(fromS: number, { durationS, fps }: ProbedVideo): number[] {
  const count = Math.max(0, Math.round((durationS - fromS) * fps));
  return Array.from({ length: count }, (_, i) => fromS + i / fps);
}

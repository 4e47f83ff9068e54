import { keepsRange } from '../cutting/keeps-range.js';
import { type ProbedVideo } from '../probe/probed-video.js';
import { clockOf } from '../probe/read-clock.js';
import { readPacketTimes } from '../probe/read-packet-times.js';
import { type Sampling, pickTimes } from './sampling.js';

export interface SampleTimes {
  /** When the frames are shown that sampling asks for, ascending, seconds. */
  readonly times: Float64Array;
  /** Where the file ends although it states a longer duration; null when it is whole. */
  readonly truncatedAtS: number | null;
  /** When each frame that is in the file is shown, ascending, seconds. */
  readonly frameTimesS: Float64Array;
  /**
   * Those of them at which decoding can begin. None where stretches would not give just what one pass gives, so that
   * `chooseSegments` makes one: where the clock of the file jumps back, and where every N-th frame is asked for and the
   * file does not state the times by which they are counted.
   */
  readonly keyFramesS: Float64Array;
  /** Whether `openPiece` can cut it: a piece shows exactly what the file shows there. */
  readonly canBeCut: boolean;
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
  const { streamIndex, durationS } = video;
  // The whole file, not up to the end of the range alone, tells whether its end is missing.
  const packets = await readPacketTimes(path, { streamIndex, clock: clockOf(video), signal });
  const { times, endS, judge } = packets;
  const isCounted = sampling.kind === 'interval' && sampling.frames > 1;
  const canBeDivided = judge.clockGoesForward && (judge.statesAllTimes || !isCounted);
  const keyFramesS = canBeDivided ? packets.keyFramesS : new Float64Array();
  const canBeCut = judge.canBeCut(video) && (!video.fullRange || (await keepsRange(path, video, signal)));
  const facts = { frameTimesS: times, keyFramesS, canBeCut };
  if (!(await isCutShort(path, video, endS, signal)) || endS >= range.endS) {
    return { times: Float64Array.from(pickTimes(times, sampling, range)), truncatedAtS: null, ...facts };
  }
  const lost = expectedTail(endS, durationS, video.fps);
  const all = new Float64Array(times.length + lost.length);
  all.set(times);
  all.set(lost, times.length);
  return { times: Float64Array.from(pickTimes(all, sampling, range)), truncatedAtS: endS, ...facts };
}

/**
 * Whether frames are missing up to the stated duration. One that is stated for the container alone may be that of the
 * sound: then the sound has to end early too.
 */
async function isCutShort(
  path: string,
  { durationS, durationIsStated, fps }: ProbedVideo,
  endS: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const slackS = Math.max(MISSING_S, MISSING_FRAMES / fps);
  if (durationS - endS <= slackS) return false;
  if (durationIsStated) return true;
  const anyStream = await readPacketTimes(path, { streamIndex: null, signal });
  return durationS - anyStream.endS > slackS;
}

/** The frames that are lost with the end of the file, at its average rate. */
function expectedTail(fromS: number, durationS: number, fps: number): Float64Array {
  const count = Math.max(0, Math.round((durationS - fromS) * fps));
  return Float64Array.from({ length: count }, (_, i) => fromS + i / fps);
}

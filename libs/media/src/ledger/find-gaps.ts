import { type Gap } from '@eyeline/contracts';

/** The same frame has the same timestamp when demuxed and when decoded, up to the microsecond that ffmpeg hands over. */
const SAME_TIME_S = 0.0005;

/** Expected frames that lie further apart than so many usual steps have a freeze between them, which is no gap. */
const FREEZE_STEPS = 3;

/**
 * The stretches in which frames were asked for and none came.
 * A gap begins with the first missing frame and lasts until the next one that was expected, or to the end; never
 * through a freeze of the recording, in which nothing was expected.
 *
 * @param input.expected times that sampling asks for, ascending, seconds
 * @param input.delivered times of the frames that came, ascending, seconds
 * @param input.truncatedAtS where the file ends although it states a longer duration
 * @param input.endS end of what is analysed
 */
export function findGaps(input: {
  readonly expected: ArrayLike<number>;
  readonly delivered: ArrayLike<number>;
  readonly truncatedAtS: number | null;
  readonly endS: number;
}): Gap[] {
  const { expected, delivered, endS } = input;
  const usualStepS = usualStep(expected, endS);
  // The last frame before the cut has lost its own end more often than not.
  const cutS = input.truncatedAtS === null ? Infinity : input.truncatedAtS - usualStepS - SAME_TIME_S;
  const gaps: { start_s: number; end_s: number; reason: Gap['reason'] }[] = [];
  let came = 0;
  let wasMissing = false;
  for (let i = 0; i < expected.length; i++) {
    // A frame stands in for the one that was asked for when it comes before the next one is asked for:
    // where the first frame of a cell does not decode, the decoder's next frame of that cell is taken.
    const startS = expected[i];
    const nextS = i + 1 < expected.length ? expected[i + 1] : Infinity;
    while (came < delivered.length && delivered[came] < startS - SAME_TIME_S) came++;
    const isMissing = came >= delivered.length || delivered[came] >= nextS - SAME_TIME_S;
    if (!isMissing) came++;
    else {
      const untilS = Math.min(nextS, endS);
      const end_s = untilS - startS > FREEZE_STEPS * usualStepS ? startS + usualStepS : untilS;
      const reason = startS >= cutS ? 'truncated' : 'undecodable';
      const last = gaps.at(-1);
      if (wasMissing && last?.reason === reason && last.end_s === startS) last.end_s = end_s;
      else if (end_s > startS) gaps.push({ start_s: startS, end_s, reason });
    }
    wasMissing = isMissing;
  }
  return gaps;
}

/** The median distance of expected frames. */
function usualStep(expected: ArrayLike<number>, endS: number): number {
  if (expected.length < 2) return endS;
  const steps = Float64Array.from({ length: expected.length - 1 }, (_, i) => expected[i + 1] - expected[i]);
  return steps.sort()[Math.floor(steps.length / 2)];
}

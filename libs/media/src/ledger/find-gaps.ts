import { type Gap } from '@eyeline/contracts';

/** The same frame has the same timestamp when demuxed and when decoded, up to the microsecond that ffmpeg hands over. */
const SAME_TIME_S = 0.0005;

/**
 * The stretches in which frames were asked for and none came.
 * A gap begins with the first missing frame and lasts until the next one that came, or to the end.
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
  const { expected, delivered, truncatedAtS, endS } = input;
  const gaps: Gap[] = [];
  let came = 0;
  let startS: number | null = null;
  const close = (untilS: number): void => {
    if (startS === null) return;
    const reason = truncatedAtS !== null && untilS >= truncatedAtS ? 'truncated' : 'undecodable';
    gaps.push({ start_s: startS, end_s: untilS, reason });
    startS = null;
  };
  for (let i = 0; i < expected.length; i++) {
    // A frame stands in for the one that was asked for when it comes before the next one is asked for:
    // where the first frame of a cell does not decode, the decoder's next frame of that cell is taken.
    const nextS = i + 1 < expected.length ? expected[i + 1] : Infinity;
    while (came < delivered.length && delivered[came] < expected[i] - SAME_TIME_S) came++;
    if (came < delivered.length && delivered[came] < nextS - SAME_TIME_S) {
      close(expected[i]);
      came++;
    } else startS ??= expected[i];
  }
  close(endS);
  return gaps;
}

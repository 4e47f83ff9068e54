import { countFramesBefore } from '../sampling/sampling.js';

/** A stretch of a video, seconds from its start; the end is no part of it. */
export interface Stretch {
  readonly startS: number;
  readonly endS: number;
}

/** More segments than this are no faster on any number of workers, and each costs a job and a few objects. */
const MAX_SEGMENTS = 500;

/** A border may lie so far behind its key frame, or as far as a segment is long: so much is decoded for nothing. */
const MAX_RUN_UP_S = 10;

/**
 * The stretches in which a video is analysed: they touch, cover the range, and are about equally long. A border lies on
 * a key frame where one is near, because decoding can only begin there; where the last one before it is far, there is no
 * border, so that a recording with a single key frame is decoded once and not over and over from its start.
 *
 * @param input.keyFramesS of the whole video, ascending
 * @param input.segmentS how long a segment may be before the range is divided, above 0
 */
export function chooseSegments(input: {
  readonly range: Stretch;
  readonly keyFramesS: ArrayLike<number>;
  readonly segmentS: number;
}): Stretch[] {
  const { range, keyFramesS, segmentS } = input;
  const lengthS = range.endS - range.startS;
  const parts = Math.min(Math.ceil(lengthS / segmentS), MAX_SEGMENTS);
  const segments: Stretch[] = [];
  let startS = range.startS;
  for (let i = 1; i < parts; i++) {
    const wishS = range.startS + (lengthS * i) / parts;
    const borderS = placeBorder(wishS, keyFramesS, lengthS / parts / 2, Math.max(MAX_RUN_UP_S, segmentS));
    // Two wishes may meet in one key frame.
    if (borderS === null || borderS <= startS) continue;
    segments.push({ startS, endS: borderS });
    startS = borderS;
  }
  return [...segments, { startS, endS: range.endS }];
}

/** The nearest key frame that is not further than `reachS`; else the place itself, unless its run-up is too long. */
function placeBorder(
  wishS: number,
  keyFramesS: ArrayLike<number>,
  reachS: number,
  maxRunUpS: number,
): number | null {
  const after = countFramesBefore(keyFramesS, wishS);
  // A key frame that an edit list hides is not among them; decoding can begin at the start of the file in any case.
  const beforeS = after > 0 ? keyFramesS[after - 1] : 0;
  const afterS = after < keyFramesS.length ? keyFramesS[after] : Infinity;
  const nearestS = wishS - beforeS <= afterS - wishS ? beforeS : afterS;
  if (Math.abs(nearestS - wishS) < reachS) return nearestS;
  return wishS - beforeS <= maxRunUpS ? wishS : null;
}

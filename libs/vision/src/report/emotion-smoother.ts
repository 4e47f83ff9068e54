import { EMOTIONS } from '@eyeline/contracts';

/** Observations a second that `alpha` is given for. */
const REFERENCE_RATE = 5;

/** The weight of a new observation, seconds after the one before. */
export const smoothingWeight = (alpha: number, dtS: number): number =>
  1 - (1 - alpha) ** (dtS * REFERENCE_RATE);

/**
 * Exponential moving average of emotion probabilities, face by face, in real time.
 *
 *     weight   = 1 - (1 - alpha)^(5 dt)      dt: seconds since the last look at that face
 *     smoothed = weight * new + (1 - weight) * history
 *
 * At 5 observations a second the weight is `alpha` itself; at any other rate history fades as fast in time, so the
 * result does not depend on sampling. The first look is taken as it is. After a long absence history weighs next to
 * nothing by the same formula (0.8^25 = 0.4 % after 5 s), so nothing has to be reset.
 */
export class EmotionSmoother {
  readonly #history = new Map<number, { tS: number; values: Float64Array }>();

  constructor(private readonly alpha: number) {}

  /** @returns seven probabilities; a new array for each call */
  add(faceId: number, tS: number, emotions: ArrayLike<number>): Float64Array {
    const before = this.#history.get(faceId);
    const values = Float64Array.from(emotions);
    if (before !== undefined) {
      const weight = smoothingWeight(this.alpha, tS - before.tS);
      for (let i = 0; i < EMOTIONS.length; i++) {
        values[i] = weight * emotions[i] + (1 - weight) * before.values[i];
      }
    }
    this.#history.set(faceId, { tS, values });
    return values;
  }

  /** What was last known of a face, which stays as it is; null before its first look. A new array for each call. */
  known(faceId: number): Float64Array | null {
    const before = this.#history.get(faceId);
    return before === undefined ? null : Float64Array.from(before.values);
  }
}

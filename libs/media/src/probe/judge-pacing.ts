/** How the frames of a video follow each other. */
export interface Pacing {
  /** Average frames a second. */
  readonly fps: number;
  readonly variableFrameRate: boolean;
}

/** Steps that differ from the usual one by more than this share are no rounding to the container's clock ... */
const SAME_STEP = 0.05;
/** ... whose ticks are a millisecond at the coarsest that is common (Matroska, FLV), one up and one down. */
const COARSE_TICK_S = 0.0021;
/** A dropped frame here and there does not make a rate variable. */
const MAX_ODD_STEPS = 0.01;
/** Stated and measured rates that differ by less are the same; the stated one is then the exact one. */
const SAME_RATE = 0.01;

/**
 * Judges by when the first frames are shown.
 *
 * @param times ascending seconds, at least two of them different
 * @param stated rates that the container gives, best first; 0 where it gives none
 */
export function judgePacing(times: Float64Array, stated: readonly number[]): Pacing {
  const measured = (times.length - 1) / (times[times.length - 1] - times[0]);
  const steps = times.slice(1).map((tS, i) => tS - times[i]);
  const usual = Float64Array.from(steps).sort()[Math.floor(steps.length / 2)];
  const slack = Math.max(SAME_STEP * usual, Math.min(COARSE_TICK_S, usual / 4));
  const odd = steps.filter((step) => Math.abs(step - usual) > slack).length;
  const variableFrameRate = odd > Math.max(1, MAX_ODD_STEPS * steps.length);
  const isNear = (rate: number, other: number): boolean => Math.abs(rate / other - 1) <= SAME_RATE;
  const fps =
    stated.find((rate) => isNear(rate, measured)) ??
    // A few lost frames spoil the mean, and not the usual step.
    (variableFrameRate ? undefined : stated.find((rate) => isNear(rate, 1 / usual))) ??
    measured;
  return { fps, variableFrameRate };
}

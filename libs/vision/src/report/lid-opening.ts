import { type FaceObservation } from '@eyeline/contracts';

import { LEAST_EYE_WIDTH_PX, measureEyeWidth, measureOpening } from '../analysers/gaze/eye-geometry.js';
import { HeadPoseFitter } from '../analysers/head-pose/fit-head-pose.js';

const fitter = new HeadPoseFitter();

/**
 * How far apart the lids of both eyes are, by the width of an eye; null where they are too small to tell.
 *
 * @param scale analysed pixels a source pixel
 */
export function readLidOpening({ landmarks, region }: FaceObservation, scale: number): number | null {
  const points = Float64Array.from(landmarks, (value, i) =>
    i % 2 === 0 ? region.x + value * region.w : region.y + value * region.h,
  );
  if (measureEyeWidth(points) * scale < LEAST_EYE_WIDTH_PX) return null;
  return measureOpening(points, fitter.fit(points));
}

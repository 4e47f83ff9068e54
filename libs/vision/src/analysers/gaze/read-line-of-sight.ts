import { EYES } from '../../models/face-landmarks-70/landmark-points.js';
import { type FittedHead } from '../head-pose/fit-head-pose.js';
import { type Direction } from '../head-pose/rotation.js';
import { locateEyeCentre, PUPIL_RADIUS } from './eye-geometry.js';

/** Pupils that are found still farther from where their eye turns are no better known: about 72 degrees. */
const MAX_SINE = 0.95;

/**
 * The line of sight from where both pupils stand before the points about which their eyes turn, each eye weighted by
 * how much of it is seen (its squared width): the near eye of a turned head counts more.
 *
 * @param points x and y of 70 points, pixels
 * @returns unit vector, measured against the ray from the camera to the face
 */
export function readLineOfSight(points: ArrayLike<number>, head: FittedHead): Direction {
  let x = 0;
  let y = 0;
  let total = 0;
  for (const eye of [0, 1] as const) {
    const { outer, inner, pupil } = EYES[eye];
    const [centreX, centreY] = locateEyeCentre(points, eye, head);
    const weight =
      (points[2 * outer] - points[2 * inner]) ** 2 + (points[2 * outer + 1] - points[2 * inner + 1]) ** 2;
    x += weight * (points[2 * pupil] - centreX);
    y += weight * (points[2 * pupil + 1] - centreY);
    total += weight;
  }
  // corners that fell together show nothing: straight ahead
  if (total === 0) return [0, 0, -1];
  const reach = total * head.scale * PUPIL_RADIUS;
  const sine = Math.hypot(x, y) / reach;
  const shorten = sine > MAX_SINE ? MAX_SINE / sine : 1;
  x *= shorten / reach;
  y *= shorten / reach;
  return [x, y, -Math.sqrt(1 - x * x - y * y)];
}

import { type EyeIndices } from '../../models/face-landmarks-70/landmark-points.js';
import { type FittedHead } from '../head-pose/fit-head-pose.js';
import { type Direction } from '../head-pose/rotation.js';

/**
 * An eye in units of the canonical face (100 = 90 mm between the outer corners). The pupil that one sees lies 10.4 mm
 * before the point about which the eye turns (rotation centre 13.5 mm, entrance pupil 3.05 mm behind the apex of the
 * cornea; Fry and Hill 1962, Atchison and Smith 2000), and that point lies about 4.5 mm behind the plane of the corners.
 */
const PUPIL_RADIUS = 11.6;
const CENTRE_BEHIND_CORNERS = 5;

/** The middle of a pupil that looks straight ahead, from the middle of the corners: outwards and up (training mean). */
const PUPIL_OUTWARDS = 1.3;
const PUPIL_UP = 1.7;

/** Distance of the corners of an eye in the canonical face. */
const EYE_WIDTH = 28.5;

/** What one eye says. */
export interface EyeReading {
  /** Sideways and downward part of the unit line of sight, measured against the ray from the camera to the face. */
  readonly x: number;
  readonly y: number;
  /** Height of the opening between the lids by the width of a canonical eye: about 0.27 open, below 0.1 closed. */
  readonly opening: number;
  /** How well it is seen: width of the eye in the picture in pixels. */
  readonly widthPx: number;
}

/**
 * Line of sight of one eye from its pupil and corners: the picture shows the pupil at
 * `corners + s (o + r g)` with the scale s, the offset o of the turned eye's rotation centre from the middle of the
 * corners, the radius r and the line of sight g; solved for g.
 *
 * @param side -1 for the person's right eye (left in the picture), 1 for the left one
 */
export function readEye(
  points: ArrayLike<number>,
  eye: EyeIndices,
  side: -1 | 1,
  { rotation, scale }: FittedHead,
): EyeReading {
  const outer = 2 * eye.outer;
  const inner = 2 * eye.inner;
  const middleX = (points[outer] + points[inner]) / 2;
  const middleY = (points[outer + 1] + points[inner + 1]) / 2;
  const [ox, oy, oz] = [side * PUPIL_OUTWARDS, -PUPIL_UP, CENTRE_BEHIND_CORNERS];
  const centreX = rotation[0] * ox + rotation[1] * oy + rotation[2] * oz;
  const centreY = rotation[3] * ox + rotation[4] * oy + rotation[5] * oz;
  const pupilX = (points[2 * eye.pupil] - middleX) / scale;
  const pupilY = (points[2 * eye.pupil + 1] - middleY) / scale;
  return {
    x: (pupilX - centreX) / PUPIL_RADIUS,
    y: (pupilY - centreY) / PUPIL_RADIUS,
    opening: measureOpening(points, eye) / (scale * EYE_WIDTH),
    widthPx: Math.hypot(points[outer] - points[inner], points[outer + 1] - points[inner + 1]),
  };
}

/** Mean distance of the two pairs of lid points, pixels. */
function measureOpening(points: ArrayLike<number>, { upper, lower }: EyeIndices): number {
  const distance = (a: number, b: number): number =>
    Math.hypot(points[2 * a] - points[2 * b], points[2 * a + 1] - points[2 * b + 1]);
  return (distance(upper[0], lower[1]) + distance(upper[1], lower[0])) / 2;
}

/** The largest sideways part: a line of sight further from the camera than 72 degrees shows no pupil. */
const MAX_SIDEWAYS = 0.95;

/** One line of sight from both eyes, each as much as it is seen (squared width: the near eye of a turned head counts more). */
export function combineEyes(eyes: readonly EyeReading[]): { gaze: Direction; opening: number } {
  let x = 0;
  let y = 0;
  let opening = 0;
  let total = 0;
  for (const eye of eyes) {
    const weight = Math.max(1, eye.widthPx ** 2);
    x += weight * eye.x;
    y += weight * eye.y;
    opening += weight * eye.opening;
    total += weight;
  }
  x /= total;
  y /= total;
  const sideways = Math.hypot(x, y);
  if (sideways > MAX_SIDEWAYS) {
    x *= MAX_SIDEWAYS / sideways;
    y *= MAX_SIDEWAYS / sideways;
  }
  return { gaze: [x, y, -Math.sqrt(1 - x * x - y * y)], opening: opening / total };
}

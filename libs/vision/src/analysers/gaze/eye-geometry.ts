import { EYES, LEFT_EYE, RIGHT_EYE } from '../../models/face-landmarks-70/landmark-points.js';
import { type FittedHead } from '../head-pose/fit-head-pose.js';

/*
 * An eye in units of the canonical face (100 = 90 mm between the outer corners). The pupil that one sees lies 10.4 mm
 * before the point about which the eye turns (rotation centre 13.5 mm, entrance pupil 3.05 mm behind the apex of the
 * cornea; Atchison and Smith 2000), and that point lies about 4.5 mm behind the plane of the corners
 * (our estimate).
 */
export const PUPIL_RADIUS = 11.6;
const CENTRE_BEHIND_CORNERS = 5;

/**
 * The pupil of an eye that looks straight ahead, from the middle of its corners: outwards and up. Over the eyes of the training photographs,
 * in which most people look at the photographer, eye-7 2.0.0 sees it 1.0 to 1.3 outwards and 2.0 up; of drawn faces, whose gaze is known, the best
 * fit is 1.6 outwards and 1.7 up.
 */
const PUPIL_OUTWARDS = 1.3;
const PUPIL_UP = 1.8;

/**
 * Lids nearer together than this share of the width of an eye count as closed. A relaxed eye has about 0.28, one that looks far down 0.15, a shut
 * one 0.05, and up to 0.13 where it laughs or cries under heavy lashes. Of drawn eyes, whose lids are known, 0.10 to 0.12 tell most rightly.
 */
export const MIN_OPENING = 0.12;

/** Eyes that are seen narrower than so many analysed pixels say nothing about where they look, nor how often they blink. */
export const LEAST_EYE_WIDTH_PX = 12;

/** Distance of the corners of an eye in the canonical face. */
const EYE_WIDTH = 28.5;

/**
 * The point about which an eye turns, in pixels of the picture: the middle of its corners, and from there the offset
 * that the head's pose gives. The line of sight g (unit vector, measured against the ray from the camera to the face)
 * then shows the pupil at `centre + scale * PUPIL_RADIUS * (gx, gy)`.
 */
export function locateEyeCentre(
  points: ArrayLike<number>,
  eye: 0 | 1,
  { rotation, scale }: FittedHead,
): [x: number, y: number] {
  const { outer, inner } = EYES[eye];
  const ox = eye === 0 ? -PUPIL_OUTWARDS : PUPIL_OUTWARDS;
  const oy = -PUPIL_UP;
  const oz = CENTRE_BEHIND_CORNERS;
  return [
    (points[2 * outer] + points[2 * inner]) / 2 +
      scale * (rotation[0] * ox + rotation[1] * oy + rotation[2] * oz),
    (points[2 * outer + 1] + points[2 * inner + 1]) / 2 +
      scale * (rotation[3] * ox + rotation[4] * oy + rotation[5] * oz),
  ];
}

/** Mean width of both eyes in the picture, pixels. */
export function measureEyeWidth(points: ArrayLike<number>): number {
  return (
    (distance(points, RIGHT_EYE.outer, RIGHT_EYE.inner) + distance(points, LEFT_EYE.outer, LEFT_EYE.inner)) /
    2
  );
}

/**
 * Mean distance of the lids of both eyes by the width of an eye. The width is the canonical one at the face's scale,
 * not the one that is seen: a turned head shows narrower eyes that are no wider open.
 */
export function measureOpening(points: ArrayLike<number>, { scale }: FittedHead): number {
  let sum = 0;
  for (const { upper, lower } of EYES) {
    sum += distance(points, upper[0], lower[1]) + distance(points, upper[1], lower[0]);
  }
  return sum / 4 / (scale * EYE_WIDTH);
}

const distance = (points: ArrayLike<number>, a: number, b: number): number =>
  Math.hypot(points[2 * a] - points[2 * b], points[2 * a + 1] - points[2 * b + 1]);

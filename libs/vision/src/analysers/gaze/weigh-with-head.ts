import { type Direction, forward, type Rotation } from '../head-pose/rotation.js';

/** Error of what the eyes say, degrees: differences between people, and what pixels leave open (chosen on drawn faces and labelled clips). */
const EYE_ERROR_DEG = 4;
const ONE_PIXEL_DEG = 40;

/** How far people turn their eyes away from where the head points, degrees: an estimate (pupils of the training faces spread by 9). */
const EYES_IN_HEAD_DEG = 11;

/**
 * The line of sight that is most likely when the eyes say one thing and the head another: both weighted by the inverse
 * of their variances. Large eyes decide for themselves, in a small face the head decides.
 *
 * @param eyeWidthPx width of an eye in the picture; what its pixels leave open is 40 / width degrees
 */
export function weighWithHead(eyes: Direction, head: Rotation, eyeWidthPx: number): Direction {
  const variance = EYE_ERROR_DEG ** 2 + (ONE_PIXEL_DEG / Math.max(1, eyeWidthPx)) ** 2;
  const share = variance / (variance + EYES_IN_HEAD_DEG ** 2);
  const nose = forward(head);
  const x = (1 - share) * eyes[0] + share * nose[0];
  const y = (1 - share) * eyes[1] + share * nose[1];
  const z = (1 - share) * eyes[2] + share * nose[2];
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

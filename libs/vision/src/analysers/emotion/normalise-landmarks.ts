import { EYES, type EyeIndices } from '../../models/face-landmarks-70/landmark-points.js';
import { LANDMARK_NUMBERS } from '../../runtime/model-input.js';

/** Eyes that lie on one place: such a face is no face, but gives finite numbers. */
const MIN_DISTANCE = 1e-6;

/**
 * The 68 points of a face as they would be if it stood upright, its eyes at distance 1 around the origin: what is left is the
 * face's form. An eye's place is the mean of its six points; x runs from the eye on the left of the picture to the other one, y
 * down from there. Neither place nor size nor roll of the face in the picture is in the numbers; turning it aside is.
 *
 * @param points x and y in pixels, in iBUG's order; more than 68 (pupils) are not looked at
 * @param out where the 136 numbers (x0, y0, x1, y1, ...) go
 */
export function normaliseLandmarks(points: Float32Array, out: Float32Array, offset = 0): void {
  const [left, right] = EYES.map((eye) => centreOf(points, eye));
  const [dx, dy] = [right[0] - left[0], right[1] - left[1]];
  const distance = Math.max(MIN_DISTANCE, Math.hypot(dx, dy));
  const [originX, originY] = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
  const cos = dx / distance ** 2;
  const sin = dy / distance ** 2;
  for (let i = 0; i < LANDMARK_NUMBERS; i += 2) {
    const x = points[i] - originX;
    const y = points[i + 1] - originY;
    out[offset + i] = x * cos + y * sin;
    out[offset + i + 1] = y * cos - x * sin;
  }
}

function centreOf(points: Float32Array, { outer, upper, inner, lower }: EyeIndices): [number, number] {
  const indices = [outer, ...upper, inner, ...lower];
  const mean = (axis: number): number =>
    indices.reduce((sum, index) => sum + points[2 * index + axis], 0) / indices.length;
  return [mean(0), mean(1)];
}

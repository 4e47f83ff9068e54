import { type CanonicalPoint, RIGID_POINTS } from './canonical-face.js';
import { type Rotation } from './rotation.js';

const UPRIGHT: Rotation = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);

/** How a head is held, as seen along the ray from the camera to it. */
export interface FittedHead {
  readonly rotation: Rotation;
  /** Pixels for one unit of the canonical face. */
  readonly scale: number;
}

/**
 * Head pose from landmarks under weak perspective (a scaled orthographic camera): the least-squares affine map from
 * the canonical face to the picture, then the nearest map with rows of equal length at right angles
 * (symmetric orthogonalisation, Horn, Hilden and Negahdaripour 1988).
 *
 * Weak perspective measures the pose against the ray from the camera to that face, whatever the lens: a head that
 * looks into the camera from the edge of the picture has pose 0. That is exactly what eye contact asks for.
 */
export class HeadPoseFitter {
  private readonly mean: readonly [number, number, number];
  private readonly totalWeight: number;
  /** For each point three numbers: row of the weighted pseudo-inverse of the canonical points. */
  private readonly solver: Float64Array;

  constructor(private readonly points: readonly CanonicalPoint[] = RIGID_POINTS) {
    this.totalWeight = points.reduce((sum, { weight }) => sum + weight, 0);
    const mean = (axis: 'x' | 'y' | 'z'): number =>
      points.reduce((sum, point) => sum + point.weight * point[axis], 0) / this.totalWeight;
    this.mean = [mean('x'), mean('y'), mean('z')];
    this.solver = this.invert();
  }

  /** @param landmarks x and y of at least the 68 points, pixels */
  fit(landmarks: ArrayLike<number>): FittedHead {
    let meanX = 0;
    let meanY = 0;
    for (const { index, weight } of this.points) {
      meanX += weight * landmarks[2 * index];
      meanY += weight * landmarks[2 * index + 1];
    }
    meanX /= this.totalWeight;
    meanY /= this.totalWeight;
    const a = [0, 0, 0];
    const b = [0, 0, 0];
    this.points.forEach(({ index }, i) => {
      const x = landmarks[2 * index] - meanX;
      const y = landmarks[2 * index + 1] - meanY;
      for (let k = 0; k < 3; k++) {
        a[k] += x * this.solver[3 * i + k];
        b[k] += y * this.solver[3 * i + k];
      }
    });
    return orthogonalise(a, b);
  }

  private invert(): Float64Array {
    const rows = this.points.map(({ x, y, z, weight }) => ({
      at: [x - this.mean[0], y - this.mean[1], z - this.mean[2]],
      weight,
    }));
    const moments = [0, 1, 2].map((i) =>
      [0, 1, 2].map((j) => rows.reduce((sum, { at, weight }) => sum + weight * at[i] * at[j], 0)),
    );
    const inverse = invertSymmetric(moments);
    return Float64Array.from(
      rows.flatMap(({ at, weight }) =>
        [0, 1, 2].map(
          (k) => weight * (inverse[k][0] * at[0] + inverse[k][1] * at[1] + inverse[k][2] * at[2]),
        ),
      ),
    );
  }
}

/** Two rows of an affine map -> scale and rotation: M = A Aᵀ, rows of M^(-1/2) A. */
function orthogonalise(a: readonly number[], b: readonly number[]): FittedHead {
  const p = a[0] * a[0] + a[1] * a[1] + a[2] * a[2];
  const q = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  const r = b[0] * b[0] + b[1] * b[1] + b[2] * b[2];
  // landmarks that fall together or into one line show no pose
  if (p * r - q * q <= (1e-3 * (p + r)) ** 2) return { rotation: UPRIGHT, scale: 1 };
  // square root of a 2x2 matrix in closed form: (M + sqrt(det) I) / sqrt(trace + 2 sqrt(det))
  const rootDet = Math.sqrt(p * r - q * q);
  const rootTrace = Math.sqrt(p + r + 2 * rootDet);
  const [s11, s12, s22] = [(p + rootDet) / rootTrace, q / rootTrace, (r + rootDet) / rootTrace];
  const rotation = new Float64Array(9);
  for (let k = 0; k < 3; k++) {
    rotation[k] = (s22 * a[k] - s12 * b[k]) / rootDet;
    rotation[3 + k] = (s11 * b[k] - s12 * a[k]) / rootDet;
  }
  rotation[6] = rotation[1] * rotation[5] - rotation[2] * rotation[4];
  rotation[7] = rotation[2] * rotation[3] - rotation[0] * rotation[5];
  rotation[8] = rotation[0] * rotation[4] - rotation[1] * rotation[3];
  return { rotation, scale: rootTrace / 2 };
}

function invertSymmetric(m: readonly (readonly number[])[]): number[][] {
  const [[a, b, c], [, d, e], [, , f]] = m;
  const [A, B, C] = [d * f - e * e, c * e - b * f, b * e - c * d];
  const det = a * A + b * B + c * C;
  const [D, E, F] = [a * f - c * c, b * c - a * e, a * d - b * b];
  return [
    [A, B, C],
    [B, D, E],
    [C, E, F],
  ].map((row) => row.map((value) => value / det));
}

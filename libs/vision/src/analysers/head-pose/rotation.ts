/** A rotation as nine numbers, row by row. Columns are the head's axes in camera coordinates. */
export type Rotation = Float64Array;

/** Degrees; signs as in docs/outputs.md. */
export interface HeadPose {
  readonly yawDeg: number;
  readonly pitchDeg: number;
  readonly rollDeg: number;
}

/** A direction in camera coordinates: x to the right of the picture, y down, z away from the camera. */
export type Direction = readonly [x: number, y: number, z: number];

const DEG = 180 / Math.PI;

/**
 * Yaw and pitch of a direction. Straight at the camera plane (0, 0, -1) is 0, 0; yaw > 0 points to the right of the
 * picture (the person's left), pitch > 0 points up.
 *
 * @example directionAngles([0, -1, 0]).pitchDeg // 90
 */
export function directionAngles([x, y, z]: Direction): { yawDeg: number; pitchDeg: number } {
  return { yawDeg: Math.atan2(x, -z) * DEG, pitchDeg: Math.atan2(-y, Math.hypot(x, z)) * DEG };
}

/** Where the nose points. */
export const forward = (rotation: Rotation): Direction => [-rotation[2], -rotation[5], -rotation[8]];

/**
 * Rotation -> angles, as R = yaw · pitch · roll: yaw and pitch are those of the direction in which the nose points,
 * roll is the turn about that direction, > 0 when the head leans to the right of the picture (clockwise as one sees it).
 */
export function rotationToPose(rotation: Rotation): HeadPose {
  const { yawDeg, pitchDeg } = directionAngles(forward(rotation));
  const level = poseToRotation({ yawDeg, pitchDeg, rollDeg: 0 });
  // the head's own x axis, seen in a head of the same yaw and pitch that does not lean
  const along = level[0] * rotation[0] + level[3] * rotation[3] + level[6] * rotation[6];
  const across = level[1] * rotation[0] + level[4] * rotation[3] + level[7] * rotation[6];
  return { yawDeg, pitchDeg, rollDeg: Math.atan2(across, along) * DEG };
}

/** The way back of `rotationToPose`. */
export function poseToRotation({ yawDeg, pitchDeg, rollDeg }: HeadPose): Rotation {
  const [cy, sy] = [Math.cos(yawDeg / DEG), Math.sin(yawDeg / DEG)];
  const [cp, sp] = [Math.cos(pitchDeg / DEG), Math.sin(pitchDeg / DEG)];
  const [cr, sr] = [Math.cos(rollDeg / DEG), Math.sin(rollDeg / DEG)];
  const yaw = Float64Array.of(cy, 0, -sy, 0, 1, 0, sy, 0, cy);
  const pitch = Float64Array.of(1, 0, 0, 0, cp, sp, 0, -sp, cp);
  const roll = Float64Array.of(cr, -sr, 0, sr, cr, 0, 0, 0, 1);
  return multiply(yaw, multiply(pitch, roll));
}

export function multiply(a: Rotation, b: Rotation): Rotation {
  const product = new Float64Array(9);
  for (let row = 0; row < 9; row += 3) {
    for (let column = 0; column < 3; column++) {
      product[row + column] = a[row] * b[column] + a[row + 1] * b[column + 3] + a[row + 2] * b[column + 6];
    }
  }
  return product;
}

export const rotate = (r: Rotation, [x, y, z]: Direction): Direction => [
  r[0] * x + r[1] * y + r[2] * z,
  r[3] * x + r[4] * y + r[5] * z,
  r[6] * x + r[7] * y + r[8] * z,
];

/** The smallest rotation that takes the optical axis (0, 0, 1) to the direction of `(x, y, 1)` (Rodrigues' formula). */
export function rotationToRay(x: number, y: number): Rotation {
  const length = Math.hypot(x, y, 1);
  const [dx, dy, dz] = [x / length, y / length, 1 / length];
  const k = 1 / (1 + dz);
  return Float64Array.of(1 - dx * dx * k, -dx * dy * k, dx, -dx * dy * k, 1 - dy * dy * k, dy, -dx, -dy, dz);
}

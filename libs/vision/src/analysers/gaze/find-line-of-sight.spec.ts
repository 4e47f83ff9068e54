import { LumaPyramid } from '../../image/luma-pyramid.js';
import { type FittedHead } from '../head-pose/fit-head-pose.js';
import { directionAngles, poseToRotation, rotate, type Rotation } from '../head-pose/rotation.js';
import { measureOpening } from './eye-geometry.js';
import { EyePicture } from './eye-picture.js';
import { findLineOfSight } from './find-line-of-sight.js';
import { weighWithHead } from './weigh-with-head.js';

/** The search is pulled towards the pupils of the landmarks, which are drawn at rest here, and ends a little short. */
const TOLERANCE_DEG = 8;

const SCALE = 1.2;
const WIDTH = 240;
const HEIGHT = 120;

/** Corners, lids and pupil of both eyes of the canonical face; the pupils are put where the eye network tends to see them: at rest. */
const LIDS: readonly [index: number, x: number, y: number, z: number][] = [
  [36, -50, 0, 0.3],
  [37, -43.4, -5, -2.7],
  [38, -32.7, -5, -4.3],
  [39, -21.6, 0, -6.1],
  [40, -30.7, 3, -5],
  [41, -41, 3, -3.8],
  [68, -37, -1.7, -3],
];

/** A drawn face: grey skin, white eyes, and irises that look along `gaze`, a unit vector in camera coordinates. */
function draw(rotation: Rotation, gaze: readonly [number, number, number], glint: boolean) {
  const points = new Float32Array(140);
  const mirror = new Map([
    [36, 45],
    [37, 44],
    [38, 43],
    [39, 42],
    [40, 47],
    [41, 46],
    [68, 69],
  ]);
  for (const [index, x, y, z] of LIDS) {
    const put = (i: number, sx: number): void => {
      const [px, py] = rotate(rotation, [sx, y, z]);
      points[2 * i] = WIDTH / 2 + SCALE * px;
      points[2 * i + 1] = HEIGHT / 2 + SCALE * py;
    };
    put(index, x);
    put(mirror.get(index) ?? 0, -x);
  }
  const data = new Uint8Array(WIDTH * HEIGHT).fill(150);
  for (const side of [-1, 1]) {
    const outer = side < 0 ? 36 : 45;
    const inner = side < 0 ? 39 : 42;
    const middleX = (points[2 * outer] + points[2 * inner]) / 2;
    const middleY = (points[2 * outer + 1] + points[2 * inner + 1]) / 2;
    const halfWidth = Math.abs(points[2 * outer] - points[2 * inner]) / 2;
    const [ox, oy] = rotate(rotation, [1.3 * side, -1.7, 5]);
    const irisX = middleX + SCALE * (ox + 11.6 * gaze[0]);
    const irisY = middleY + SCALE * (oy + 11.6 * gaze[1]);
    for (let y = 0; y < HEIGHT; y++) {
      for (let x = 0; x < WIDTH; x++) {
        const dx = (x + 0.5 - middleX) / halfWidth;
        const dy = (y + 0.5 - middleY + SCALE) / (5 * SCALE * (1 - 0.5 * dx * dx));
        if (Math.abs(dx) > 1 || Math.abs(dy) > 1) continue;
        const fromIris = Math.hypot(x + 0.5 - irisX, y + 0.5 - irisY) / SCALE;
        const isGlint = glint && Math.hypot(x - irisX - 1, y - irisY + 1) < 1.5;
        data[y * WIDTH + x] = isGlint ? 250 : fromIris < 6.5 ? 60 : 220;
      }
    }
  }
  const pyramid = new LumaPyramid();
  pyramid.reset({ width: WIDTH, height: HEIGHT, data });
  return { pyramid, points };
}

function findIn(rotation: Rotation, gaze: readonly [number, number, number], glint = false) {
  const { pyramid, points } = draw(rotation, gaze, glint);
  const head: FittedHead = { rotation, scale: SCALE };
  const eyes = [new EyePicture(), new EyePicture()];
  eyes[0].load(pyramid, points, 0, head);
  eyes[1].load(pyramid, points, 1, head);
  return directionAngles(findLineOfSight(eyes, head));
}

const looking = (yawDeg: number, pitchDeg: number): [number, number, number] => {
  const [x, y, z] = rotate(poseToRotation({ yawDeg, pitchDeg, rollDeg: 0 }), [0, 0, -1]);
  return [x, y, z];
};

describe('findLineOfSight', () => {
  it.each([-25, -12, 0, 12, 25])('follows drawn irises sideways: %d degrees', (yawDeg) => {
    const found = findIn(poseToRotation({ yawDeg: 0, pitchDeg: 0, rollDeg: 0 }), looking(yawDeg, 0));
    expect(Math.abs(found.yawDeg - yawDeg)).toBeLessThan(TOLERANCE_DEG);
    expect(Math.abs(found.pitchDeg)).toBeLessThan(TOLERANCE_DEG);
  });

  it('sees that a turned head looks into the camera', () => {
    const found = findIn(poseToRotation({ yawDeg: 20, pitchDeg: 0, rollDeg: 0 }), looking(0, 0));
    expect(Math.abs(found.yawDeg)).toBeLessThan(TOLERANCE_DEG);
  });

  it('is not drawn away by reflections', () => {
    const found = findIn(poseToRotation({ yawDeg: 0, pitchDeg: 0, rollDeg: 0 }), looking(-12, 0), true);
    expect(Math.abs(found.yawDeg + 12)).toBeLessThan(TOLERANCE_DEG);
  });
});

describe('weighWithHead', () => {
  const head = poseToRotation({ yawDeg: 30, pitchDeg: 0, rollDeg: 0 });

  it('lets large eyes decide, and the head in a small face', () => {
    const near = directionAngles(weighWithHead([0, 0, -1], head, 60)).yawDeg;
    const far = directionAngles(weighWithHead([0, 0, -1], head, 6)).yawDeg;
    expect(near).toBeLessThan(12);
    expect(far).toBeGreaterThan(22);
  });

  it('changes nothing when both agree', () => {
    const same = directionAngles(weighWithHead(looking(30, 0), head, 20));
    expect(same.yawDeg).toBeCloseTo(30);
    expect(same.pitchDeg).toBeCloseTo(0);
  });
});

describe('measureOpening', () => {
  it('does not take the narrow eyes of a turned head for closed or wide open ones', () => {
    const opening = (yawDeg: number): number => {
      const rotation = poseToRotation({ yawDeg, pitchDeg: 0, rollDeg: 0 });
      return measureOpening(draw(rotation, looking(0, 0), false).points, { rotation, scale: SCALE });
    };
    expect(opening(0)).toBeCloseTo(0.28, 1);
    expect(opening(35) / opening(0)).toBeCloseTo(1, 1);
  });
});

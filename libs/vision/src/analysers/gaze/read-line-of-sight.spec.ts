import { type FittedHead } from '../head-pose/fit-head-pose.js';
import { directionAngles, poseToRotation, rotate, type Rotation } from '../head-pose/rotation.js';
import { LumaPyramid } from '../../image/luma-pyramid.js';
import { Face } from '../face.js';
import { measureOpening } from './eye-geometry.js';
import { createGazeAnalyser } from './gaze-analyser.js';
import { readLineOfSight } from './read-line-of-sight.js';
import { weighWithHead } from './weigh-with-head.js';

const SCALE = 1.2;

/** Corners and lids of the person's right eye in the canonical face, and the same point of the other eye. */
const LIDS: readonly [index: number, mirrored: number, x: number, y: number, z: number][] = [
  [36, 45, -50, 0, 0.3],
  [37, 44, -43.4, -5, -2.7],
  [38, 43, -32.7, -5, -4.3],
  [39, 42, -21.6, 0, -6.1],
  [40, 47, -30.7, 3, -5],
  [41, 46, -41, 3, -3.8],
];

/** What a perfect network would find of both eyes: lids of a turned head, pupils that look along `gaze` (unit vector, camera coordinates). */
function show(rotation: Rotation, gaze: readonly [number, number, number]): Float32Array {
  const points = new Float32Array(140);
  for (const [right, left, x, y, z] of LIDS) {
    for (const [index, side] of [
      [right, 1],
      [left, -1],
    ]) {
      const [px, py] = rotate(rotation, [side * x, y, z]);
      points[2 * index] = 300 + SCALE * px;
      points[2 * index + 1] = 200 + SCALE * py;
    }
  }
  for (const [pupil, outer, inner, side] of [
    [68, 36, 39, -1],
    [69, 45, 42, 1],
  ]) {
    const [ox, oy] = rotate(rotation, [1.3 * side, -1.8, 5]);
    points[2 * pupil] = (points[2 * outer] + points[2 * inner]) / 2 + SCALE * (ox + 11.6 * gaze[0]);
    points[2 * pupil + 1] =
      (points[2 * outer + 1] + points[2 * inner + 1]) / 2 + SCALE * (oy + 11.6 * gaze[1]);
  }
  return points;
}

const headAt = (yawDeg: number, pitchDeg = 0): Rotation => poseToRotation({ yawDeg, pitchDeg, rollDeg: 0 });

const looking = (yawDeg: number, pitchDeg: number): [number, number, number] => {
  const [x, y, z] = rotate(headAt(yawDeg, pitchDeg), [0, 0, -1]);
  return [x, y, z];
};

const read = (rotation: Rotation, points: ArrayLike<number>) => {
  const head: FittedHead = { rotation, scale: SCALE };
  return directionAngles(readLineOfSight(points, head));
};

describe('readLineOfSight', () => {
  it.each([
    [0, 0, 25, -10],
    [20, 0, 0, 0],
    [-30, 15, -8, 12],
    [10, -20, 30, 5],
  ])(
    'reads how eyes look out of a head turned by %d, %d degrees: %d, %d',
    (yawDeg, pitchDeg, gazeYaw, gazePitch) => {
      const head = headAt(yawDeg, pitchDeg);
      const found = read(head, show(head, looking(gazeYaw, gazePitch)));
      expect(found.yawDeg).toBeCloseTo(gazeYaw, 3);
      expect(found.pitchDeg).toBeCloseTo(gazePitch, 3);
    },
  );

  it('believes the near eye of a turned head more than the far one', () => {
    const head = headAt(35);
    const points = show(head, looking(35, 0));
    const far = points.slice();
    const near = points.slice();
    // the face is turned to the right side of the picture: there the eye is far away
    far[2 * 69] -= 3;
    near[2 * 68] -= 3;
    const { yawDeg } = read(head, points);
    expect(yawDeg - read(head, far).yawDeg).toBeLessThan(0.8 * (yawDeg - read(head, near).yawDeg));
  });

  it('gives a direction whatever the points are', () => {
    const head = headAt(0);
    expect(readLineOfSight(new Float32Array(140), { rotation: head, scale: SCALE })).toEqual([0, 0, -1]);
    const points = show(head, looking(0, 0));
    points[2 * 68] += 500;
    const [x, y, z] = readLineOfSight(points, { rotation: head, scale: SCALE });
    expect(Math.hypot(x, y, z)).toBeCloseTo(1);
    expect(z).toBeLessThan(0);
  });
});

describe('weighWithHead', () => {
  const head = headAt(30);

  it('lets large eyes decide, and the head in a small face', () => {
    const near = directionAngles(weighWithHead([0, 0, -1], head, 60)).yawDeg;
    const far = directionAngles(weighWithHead([0, 0, -1], head, 4)).yawDeg;
    expect(near).toBeLessThan(5);
    expect(far).toBeGreaterThan(12);
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
      const rotation = headAt(yawDeg);
      return measureOpening(show(rotation, looking(0, 0)), { rotation, scale: SCALE });
    };
    expect(opening(0)).toBeCloseTo(0.28, 1);
    expect(opening(35) / opening(0)).toBeCloseTo(1, 1);
  });
});

describe('createGazeAnalyser', () => {
  const look = async (rotation: Rotation, gaze: [number, number, number], zoom = 1): Promise<Face> => {
    const candidate = { x: 0, y: 0, w: 100, h: 100, score: 1, keyPoints: new Float32Array(10) };
    const face = new Face(candidate, { pyramid: new LumaPyramid(), focalPx: 640 });
    face.head = { rotation, scale: SCALE * zoom };
    face.points.set(show(rotation, gaze).map((place) => place * zoom));
    await createGazeAnalyser()([face]);
    return face;
  };

  it('sees that open eyes of a turned head look into the camera', async () => {
    const face = await look(headAt(10), looking(0, 0));
    expect(face).toMatchObject({ eyesOpen: true, eyesReadable: true });
    expect(face.cameraAngleDeg).toBeLessThan(3);
  });

  it('does not read eyes that are small, or turned far in the head towards the camera', async () => {
    expect(await look(headAt(0), looking(0, 0), 0.3)).toMatchObject({ eyesReadable: false });
    expect(await look(headAt(30), looking(0, 0))).toMatchObject({ eyesReadable: false });
    expect(await look(headAt(30), looking(25, 5))).toMatchObject({ eyesReadable: true });
    expect(await look(headAt(0), looking(28, 0))).toMatchObject({ eyesReadable: true });
  });
});

import fc from 'fast-check';

import { RIGID_POINTS } from './canonical-face.js';
import { HeadPoseFitter } from './fit-head-pose.js';
import {
  type Direction,
  directionAngles,
  forward,
  multiply,
  poseToRotation,
  rotate,
  type Rotation,
  rotationToPose,
  rotationToRay,
} from './rotation.js';

const poses = fc.record({
  yawDeg: fc.double({ min: -75, max: 75, noNaN: true }),
  pitchDeg: fc.double({ min: -60, max: 60, noNaN: true }),
  rollDeg: fc.double({ min: -90, max: 90, noNaN: true }),
});

/** The canonical face in a picture: turned, scaled and moved. */
function show(rotation: Rotation, scale: number, x: number, y: number): Float32Array {
  const landmarks = new Float32Array(140);
  for (const point of RIGID_POINTS) {
    const [px, py] = rotate(rotation, [point.x, point.y, point.z]);
    landmarks[2 * point.index] = x + scale * px;
    landmarks[2 * point.index + 1] = y + scale * py;
  }
  return landmarks;
}

describe('HeadPoseFitter', () => {
  const fitter = new HeadPoseFitter();

  it('finds the pose of a turned canonical face within half a degree, wherever and however large it is', () => {
    fc.assert(
      fc.property(
        poses,
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        fc.double({ min: -500, max: 500, noNaN: true }),
        (pose, scale, shift) => {
          const fitted = fitter.fit(show(poseToRotation(pose), scale, 320 + shift, 180 - shift));
          const found = rotationToPose(fitted.rotation);
          expect(Math.abs(found.yawDeg - pose.yawDeg)).toBeLessThan(0.5);
          expect(Math.abs(found.pitchDeg - pose.pitchDeg)).toBeLessThan(0.5);
          expect(Math.abs(found.rollDeg - pose.rollDeg)).toBeLessThan(0.5);
          expect(fitted.scale / scale).toBeCloseTo(1, 2);
        },
      ),
    );
  });

  it('always gives a rotation', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 640, noNaN: true }), { minLength: 140, maxLength: 140 }),
        (points) => {
          const { rotation: r } = fitter.fit(points);
          expect(Math.hypot(r[0], r[1], r[2])).toBeCloseTo(1, 4);
          expect(Math.hypot(r[3], r[4], r[5])).toBeCloseTo(1, 4);
          expect(r[0] * r[3] + r[1] * r[4] + r[2] * r[5]).toBeCloseTo(0, 4);
        },
      ),
    );
  });
});

describe('angles', () => {
  it('are those of docs/outputs.md: right of the picture, up and clockwise are positive', () => {
    expect(directionAngles([Math.SQRT1_2, 0, -Math.SQRT1_2]).yawDeg).toBeCloseTo(45);
    expect(directionAngles([0, -Math.SQRT1_2, -Math.SQRT1_2]).pitchDeg).toBeCloseTo(45);
    // the top of a head that leans to the right of the picture
    const [x, y] = rotate(poseToRotation({ yawDeg: 0, pitchDeg: 0, rollDeg: 30 }), [0, -1, 0]);
    expect(x).toBeCloseTo(0.5);
    expect(y).toBeCloseTo(-Math.sqrt(0.75));
  });

  it('give back the pose that they were made from', () => {
    fc.assert(
      fc.property(poses, (pose) => {
        const found = rotationToPose(poseToRotation(pose));
        expect(found.yawDeg).toBeCloseTo(pose.yawDeg, 5);
        expect(found.pitchDeg).toBeCloseTo(pose.pitchDeg, 5);
        expect(found.rollDeg).toBeCloseTo(pose.rollDeg, 5);
      }),
    );
  });

  it('of the nose and of the pose agree', () => {
    const { yawDeg, pitchDeg } = directionAngles(
      forward(poseToRotation({ yawDeg: 20, pitchDeg: -10, rollDeg: 15 })),
    );
    expect(yawDeg).toBeCloseTo(20);
    expect(pitchDeg).toBeCloseTo(-10);
  });
});

describe('rotationToRay', () => {
  it('takes the optical axis to the ray, and a look along the ray to the camera', () => {
    const share = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (x, y) => {
        const ray = rotate(rotationToRay(x, y), [0, 0, 1]);
        const length = Math.hypot(x, y, 1);
        const wanted: Direction = [x / length, y / length, 1 / length];
        ray.forEach((value, i) => expect(value).toBeCloseTo(wanted[i], 6));
      }),
    );
  });

  it('turns a head at the right of the picture that faces the camera to the left', () => {
    const pose = rotationToPose(
      multiply(rotationToRay(0.5, 0), poseToRotation({ yawDeg: 0, pitchDeg: 0, rollDeg: 0 })),
    );
    expect(pose.yawDeg).toBeCloseTo((-Math.atan(0.5) * 180) / Math.PI);
  });
});

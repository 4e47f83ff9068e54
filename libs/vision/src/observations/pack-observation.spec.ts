import { APPEARANCE_LENGTH, EMOTIONS, type FaceObservation, type FrameObservation } from '@eyeline/contracts';
import fc from 'fast-check';

import { makeFace, makeFrame } from './observation.factory.js';
import { packObservation, unpackObservation } from './pack-observation.js';

const number = (min: number, max: number) => fc.float({ min, max, noNaN: true });

const faces: fc.Arbitrary<FaceObservation> = fc
  .record({
    region: fc.record({
      ...{ x: number(-100, 8192), y: number(-100, 8192) },
      ...{ w: number(1, 8192), h: number(1, 8192) },
    }),
    score: number(0, 1),
    emotions: fc.array(number(0, 1), { minLength: EMOTIONS.length, maxLength: EMOTIONS.length }),
    angles: fc.array(number(-180, 180), { minLength: 6, maxLength: 6 }),
    eyesOpen: fc.boolean(),
    eyesReadable: fc.boolean(),
    quality: number(0, 1),
    appearance: fc.array(number(-1, 1), { minLength: APPEARANCE_LENGTH, maxLength: APPEARANCE_LENGTH }),
  })
  .map(({ emotions, appearance, angles, ...rest }) =>
    makeFace({
      ...rest,
      emotions: Float32Array.from(emotions),
      appearance: Float32Array.from(appearance),
      headPose: { yawDeg: angles[0], pitchDeg: angles[1], rollDeg: angles[2] },
      gaze: { yawDeg: angles[3], pitchDeg: angles[4] },
      cameraAngleDeg: angles[5],
    }),
  );

describe('packObservation', () => {
  it('gives back what went in, but for the landmarks and steps of the appearance', () => {
    const frames = fc.record({
      tS: fc.double({ min: 0, max: 1e9, noNaN: true }),
      outcome: fc.constantFrom('analyzed' as const, 'skipped_dark' as const, 'failed' as const),
      facesDropped: fc.nat(1000),
      faces: fc.array(faces, { maxLength: 20 }),
    });
    fc.assert(
      fc.property(frames, (frame) => {
        const { faces: back, ...head } = unpackObservation(frame.tS, packObservation(frame));
        expect(head).toEqual({ tS: frame.tS, outcome: frame.outcome, facesDropped: frame.facesDropped });
        expect(back.map(plain)).toEqual(frame.faces.map(plain));
        back.forEach(({ appearance, landmarks }, i) => {
          expect(landmarks.every((value) => value === 0)).toBe(true);
          appearance.forEach((value, k) =>
            expect(Math.abs(value - frame.faces[i].appearance[k])).toBeLessThan(2e-5),
          );
        });
      }),
      { numRuns: 50 },
    );
  });

  it('takes 205 bytes a face', () => {
    expect(packObservation(makeFrame(0))).toHaveLength(6);
    expect(packObservation(makeFrame(0, [makeFace(), makeFace()]))).toHaveLength(416);
  });

  it('reads bytes that lie within others', () => {
    const frame: FrameObservation = makeFrame(3, [makeFace({ score: 0.5, quality: 0.5 })]);
    const packed = packObservation(frame);
    const within = Buffer.concat([Buffer.alloc(5), packed, Buffer.alloc(3)]).subarray(5, 5 + packed.length);
    expect(unpackObservation(3, within).faces.map(plain)).toEqual(frame.faces.map(plain));
  });

  it.each([
    ['nothing', () => new Uint8Array(0)],
    ['less', () => packObservation(makeFrame(0, [makeFace()])).subarray(0, -1)],
    ['more', () => Buffer.concat([packObservation(makeFrame(0, [makeFace()])), Buffer.alloc(1)])],
    ['another version', () => Uint8Array.of(9, 0, 0, 0, 0, 0)],
  ])('refuses %s', (_name, make) => {
    expect(() => unpackObservation(0, make())).toThrow('internal');
  });
});

/** -0 and 0 are the same number here. */
const plain = ({ landmarks: _landmarks, appearance: _appearance, ...face }: FaceObservation): object =>
  JSON.parse(JSON.stringify({ ...face, emotions: Array.from(face.emotions) })) as object;

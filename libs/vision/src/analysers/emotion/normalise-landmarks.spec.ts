import { LANDMARKS_LENGTH } from '@eyeline/contracts';
import fc from 'fast-check';

import { normaliseLandmarks } from './normalise-landmarks.js';

const normalise = (points: Float32Array): Float32Array => {
  const out = new Float32Array(136);
  normaliseLandmarks(points, out);
  return out;
};

/** Seventy points; the eyes lie apart. */
const face = fc
  .array(fc.float({ min: -5, max: 5, noNaN: true }), {
    minLength: LANDMARKS_LENGTH,
    maxLength: LANDMARKS_LENGTH,
  })
  .map((values) =>
    Float32Array.from(values, (value, i) => {
      const point = i >> 1;
      const isX = i % 2 === 0;
      return (
        value + (isX && point >= 36 && point < 42 ? -30 : 0) + (isX && point >= 42 && point < 48 ? 30 : 0)
      );
    }),
  );

describe('normaliseLandmarks', () => {
  it('has the eyes at distance one, level, around the origin', () => {
    fc.assert(
      fc.property(face, (points) => {
        const numbers = normalise(points);
        const eye = (from: number, axis: number): number =>
          [0, 1, 2, 3, 4, 5].reduce((sum, k) => sum + numbers[2 * (from + k) + axis], 0) / 6;
        expect([eye(36, 0), eye(36, 1), eye(42, 0), eye(42, 1)]).toEqual(
          [-0.5, 0, 0.5, 0].map((value) => expect.closeTo(value, 4) as unknown),
        );
      }),
    );
  });

  it('does not depend on where, how large and how rolled the face is', () => {
    const [moved, grown, turned] = [
      fc.float({ min: -500, max: 500, noNaN: true }),
      fc.float({ min: 1, max: 9, noNaN: true }),
      fc.float({ min: -3, max: 3, noNaN: true }),
    ];
    fc.assert(
      fc.property(face, moved, grown, turned, (points, move, size, roll) => {
        const other = points.map((_, i) => {
          const [x, y] = [points[i - (i % 2)], points[i - (i % 2) + 1]];
          const [cos, sin] = [size * Math.cos(roll), size * Math.sin(roll)];
          return move + (i % 2 === 0 ? x * cos - y * sin : x * sin + y * cos);
        });
        const [numbers, expected] = [normalise(other), normalise(points)];
        numbers.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 2));
      }),
    );
  });

  it('gives finite numbers for what is no face', () => {
    expect(normalise(new Float32Array(LANDMARKS_LENGTH)).every(Number.isFinite)).toBe(true);
  });
});

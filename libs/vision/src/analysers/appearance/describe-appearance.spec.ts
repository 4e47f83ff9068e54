import { APPEARANCE_LENGTH } from '@eyeline/contracts';
import fc from 'fast-check';

import { describeAppearance } from './describe-appearance.js';

const SIDE = 24;

const describe24 = (picture: Float32Array): Float32Array => {
  const vector = new Float32Array(APPEARANCE_LENGTH).fill(7);
  describeAppearance(picture, SIDE, vector);
  return vector;
};

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);

const stripes = (period: number, down: boolean) =>
  Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const place = down ? Math.floor(i / SIDE) : i % SIDE;
    return Math.sin((2 * Math.PI * place) / period);
  });

describe('describeAppearance', () => {
  it('is of unit length, whatever the picture, also for one without edges', () => {
    fc.assert(
      fc.property(
        fc.float32Array({ minLength: SIDE * SIDE, maxLength: SIDE * SIDE, min: -2, max: 2, noNaN: true }),
        (p) => {
          const vector = describe24(p);
          expect(cosine(vector, vector)).toBeCloseTo(1, 5);
        },
      ),
      { numRuns: 50 },
    );
    const flat = describe24(new Float32Array(SIDE * SIDE));
    expect(cosine(flat, flat)).toBeCloseTo(1, 5);
  });

  it('does not change with brightness and contrast', () => {
    const picture = stripes(7, false);
    const lit = picture.map((value) => 0.4 * value + 1.5);
    expect(cosine(describe24(picture), describe24(lit))).toBeCloseTo(1, 5);
  });

  it('tells edges across from edges down', () => {
    expect(cosine(describe24(stripes(7, false)), describe24(stripes(7, true)))).toBeLessThan(0);
  });
});

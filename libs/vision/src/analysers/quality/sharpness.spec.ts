import { measureSharpness } from './sharpness.js';

const SIDE = 32;

const draw = (luma: (x: number, y: number) => number): Float32Array =>
  Float32Array.from({ length: SIDE * SIDE }, (_, i) => luma(i % SIDE, Math.floor(i / SIDE)));

describe('measureSharpness', () => {
  const fine = draw((x) => Math.sin(x));
  const coarse = draw((x) => Math.sin(x / 4));

  it('is larger for finer detail', () => {
    expect(measureSharpness(fine, SIDE)).toBeGreaterThan(20 * measureSharpness(coarse, SIDE));
  });

  it('does not depend on brightness and contrast', () => {
    const other = fine.map((value) => 3 * value + 5);
    expect(measureSharpness(other, SIDE)).toBeCloseTo(measureSharpness(fine, SIDE), 3);
  });

  it('is 0 where nothing is to be seen', () => {
    expect(
      measureSharpness(
        draw(() => 0.7),
        SIDE,
      ),
    ).toBe(0);
  });
});

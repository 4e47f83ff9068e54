import fc from 'fast-check';

import { cropLuma, type CropFrame, type CropTarget, cropToPicture } from './crop-luma.js';
import { LumaPyramid } from './luma-pyramid.js';

const turned = (
  centerX: number,
  centerY: number,
  width: number,
  angle: number,
  mirrored = false,
): CropFrame => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return mirrored
    ? { centerX, centerY, width, ux: -cos, uy: sin, vx: sin, vy: cos }
    : { centerX, centerY, width, ux: cos, uy: sin, vx: -sin, vy: cos };
};

const frames = fc
  .tuple(
    fc.double({ min: 0, max: 640, noNaN: true }),
    fc.double({ min: 0, max: 360, noNaN: true }),
    fc.double({ min: 1, max: 500, noNaN: true }),
    fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
    fc.boolean(),
  )
  .map((parts) => turned(...parts));

/** A picture whose luma is a plane: 40 + 0.25 x + 0.5 y at the centre of each pixel. */
function slope(width: number, height: number): LumaPyramid {
  const data = Uint8Array.from({ length: width * height }, (_, i) =>
    Math.round(40 + 0.25 * ((i % width) + 0.5) + 0.5 * (Math.floor(i / width) + 0.5)),
  );
  const pyramid = new LumaPyramid();
  pyramid.reset({ width, height, data });
  return pyramid;
}

const plain: CropTarget = { width: 32, height: 24, gain: 1, bias: 0, outside: 'black' };

describe('cropToPicture', () => {
  it('puts 0, 0 into the middle, and measures in widths of the crop', () => {
    const share = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(frames, share, share, (frame, x, y) => {
        expect(cropToPicture(frame, 0, 0)).toEqual([frame.centerX, frame.centerY]);
        const [placeX, placeY] = cropToPicture(frame, x, y);
        const distance = Math.hypot(placeX - frame.centerX, placeY - frame.centerY);
        expect(distance / frame.width).toBeCloseTo(Math.hypot(x, y), 6);
      }),
    );
  });
});

describe('cropLuma', () => {
  it.each([
    ['of the same size', 32, 0],
    ['enlarged', 12, 0.3],
    ['shrunk and turned', 90, -0.4],
    ['shrunk over two halvings', 150, 0.2],
  ])('reads each pixel where it lies in the picture: %s', (_name, width, angle) => {
    const pyramid = slope(240, 200);
    const frame = turned(121.3, 99.6, width, angle);
    const out = new Float32Array(plain.width * plain.height);
    cropLuma(pyramid, frame, plain, out, 0);
    for (const [column, row] of [
      [0, 0],
      [31, 0],
      [5, 17],
      [31, 23],
    ]) {
      const [x, y] = cropToPicture(frame, (column + 0.5) / 32 - 0.5, (row + 0.5) / 32 - 12 / 32);
      // rounding of the picture and of its halves
      expect(Math.abs(out[row * 32 + column] - (40 + 0.25 * x + 0.5 * y))).toBeLessThan(1.1);
    }
  });

  it('gives the same numbers at the edge of the picture as inside', () => {
    const pyramid = slope(200, 160);
    const inside = new Float32Array(plain.width * plain.height);
    const touching = new Float32Array(plain.width * plain.height);
    cropLuma(pyramid, turned(100, 80, 60, 0.1), plain, inside, 0);
    // the same picture with less around it: the careful way is taken
    const { data } = pyramid.picture;
    const cut = new Uint8Array(64 * 64);
    for (let y = 0; y < 64; y++) cut.set(data.subarray((y + 48) * 200 + 68, (y + 48) * 200 + 132), y * 64);
    const small = new LumaPyramid();
    small.reset({ width: 64, height: 64, data: cut });
    cropLuma(small, turned(32, 32, 60, 0.1), plain, touching, 0);
    const middle = (out: Float32Array): number[] =>
      [11 * 32 + 15, 8 * 32 + 10, 16 * 32 + 20].map((i) => out[i]);
    middle(touching).forEach((value, i) => expect(value).toBeCloseTo(middle(inside)[i], 3));
  });

  it('shows black or the edge where the picture ends', () => {
    const pyramid = new LumaPyramid();
    pyramid.reset({ width: 16, height: 16, data: new Uint8Array(256).fill(200) });
    const crop = (outside: 'black' | 'edge'): Float32Array => {
      const out = new Float32Array(64);
      cropLuma(pyramid, turned(0, 8, 8, 0), { width: 8, height: 8, gain: 0.5, bias: -1, outside }, out, 0);
      return out;
    };
    expect(crop('black')[0]).toBe(-1);
    expect(crop('black')[7]).toBe(99);
    expect(crop('edge').every((value) => value === 99)).toBe(true);
  });
});

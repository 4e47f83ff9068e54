import { cropColor } from './crop-color.js';
import { type CropFrame, cropLuma, cropToPicture } from './crop-luma.js';
import { LumaPyramid } from './luma-pyramid.js';

const turned = (centerX: number, centerY: number, width: number, angle: number): CropFrame => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { centerX, centerY, width, ux: cos, uy: sin, vx: -sin, vy: cos };
};

const plane = (width: number, height: number, at: (x: number, y: number) => number): Uint8Array =>
  Uint8Array.from({ length: width * height }, (_, i) =>
    Math.round(at((i % width) + 0.5, Math.floor(i / width) + 0.5)),
  );

/** Luma 100 all over; Cb rises with x, Cr falls with y, given in pixels of the picture. */
const cbAt = (x: number): number => 108 + 0.2 * x;
const crAt = (y: number): number => 148 - 0.2 * y;

function slope(width: number, height: number): LumaPyramid {
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  const pyramid = new LumaPyramid();
  pyramid.reset({
    ...{ width, height, data: new Uint8Array(width * height).fill(100) },
    chroma: {
      ...half,
      cb: plane(half.width, half.height, (x) => cbAt(2 * x)),
      cr: plane(half.width, half.height, (_x, y) => crAt(2 * y)),
      matrix: 'bt601',
    },
  });
  return pyramid;
}

const target = { width: 32, height: 32 };

describe('cropColor', () => {
  it.each([
    ['of the same size', 32, 0],
    ['enlarged', 12, 0.3],
    ['shrunk and turned', 90, -0.4],
    ['shrunk over a halving', 130, 0.2],
  ])('reads colours where they lie in the picture: %s', (_name, width, angle) => {
    const frame = turned(101.3, 99.6, width, angle);
    const out = new Float32Array(5 + 3 * 32 * 32);
    cropColor(slope(201, 200), frame, target, out, 5);
    for (const [column, row] of [
      [0, 0],
      [31, 0],
      [5, 17],
      [31, 31],
    ]) {
      const [x, y] = cropToPicture(frame, (column + 0.5) / 32 - 0.5, (row + 0.5) / 32 - 0.5);
      const at = 5 + row * 32 + column;
      // rounding of chroma by half, and of its halves, weighs up to 1.8 times
      expect(Math.abs(out[at] - (100 + 1.402 * (crAt(y) - 128)))).toBeLessThan(1.5);
      expect(Math.abs(out[at + 2 * 32 * 32] - (100 + 1.772 * (cbAt(x) - 128)))).toBeLessThan(1.8);
    }
    expect([...out.subarray(0, 5)]).toEqual([0, 0, 0, 0, 0]);
  });

  it('is the crop of luma where there is no colour, also over the edge', () => {
    const data = plane(64, 48, (x, y) => (7 * x + 3 * y) % 256);
    const neutral = new Uint8Array(32 * 24).fill(128);
    const pyramid = new LumaPyramid();
    const chroma = { width: 32, height: 24, cb: neutral, cr: neutral, matrix: 'bt709' as const };
    pyramid.reset({ width: 64, height: 48, data, chroma });
    const frame = turned(5, 20, 40, 0.5);
    const [colored, gray] = [new Float32Array(3 * 1024), new Float32Array(1024)];
    cropColor(pyramid, frame, target, colored, 0);
    cropLuma(pyramid, frame, { ...target, gain: 1, bias: 0, outside: 'edge' }, gray, 0);
    for (const channel of [0, 1, 2]) {
      expect([...colored.subarray(channel * 1024, (channel + 1) * 1024)]).toEqual([...gray]);
    }
  });

  it('shows the colours of the new picture after reset', () => {
    const pyramid = slope(40, 40);
    const out = new Float32Array(3 * 1024);
    cropColor(pyramid, turned(20, 20, 30, 0), target, out, 0);
    const even = (value: number): Uint8Array => new Uint8Array(400).fill(value);
    pyramid.reset({
      ...{ width: 40, height: 40, data: new Uint8Array(1600).fill(100) },
      chroma: { width: 20, height: 20, cb: even(128), cr: even(138), matrix: 'bt601' },
    });
    cropColor(pyramid, turned(20, 20, 30, 0), target, out, 0);
    expect(out[500]).toBeCloseTo(114.02, 3);
    expect(out[2500]).toBeCloseTo(100, 3);
  });

  it('refuses a picture without colours', () => {
    const pyramid = new LumaPyramid();
    pyramid.reset({ width: 40, height: 40, data: new Uint8Array(1600) });
    const crop = (): void => cropColor(pyramid, turned(20, 20, 30, 0), target, new Float32Array(3072), 0);
    expect(crop).toThrow('came without colours');
  });
});

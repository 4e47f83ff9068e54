import fc from 'fast-check';

import { meanLuma } from './luma-image.js';
import { halveLuma, LumaPyramid } from './luma-pyramid.js';
import { AreaResizer, scaleLuma } from './resize-luma.js';

const pictures = fc
  .tuple(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 2, max: 40 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((data) => ({ width, height, data })),
  );

const identity = { gain: 1, bias: 0 };

describe('AreaResizer', () => {
  it('keeps the mean of the picture', () => {
    fc.assert(
      fc.property(pictures, fc.double({ min: 0.2, max: 1, noNaN: true }), (picture, shrink) => {
        const width = Math.max(1, Math.round(picture.width * shrink));
        const height = Math.max(1, Math.round(picture.height * shrink));
        const out = new Float32Array(width * height);
        new AreaResizer(picture, { width, height }).resize(picture, out, width, identity);
        const mean = out.reduce((sum, value) => sum + value, 0) / out.length;
        expect(mean).toBeCloseTo(meanLuma(picture, 1), 2);
      }),
    );
  });

  it('is the mean of four pixels when it halves', () => {
    const out = new Float32Array(2);
    const picture = { width: 4, height: 2, data: Uint8Array.of(0, 10, 100, 100, 20, 30, 100, 104) };
    new AreaResizer(picture, { width: 2, height: 1 }).resize(picture, out, 2, { gain: 2, bias: 1 });
    expect([...out]).toEqual([31, 203]);
  });

  it('draws pixels out when it enlarges, and takes the beginning of one alone', () => {
    const picture = { width: 3, height: 1, data: Uint8Array.of(10, 20, 90) };
    const enlarge = (width: number): number[] => {
      const out = new Float32Array(5);
      new AreaResizer({ width, height: 1 }, { width: 5, height: 1 }).resize(picture, out, 5, identity);
      return [...out].map((value) => Math.round(value));
    };
    expect(enlarge(2.5)).toEqual([10, 10, 20, 20, 90]);
    expect(enlarge(2)).toEqual([10, 10, 15, 20, 20]);
  });
});

describe('LumaPyramid', () => {
  it('halves rounded, and leaves out the last row or column of an odd side', () => {
    const out = new Uint8Array(1);
    halveLuma({ width: 3, height: 3, data: Uint8Array.of(1, 2, 99, 3, 4, 99, 99, 99, 99) }, out);
    expect(out[0]).toBe(3);
  });

  it('shows the new picture after reset, not the halves of the old one', () => {
    const pyramid = new LumaPyramid();
    const grey = (value: number) => ({ width: 8, height: 8, data: new Uint8Array(64).fill(value) });
    pyramid.reset(grey(10));
    expect(pyramid.level(1).data[0]).toBe(10);
    pyramid.reset(grey(20));
    expect(pyramid.level(1).data[0]).toBe(20);
  });

  it('ends at pictures of two pixels', () => {
    const pyramid = new LumaPyramid();
    pyramid.reset({ width: 8, height: 4, data: new Uint8Array(32) });
    expect(pyramid.level(9)).toMatchObject({ width: 4, height: 2 });
  });
});

describe('scaleLuma', () => {
  it('leaves the end of each row alone', () => {
    const out = new Float32Array(6).fill(7);
    scaleLuma({ width: 2, height: 2, data: Uint8Array.of(0, 1, 2, 3) }, out, 3, { gain: 2, bias: -1 });
    expect([...out]).toEqual([-1, 1, 7, 3, 5, 7]);
  });
});

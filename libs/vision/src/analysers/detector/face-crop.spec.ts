import { cropToPicture } from '../../image/crop-luma.js';
import { placeFaceCrop } from './face-crop.js';

describe('placeFaceCrop', () => {
  // a box of 100 x 120 around (200, 160), its eyes on a line that falls by 45 degrees
  const keyPoints = Float32Array.of(180, 130, 200, 150, 0, 0, 0, 0, 0, 0);
  const candidate = { x: 150, y: 100, w: 100, h: 120, score: 1, keyPoints };

  it('is the longer side of the box and its margin on both sides', () => {
    const frame = placeFaceCrop(candidate, { margin: 0.25, level: false });
    expect(frame.width).toBeCloseTo(180);
    expect(cropToPicture(frame, -0.5, -0.5)).toEqual([110, 70]);
  });

  it('turns with the eyes where it is asked to', () => {
    const frame = placeFaceCrop(candidate, { margin: 0, level: true });
    const [x, y] = cropToPicture(frame, 0.5, 0);
    expect([x, y]).toEqual([expect.closeTo(200 + 60 / Math.SQRT2), expect.closeTo(160 + 60 / Math.SQRT2)]);
  });
});

import fc from 'fast-check';

import { cropToPicture } from '../../image/crop-luma.js';
import { placeFerCrop } from './fer-crop.js';

describe('placeFerCrop', () => {
  it('puts eyes and mouth of an upright or leaning face where FER2013 has them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 20, max: 300, noNaN: true }),
        (roll, side) => {
          const [cos, sin] = [Math.cos(roll), Math.sin(roll)];
          const points = new Float32Array(140);
          const place = (index: number, x: number, y: number): void => {
            points[2 * index] = 320 + side * ((x - 0.5) * cos - (y - 0.5) * sin);
            points[2 * index + 1] = 180 + side * ((x - 0.5) * sin + (y - 0.5) * cos);
          };
          // corners of each eye 0.1 to both sides of its middle, corners of the mouth 0.15
          place(36, 0.21, 0.365);
          place(39, 0.41, 0.365);
          place(42, 0.58, 0.365);
          place(45, 0.78, 0.365);
          place(48, 0.345, 0.79);
          place(54, 0.645, 0.79);
          const frame = placeFerCrop(points);
          expect(frame.width).toBeCloseTo(side, 2);
          const [x, y] = cropToPicture(frame, 0.31 - 0.5, 0.365 - 0.5);
          expect(x).toBeCloseTo((points[72] + points[78]) / 2, 2);
          expect(y).toBeCloseTo((points[73] + points[79]) / 2, 2);
        },
      ),
    );
  });
});

import fc from 'fast-check';

import {
  decodeFaceGrid,
  type FaceCandidate,
  intersectionOverUnion,
  suppressOverlaps,
} from './decode-face-grid.js';

describe('decodeFaceGrid', () => {
  it('puts the box and the points of a cell where the network means them', () => {
    const [columns, rows, stride] = [4, 3, 16];
    const cells = columns * rows;
    const output = new Float32Array(15 * cells);
    const cell = 1 * columns + 2;
    const values = [0.9, 0.25, -0.5, Math.log(3), Math.log(4), 0.5, 0, 0, 0, 0, 0.25, 0, 0, 0, -0.5];
    values.forEach((value, channel) => (output[channel * cells + cell] = value));
    const found: FaceCandidate[] = [];
    decodeFaceGrid(output, stride, columns, 2, 2, 0.5, found);
    expect(found).toHaveLength(1);
    const [{ x, y, w, h, score, keyPoints }] = found;
    // centre (2.5 + 0.25, 1.5 - 0.5) cells of 16 pixels, seen in a picture of twice the size
    expect(x + w / 2).toBeCloseTo(88);
    expect(y + h / 2).toBeCloseTo(32);
    expect(w).toBeCloseTo(96);
    expect(h).toBeCloseTo(128);
    expect(score).toBeCloseTo(0.9);
    expect(keyPoints[0]).toBeCloseTo((2.5 + 1) * 16 * 2);
    expect(keyPoints[5]).toBeCloseTo((1.5 + 0.5) * 16 * 2);
    expect(keyPoints[9]).toBeCloseTo((1.5 - 1) * 16 * 2);
  });
});

const side = fc.double({ min: 1, max: 100, noNaN: true });
const boxes = fc.array(
  fc.record({
    x: fc.double({ min: 0, max: 300, noNaN: true }),
    y: fc.double({ min: 0, max: 300, noNaN: true }),
    w: side,
    h: side,
    score: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 30 },
);

describe('suppressOverlaps', () => {
  it('keeps boxes that do not overlap, best first, and nothing else that could be kept', () => {
    fc.assert(
      fc.property(boxes, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (candidates, maxOverlap) => {
        const kept = suppressOverlaps(candidates, maxOverlap);
        for (const [i, a] of kept.entries()) {
          expect(candidates).toContain(a);
          if (i > 0) expect(kept[i - 1].score).toBeGreaterThanOrEqual(a.score);
          for (const b of kept.slice(i + 1))
            expect(intersectionOverUnion(a, b)).toBeLessThanOrEqual(maxOverlap);
        }
        for (const left of candidates.filter((candidate) => !kept.includes(candidate))) {
          expect(kept.some((a) => a.score >= left.score && intersectionOverUnion(a, left) > maxOverlap)).toBe(
            true,
          );
        }
      }),
    );
  });

  it('gives the same the second time', () => {
    fc.assert(
      fc.property(boxes, (candidates) => {
        const once = suppressOverlaps(candidates, 0.45);
        expect(suppressOverlaps(once, 0.45)).toEqual(once);
      }),
    );
  });
});

describe('intersectionOverUnion', () => {
  it('is 1 for a box and itself, 0 for boxes apart, a third for halves that overlap by half', () => {
    const box = { x: 0, y: 0, w: 10, h: 4 };
    expect(intersectionOverUnion(box, box)).toBe(1);
    expect(intersectionOverUnion(box, { ...box, x: 10 })).toBe(0);
    expect(intersectionOverUnion(box, { ...box, x: 5 })).toBeCloseTo(1 / 3);
  });
});

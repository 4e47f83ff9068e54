import fc from 'fast-check';

import { chooseSegments } from './choose-segments.js';

/** A video with a key frame every so many seconds. */
const keysEvery = (stepS: number, untilS: number): number[] =>
  Array.from({ length: Math.ceil(untilS / stepS) }, (_, i) => i * stepS);

const inputs = fc.record({
  range: fc
    .tuple(fc.double({ min: 0, max: 5000, noNaN: true }), fc.double({ min: 0.01, max: 30_000, noNaN: true }))
    .map(([startS, lengthS]) => ({ startS, endS: startS + lengthS })),
  keyFramesS: fc
    .array(fc.double({ min: 0, max: 35_000, noNaN: true }), { maxLength: 200 })
    .map((times) => Float64Array.from(times).sort()),
  segmentS: fc.double({ min: 0.5, max: 600, noNaN: true }),
});

describe('chooseSegments', () => {
  it('leaves a range alone that is not longer than a segment', () => {
    const range = { startS: 3, endS: 63 };
    expect(chooseSegments({ range, keyFramesS: keysEvery(2, 100), segmentS: 60 })).toEqual([range]);
  });

  it('divides a longer one into about equal parts, at key frames', () => {
    const range = { startS: 0, endS: 150 };
    const segments = chooseSegments({ range, keyFramesS: keysEvery(4, 150), segmentS: 60 });
    expect(segments).toEqual([
      { startS: 0, endS: 48 },
      { startS: 48, endS: 100 },
      { startS: 100, endS: 150 },
    ]);
  });

  it('keeps a border between key frames that are far apart, and leaves it out where too much would be decoded', () => {
    const range = { startS: 0, endS: 120 };
    expect(chooseSegments({ range, keyFramesS: [0, 44, 119], segmentS: 30 })).toEqual([
      { startS: 0, endS: 44 },
      { startS: 44, endS: 60 },
      { startS: 60, endS: 120 },
    ]);
    expect(chooseSegments({ range, keyFramesS: [0], segmentS: 30 })).toHaveLength(2);
    expect(chooseSegments({ range, keyFramesS: [0], segmentS: 5 })).toHaveLength(3);
    expect(chooseSegments({ range, keyFramesS: [], segmentS: 5 })).toHaveLength(3);
  });

  it('makes at most 500', () => {
    const range = { startS: 0, endS: 21_600 };
    expect(chooseSegments({ range, keyFramesS: keysEvery(1, 21_600), segmentS: 5 })).toHaveLength(500);
  });

  it('covers the range without a gap, an overlap or an empty segment', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const segments = chooseSegments(input);
        expect(segments[0].startS).toBe(input.range.startS);
        expect(segments.at(-1)!.endS).toBe(input.range.endS);
        segments.slice(1).forEach(({ startS }, i) => expect(startS).toBe(segments[i].endS));
        for (const { startS, endS } of segments) expect(endS).toBeGreaterThan(startS);
        expect(segments.length).toBeLessThanOrEqual(
          Math.min(500, Math.ceil((input.range.endS - input.range.startS) / input.segmentS)),
        );
        expect(chooseSegments(input)).toEqual(segments);
      }),
    );
  });

  it('has every border on a key frame or not far behind one', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const { startS } of chooseSegments(input).slice(1)) {
          const keyS = input.keyFramesS.findLast((timeS) => timeS <= startS);
          expect(startS - (keyS ?? 0)).toBeLessThanOrEqual(Math.max(10, input.segmentS));
        }
      }),
    );
  });
});

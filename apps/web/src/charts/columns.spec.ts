import fc from 'fast-check';

import { EMOTION_COUNT } from '../frames/frame-series.js';
import { sample, stack } from './columns.js';
import { type Points } from './points.js';

/** A point every second, with a share of happy and the rest neutral. */
const pointsOf = (happy: readonly (number | null)[]): Points => ({
  timesS: Float64Array.from(happy, (_, index) => index),
  values: Float32Array.from(
    happy.flatMap((value) =>
      Array.from({ length: EMOTION_COUNT }, (_, emotion) =>
        value === null ? Number.NaN : emotion === 3 ? value : emotion === 6 ? 1 - value : 0,
      ),
    ),
  ),
});

describe('sample', () => {
  it('takes the points of the range as they are, with one beyond each edge', () => {
    const { timesS, values } = sample(pointsOf([0, 0.25, 0.5, null, 1, 0]), { fromS: 1.5, toS: 3.5 }, 100);
    expect(timesS).toEqual([1, 2, 3, 4]);
    expect(values[3]).toEqual([0.25, 0.5, null, 1]);
  });

  it('takes means where there are more points than room, and nothing where nobody is seen', () => {
    const { timesS, values } = sample(pointsOf([0, 1, 0.5, 0.5, null, null]), { fromS: 0, toS: 6 }, 3);
    expect(timesS).toEqual([1, 3, 5]);
    expect(values[3]).toEqual([0.5, 0.5, null]);
    expect(values[6]).toEqual([0.5, 0.5, null]);
  });

  it('never has more than asked for, and keeps the mean over the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 64, maxLength: 64 }),
        fc.constantFrom(2, 4, 8, 16, 32),
        (eighths, count) => {
          const happy = eighths.map((value) => value / 8);
          const { timesS, values } = sample(pointsOf(happy), { fromS: 0, toS: 64 }, count);
          expect(timesS).toHaveLength(count);
          const mean = (list: readonly (number | null)[]): number =>
            list.reduce<number>((sum, value) => sum + (value ?? 0), 0) / list.length;
          expect(mean(values[3])).toBeCloseTo(mean(happy), 10);
        },
      ),
    );
  });
});

describe('stack', () => {
  it('puts each emotion on those before it', () => {
    const stacked = stack({
      timesS: [0, 1],
      values: [
        [0.2, null],
        [0.3, null],
        [0.5, null],
      ],
    });
    expect(stacked.values).toEqual([
      [0.2, null],
      [0.5, null],
      [1, null],
    ]);
  });
});

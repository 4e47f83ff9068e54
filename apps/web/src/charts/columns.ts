import { EMOTION_COUNT } from '../frames/frame-series.js';
import { countBelow } from '../frames/faces-at.js';
import { type Points } from './points.js';
import { type TimeRange } from './time-range.js';

/** What a chart draws: times, and for each emotion a value at each of them; null where there is none. */
export interface Columns {
  readonly timesS: number[];
  readonly values: (number | null)[][];
}

/** `means`: each column stands for its whole stretch, also where there are few points. */
export type SampleForm = 'points or means' | 'means';

/**
 * The points within a range, and one beyond each edge so that lines reach it. Where there are more than `maxPoints`, the
 * means of so many equal stretches: what would share a pixel anyway.
 */
export function sample(
  points: Points,
  { fromS, toS }: TimeRange,
  maxPoints: number,
  form: SampleForm = 'points or means',
): Columns {
  const first = Math.max(0, countBelow(points.timesS, fromS) - 1);
  let last = countBelow(points.timesS, toS);
  if (last < points.timesS.length) last += 1;
  return form === 'points or means' && last - first <= maxPoints
    ? takeAll(points, first, last)
    : takeMeans(points, first, last, { fromS, toS }, maxPoints);
}

function takeAll({ timesS, values }: Points, first: number, last: number): Columns {
  const columns = emptyColumns();
  for (let row = first; row < last; row++) {
    columns.timesS.push(timesS[row]);
    columns.values.forEach((column, emotion) => {
      const value = values[row * EMOTION_COUNT + emotion];
      column.push(Number.isNaN(value) ? null : value);
    });
  }
  return columns;
}

function takeMeans(
  { timesS, values }: Points,
  first: number,
  last: number,
  { fromS, toS }: TimeRange,
  count: number,
): Columns {
  const sums = new Float64Array(count * EMOTION_COUNT);
  const rows = new Uint32Array(count);
  const widthS = (toS - fromS) / count;
  for (let row = first; row < last; row++) {
    const start = row * EMOTION_COUNT;
    if (Number.isNaN(values[start])) continue;
    const bucket = Math.floor((timesS[row] - fromS) / widthS);
    if (bucket < 0 || bucket >= count) continue;
    rows[bucket] += 1;
    for (let emotion = 0; emotion < EMOTION_COUNT; emotion++) {
      sums[bucket * EMOTION_COUNT + emotion] += values[start + emotion];
    }
  }
  const columns = emptyColumns();
  rows.forEach((seen, bucket) => {
    columns.timesS.push(fromS + (bucket + 0.5) * widthS);
    columns.values.forEach((column, emotion) =>
      column.push(seen === 0 ? null : sums[bucket * EMOTION_COUNT + emotion] / seen),
    );
  });
  return columns;
}

const emptyColumns = (): Columns => ({
  timesS: [],
  values: Array.from({ length: EMOTION_COUNT }, (): (number | null)[] => []),
});

/** Each emotion on top of those before it: the last one is the sum of all. */
export function stack({ timesS, values }: Columns): Columns {
  let below: (number | null)[] = timesS.map(() => 0);
  const stacked = values.map((column) => {
    below = column.map((value, index) => {
      const under = below[index];
      return value === null || under === null ? null : under + value;
    });
    return below;
  });
  return { timesS, values: stacked };
}

import { MINUTES_KEPT, perMinute } from './throughput.js';

const MINUTE = 60_000;
const NOW = 1000 * MINUTE + 59_999;

const of = (meta: { count: number; prevTS: number; prevCount: number }, data: number[]): number[] =>
  perMinute({ meta, data, count: data.length }, NOW);

const quiet = (minutes: number): number[] => Array.from({ length: minutes }, () => 0);

it('is quiet where nothing has ended yet', () => {
  expect(of({ count: 0, prevTS: 0, prevCount: 0 }, [])).toEqual(quiet(MINUTES_KEPT));
});

it('counts the minute that runs, and those before it', () => {
  const series = of({ count: 19, prevTS: 1000 * MINUTE + 3, prevCount: 12 }, [5, 0, 7]);
  expect(series).toEqual([...quiet(MINUTES_KEPT - 4), 7, 0, 5, 7]);
});

it('knows that nothing has ended since', () => {
  const series = of({ count: 9, prevTS: 997 * MINUTE, prevCount: 5 }, [5]);
  expect(series).toEqual([...quiet(MINUTES_KEPT - 5), 5, 4, 0, 0, 0]);
});

it('forgets what was more than an hour ago', () => {
  expect(of({ count: 9, prevTS: 900 * MINUTE, prevCount: 0 }, [1, 2, 3])).toEqual(quiet(MINUTES_KEPT));
  const hour = Array.from({ length: MINUTES_KEPT }, (_, i) => i + 1);
  expect(of({ count: 1, prevTS: 1000 * MINUTE, prevCount: 0 }, hour)).toEqual([
    ...hour.slice(0, MINUTES_KEPT - 1).reverse(),
    1,
  ]);
});

import { barsOf, minutesOf, totalOf } from './minutes.js';

describe('minutesOf', () => {
  it('adds what the queues did in each minute', () => {
    const minutes = minutesOf([
      { completed_per_minute: [1, 0, 2], failed_per_minute: [0, 0, 1] },
      { completed_per_minute: [4, 0, 0], failed_per_minute: [0, 3, 0] },
    ]);
    expect(minutes).toEqual({ completed: [5, 0, 2], failed: [0, 3, 1] });
    expect(totalOf(minutes.completed)).toBe(7);
  });

  it('is empty without queues', () => {
    expect(minutesOf([])).toEqual({ completed: [], failed: [] });
  });
});

describe('barsOf', () => {
  it('draws both on one scale, which fills the height', () => {
    expect(barsOf({ completed: [6, 3, 0], failed: [0, 2, 1] })).toEqual({
      line: 0.75,
      up: [0.75, 0.375, 0],
      down: [0, 0.25, 0.125],
    });
  });

  it('lets one failure among thousands be seen', () => {
    const { line, down } = barsOf({ completed: [5000, 0], failed: [0, 1] });
    expect(line).toBeCloseTo(0.98);
    expect(down[0]).toBe(0);
    expect(down[1]).toBeCloseTo(0.02);
  });

  it.each([
    { completed: [0, 0], failed: [0, 0], line: 1 },
    { completed: [0, 2], failed: [0, 0], line: 1 },
    { completed: [0, 0], failed: [2, 0], line: 0 },
  ])('puts the line at the edge where one side is empty: $completed $failed', ({ line, ...minutes }) => {
    const bars = barsOf(minutes);
    expect(bars.line).toBe(line);
    expect(Math.max(...bars.up)).toBe(minutes.completed[1] > 0 ? 1 : 0);
    expect(Math.max(...bars.down)).toBe(minutes.failed[0] > 0 ? 1 : 0);
  });
});

import { judgePacing } from './judge-pacing.js';

/** Times from steps in seconds. */
const follow = (steps: number[]): Float64Array => {
  let tS = 0;
  return Float64Array.from([0, ...steps.map((step) => (tS += step))]);
};
const repeat = (count: number, ...steps: number[]): number[] =>
  Array.from({ length: count }, () => steps).flat();

describe('judgePacing', () => {
  it.each([
    ['25 a second', repeat(100, 0.04), false],
    ['23.976 in milliseconds', repeat(100, 0.042, 0.041, 0.042), false],
    ['one dropped frame', [...repeat(50, 0.04), 0.08, ...repeat(50, 0.04)], false],
    ['two rates one after the other', [...repeat(94, 1 / 24), ...repeat(72, 1 / 30)], true],
    ['a phone that hesitates', repeat(40, 0.0333, 0.0333, 0.039, 0.0277), true],
    ['a screen that stands still', [...repeat(30, 1 / 30), 4, 2, 1, ...repeat(30, 1 / 30)], true],
  ])('%s', (_name, steps, variable) => {
    expect(judgePacing(follow(steps), []).variableFrameRate).toBe(variable);
  });

  it('takes the stated rate that fits, which is exact, and else what it measures', () => {
    const times = follow(repeat(100, 1001 / 24000));
    expect(judgePacing(times, [24000 / 1001, 24000 / 1001]).fps).toBe(24000 / 1001);
    expect(judgePacing(times, [23.1, 24000 / 1001]).fps).toBe(24000 / 1001);
    expect(judgePacing(follow([...repeat(70, 0.04), 0.4]), [24.3, 25]).fps).toBe(25);
    expect(judgePacing(times, [1000, 0]).fps).toBeCloseTo(23.976, 3);
  });
});

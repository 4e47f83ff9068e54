import { isSameLength } from './use-video-source.js';

describe('isSameLength', () => {
  it.each([
    [20, 20.3, true],
    [20, 20.6, false],
    [3600, 3630, true],
    [3600, 3660, false],
    [Number.POSITIVE_INFINITY, 20, false],
    [Number.NaN, 20, false],
  ])('%s s for a video of %s s: %s', (lengthS, expectedS, isSame) => {
    expect(isSameLength(lengthS, expectedS)).toBe(isSame);
  });
});

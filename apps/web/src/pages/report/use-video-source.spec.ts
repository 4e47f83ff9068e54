import { isKept, isSameLength } from './use-video-source.js';

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

describe('isKept', () => {
  const endedAt = '2026-01-01T00:00:00.000Z';
  const hoursLater = (hours: number): number => Date.parse(endedAt) + hours * 3_600_000;

  it.each([
    [{ retain_video_hours: 24 }, endedAt, 23.9, true],
    [{ retain_video_hours: 24 }, endedAt, 24, false],
    [{ retain_video_hours: 0 }, endedAt, 0, false],
    [{ retain_video_hours: 24 }, null, 0, false],
    [{}, endedAt, 0, false],
  ])('%j, ended %s, %s hours later: %s', (options, completed_at, hours, kept) => {
    expect(isKept({ options, completed_at }, hoursLater(hours))).toBe(kept);
  });
});

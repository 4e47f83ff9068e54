import { newAnalysisId } from './analysis-id.js';

describe('newAnalysisId', () => {
  it('is `an_` and twenty characters of lower-case base32', () => {
    for (let i = 0; i < 200; i++) expect(newAnalysisId()).toMatch(/^an_[0-9a-hjkmnp-tv-z]{20}$/);
  });

  it('sorts by time, and differs within the same millisecond', () => {
    const times = [0, 31, 32, 1_000_000, 1_795_000_000_000, 1_795_000_000_001, 32 ** 10 - 1];
    const ids = times.map((time) => newAnalysisId(time));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(Array.from({ length: 1000 }, () => newAnalysisId(0))).size).toBe(1000);
  });
});

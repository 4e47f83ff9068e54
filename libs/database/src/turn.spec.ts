import { turnOf } from './turn.js';

const noon = Date.UTC(2026, 10, 21, 12);
const minutes = 60_000;

describe('turnOf', () => {
  it('lets the first video of a project pass the later ones of another', () => {
    const crowd = Array.from({ length: 1000 }, (_, ahead) => turnOf(ahead, noon));
    const single = turnOf(0, noon + 3 * minutes);
    expect(crowd.filter((turn) => turn < single)).toHaveLength(1);
  });

  it('lets nobody pass who has waited long enough', () => {
    expect(turnOf(10, noon)).toBeLessThan(turnOf(0, noon + 30 * minutes));
  });

  it('stays within what a queue can order by', () => {
    expect(turnOf(0, 0)).toBe(1);
    expect(turnOf(5_000_000, noon)).toBe(2_097_151);
    expect(turnOf(0, Date.UTC(2033, 11, 1))).toBeLessThan(2_097_151);
  });
});

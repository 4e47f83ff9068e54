import fc from 'fast-check';

import { findGaps } from './find-gaps.js';

const grid = (count: number): number[] => Array.from({ length: count }, (_, i) => i / 5);
const whole = { truncatedAtS: null, endS: 4 };

describe('findGaps', () => {
  it('finds nothing where every frame came', () => {
    expect(findGaps({ expected: grid(20), delivered: grid(20), ...whole })).toEqual([]);
  });

  it('finds a hole inside', () => {
    const delivered = grid(20).filter((tS) => tS < 0.9 || tS > 1.7);
    expect(findGaps({ expected: grid(20), delivered, ...whole })).toEqual([
      { start_s: 1, end_s: 1.8, reason: 'undecodable' },
    ]);
  });

  it('calls the end of a file that was cut short truncated', () => {
    const input = { expected: grid(20), delivered: grid(10), truncatedAtS: 2.03, endS: 4 };
    expect(findGaps(input)).toEqual([{ start_s: 2, end_s: 4, reason: 'truncated' }]);
  });

  it('takes a later frame of the same cell for the one that was asked for', () => {
    const delivered = grid(20).map((tS) => tS + (tS === 1 ? 0.08 : 0));
    expect(findGaps({ expected: grid(20), delivered, ...whole })).toEqual([]);
  });

  it('does not count a freeze of the recording as missing', () => {
    const expected = grid(40).filter((tS) => tS <= 2 || tS >= 6);
    const delivered = expected.filter((tS) => tS !== 2);
    expect(findGaps({ expected, delivered, truncatedAtS: null, endS: 8 })).toEqual([
      { start_s: 2, end_s: expect.closeTo(2.2, 6), reason: 'undecodable' },
    ]);
  });

  it('tells a damaged stretch from the missing end behind it', () => {
    const input = { expected: grid(20), delivered: grid(5), truncatedAtS: 2, endS: 4 };
    expect(findGaps(input)).toEqual([
      { start_s: 1, end_s: 1.8, reason: 'undecodable' },
      { start_s: 1.8, end_s: 4, reason: 'truncated' },
    ]);
  });

  it('accounts for every frame: those that came and those in gaps are those asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 100 }), (came) => {
        const expected = grid(came.length);
        const delivered = expected.filter((_, i) => came[i]);
        const gaps = findGaps({ expected, delivered, truncatedAtS: null, endS: came.length / 5 });
        const missing = gaps.reduce((sum, gap) => sum + (gap.end_s - gap.start_s) * 5, 0);
        expect(delivered.length + missing).toBeCloseTo(came.length, 6);
      }),
    );
  });
});

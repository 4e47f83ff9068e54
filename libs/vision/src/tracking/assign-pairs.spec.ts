import fc from 'fast-check';

import { assignPairs } from './assign-pairs.js';

/** All ways, tried one by one. */
function bestTotal(gains: readonly (readonly number[])[], row = 0, taken = new Set<number>()): number {
  if (row === gains.length) return 0;
  let best = bestTotal(gains, row + 1, taken);
  gains[row].forEach((gain, column) => {
    if (gain <= 0 || taken.has(column)) return;
    best = Math.max(best, gain + bestTotal(gains, row + 1, new Set([...taken, column])));
  });
  return best;
}

describe('assignPairs', () => {
  it('prefers two fair pairs to one good one', () => {
    expect(assignPairs([[3, 2], [2, -Infinity]])).toEqual([1, 0]); // prettier-ignore
  });

  it('leaves rows and columns alone that gain nothing', () => {
    expect(assignPairs([])).toEqual([]);
    expect(assignPairs([[], []])).toEqual([-1, -1]);
    expect(assignPairs([[0, -2, -Infinity]])).toEqual([-1]);
    expect(assignPairs([[1], [5], [2]])).toEqual([-1, 0, -1]);
  });

  it('finds the largest total of all', () => {
    const gain = fc.oneof(fc.integer({ min: -5, max: 20 }), fc.constant(-Infinity));
    const gains = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(gain, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(gains, (matrix) => {
        const columns = assignPairs(matrix);
        const made = columns.filter((column) => column >= 0);
        expect(new Set(made).size).toBe(made.length);
        const total = columns.reduce((sum, column, row) => sum + (column < 0 ? 0 : matrix[row][column]), 0);
        expect(total).toBe(bestTotal(matrix));
        columns.forEach((column, row) => column >= 0 && expect(matrix[row][column]).toBeGreaterThan(0));
      }),
    );
  });
});

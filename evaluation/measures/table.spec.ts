import { bandsOf, mean, shareOf, tabulate } from './table.js';

describe('tabulate', () => {
  const table = tabulate([1, 2, 5, 9, 10, -3], {
    ...{ name: 'n', title: 'numbers', rows: 'size', only: (n: number) => n > 0 },
    bands: bandsOf([0, 2, 3, 4, 10], (n: number) => n, ' px'),
    measures: [
      { head: 'how many', unit: 'count', of: ({ length }) => length },
      { head: 'mean', unit: 'degrees', of: mean },
      { head: 'odd', unit: 'percent', of: (items) => shareOf(items, (n) => n % 2 === 1) },
    ],
  });

  it('measures each band that has something in it, the last edge included, and all that it is about', () => {
    expect(table.body).toEqual([
      { label: '0 to 2 px', values: [1, 1, 1] },
      { label: '2 to 3 px', values: [1, 2, 0] },
      { label: '4 to 10 px', values: [3, 8, 2 / 3] },
      { label: 'all', values: [5, 27 / 5, 3 / 5] },
    ]);
    expect(table.columns.map(({ head }) => head)).toEqual(['how many', 'mean', 'odd']);
  });

  it('has nothing to say of nothing', () => {
    expect([mean([]), shareOf([], () => true)]).toEqual([null, null]);
  });

  it('names open bands', () => {
    expect(bandsOf([-5, 5, Infinity], (n: number) => n, '°').map(({ label }) => label)).toEqual([
      '−5 to 5°',
      'from 5°',
    ]);
  });
});

import { countBlinks, tabulateBlinks } from './blinks.js';

const ranges = (...pairs: [number, number][]) => pairs.map(([startS, endS]) => ({ startS, endS }));

const count = (
  found: [number, number][],
  blinks: [number, number][],
  unknown: [number, number][] = [],
): number[] => {
  const tally = countBlinks(ranges(...found), { blinks: ranges(...blinks), unknown: ranges(...unknown) });
  return [tally.known, tally.found, tally.wrong];
};

describe('countBlinks', () => {
  it('finds a blink by one that overlaps it, and misses it by one that only meets it', () => {
    expect(count([[1.2, 1.3]], [[1, 1.3]])).toEqual([1, 1, 0]);
    expect(count([[1.3, 1.4]], [[1, 1.3]])).toEqual([1, 0, 1]);
    expect(count([], [[1, 1.3]])).toEqual([1, 0, 0]);
  });

  it('finds each once, and does not call a second one wrong', () => {
    expect(count([[1.2, 1.6]], [[1, 1.3], [1.5, 1.8]])).toEqual([2, 1, 0]); // prettier-ignore
    expect(count([[1, 1.1], [1.2, 1.3]], [[1, 1.3]])).toEqual([1, 1, 0]); // prettier-ignore
    // the first one reaches both, and leaves the second blink to the other one
    expect(count([[1.2, 1.6], [1.7, 1.8]], [[1, 1.3], [1.5, 1.9]])).toEqual([2, 2, 0]); // prettier-ignore
  });

  it('calls wrong what is nowhere near, and says nothing where nothing is known', () => {
    expect(count([[5, 5.1]], [])).toEqual([0, 0, 1]);
    expect(count([[5, 5.1]], [], [[5.05, 9]])).toEqual([0, 0, 0]);
  });
});

describe('tabulateBlinks', () => {
  it('has a row for each clip by name, and one for all', () => {
    const { columns, body } = tabulateBlinks([
      { clip: 'b', tally: { known: 4, found: 3, wrong: 1 } },
      { clip: 'a', tally: { known: 0, found: 0, wrong: 0 } },
    ]);
    expect(columns.map(({ head }) => head)).toEqual([
      ...['blinks', 'found', 'false', 'precision', 'recall', 'F1'],
    ]);
    expect(body).toEqual([
      { label: 'a', values: [0, 0, 0, null, null, null] },
      { label: 'b', values: [4, 3, 1, 3 / 4, 3 / 4, 3 / 4] },
      { label: 'all', values: [4, 3, 1, 3 / 4, 3 / 4, 3 / 4] },
    ]);
  });
});

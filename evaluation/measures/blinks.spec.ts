import { countBlinks, tabulateBlinks } from './blinks.js';

const ranges = (...pairs: [number, number][]) => pairs.map(([startS, endS]) => ({ startS, endS }));

const count = (
  closures: [number, number][],
  blinks: [number, number][],
  unknown: [number, number][] = [],
): number[] => {
  const tally = countBlinks(ranges(...closures), { blinks: ranges(...blinks), unknown: ranges(...unknown) });
  return [tally.known, tally.found, tally.wrong, tally.wrongLong];
};

describe('countBlinks', () => {
  it('finds a blink by a closure that overlaps it, and misses it by one that only meets it', () => {
    expect(count([[1.2, 1.3]], [[1, 1.3]])).toEqual([1, 1, 0, 0]);
    expect(count([[1.3, 1.4]], [[1, 1.3]])).toEqual([1, 0, 1, 0]);
    expect(count([], [[1, 1.3]])).toEqual([1, 0, 0, 0]);
  });

  it('finds one blink by one closure, and does not call a second one wrong', () => {
    expect(count([[1, 2.5]], [[1, 1.3], [2, 2.3]])).toEqual([2, 1, 0, 0]); // prettier-ignore
    expect(count([[1, 1.1], [1.2, 1.3]], [[1, 1.3]])).toEqual([1, 1, 0, 0]); // prettier-ignore
    // the first closure reaches both, and leaves the second blink to the other one
    expect(count([[1.2, 2.1], [2.2, 2.3]], [[1, 1.3], [2, 2.4]])).toEqual([2, 2, 0, 0]); // prettier-ignore
  });

  it('calls a closure wrong that is nowhere near, and says nothing where nothing is known', () => {
    expect(count([[5, 5.1]], [])).toEqual([0, 0, 1, 0]);
    expect(count([[5, 5.1]], [], [[5.05, 9]])).toEqual([0, 0, 0, 0]);
  });

  it('counts long ones apart', () => {
    expect(count([[5, 5.5], [6, 6.6]], [])).toEqual([0, 0, 1, 1]); // prettier-ignore
  });
});

describe('tabulateBlinks', () => {
  it('has a row for each clip by name, and one for all', () => {
    const { columns, body } = tabulateBlinks([
      { clip: 'b', tally: { known: 4, found: 3, wrong: 1, wrongLong: 2 } },
      { clip: 'a', tally: { known: 0, found: 0, wrong: 0, wrongLong: 0 } },
    ]);
    expect(columns.map(({ head }) => head)).toEqual([
      ...['blinks', 'found', 'false', 'longer closures, false', 'precision', 'recall', 'F1'],
    ]);
    expect(body).toEqual([
      { label: 'a', values: [0, 0, 0, 0, null, null, null] },
      { label: 'b', values: [4, 3, 1, 2, 3 / 4, 3 / 4, 3 / 4] },
      { label: 'all', values: [4, 3, 1, 2, 3 / 4, 3 / 4, 3 / 4] },
    ]);
  });
});

import { addBoxTallies, countFrame, createBoxTally } from './count-boxes.js';
import { tabulateBoxes } from './box-tables.js';

const box = (x: number, side: number, score: number) => ({ x, y: 0, w: side, h: side, score });

type Boxes = ReturnType<typeof box>[];

/** @param followed those of the seen boxes, by number */
function count(known: Boxes, seen: Boxes, followed: number[] = []) {
  const tally = createBoxTally();
  const from = (least: number) => seen.filter(({ score }) => score >= least);
  countFrame(tally, known, [from(0.5), from(0.7), followed.map((which) => seen[which])]);
  return tally;
}

describe('countFrame', () => {
  it('parts faces by size, and boxes by what counts as seen', () => {
    const known = [box(0, 20, 0.9), box(100, 40, 0.6), box(200, 80, 1), box(400, 100, 1), box(600, 19, 1)];
    const seen = [box(0, 20, 0.5), box(100, 40, 0.69), box(200, 80, 0.7), box(600, 19, 0.9)];
    expect(count(known, seen, [0, 2])).toEqual({
      ...{ peopled: 1, empty: 0, falseInPeopled: [0, 0, 0], falseInEmpty: [0, 0, 0] },
      sizes: [
        { faces: 1, found: [1, 0, 1] },
        { faces: 1, found: [1, 0, 0] },
        { faces: 2, found: [1, 1, 1] },
      ],
    });
  });

  it('finds a face by a box that overlaps it enough, and calls the others false', () => {
    // 60 of 140 columns shared, and 63 of 137
    expect(count([box(0, 100, 1)], [box(40, 100, 0.6)])).toMatchObject({
      falseInPeopled: [1, 0, 0],
    });
    const near = count([box(0, 100, 1)], [box(37, 100, 0.9), box(5, 100, 0.8)], [0]);
    expect(near.sizes[2]).toEqual({ faces: 1, found: [1, 1, 1] });
    // the better one finds it, the other is one too many
    expect(near.falseInPeopled).toEqual([1, 1, 0]);
  });

  it('lets each box find one face', () => {
    const both = count([box(0, 100, 1), box(30, 100, 1)], [box(12, 100, 1)]);
    expect(both.sizes[2].found).toEqual([1, 1, 0]);
    expect(both.falseInPeopled).toEqual([0, 0, 0]);
  });

  it('asks nothing where it is in doubt whether there is a face', () => {
    const known = [box(0, 100, 0.59), box(200, 100, 0.3)];
    expect(count(known, [box(0, 100, 1), box(300, 100, 1)])).toMatchObject({
      ...{ peopled: 1, falseInPeopled: [1, 1, 0] },
      sizes: [{ faces: 0 }, { faces: 0 }, { faces: 0, found: [0, 0, 0] }],
    });
  });

  it('counts false faces of empty frames apart', () => {
    expect(count([], [box(0, 50, 0.6)])).toMatchObject({ peopled: 0, empty: 1, falseInEmpty: [1, 0, 0] });
    expect(count([box(0, 50, 0.29)], [])).toMatchObject({ empty: 1, falseInEmpty: [0, 0, 0] });
  });
});

describe('tabulateBoxes', () => {
  const face = count([box(0, 100, 1), box(300, 100, 1)], [box(0, 100, 0.6)], [0]);
  const nobody = addBoxTallies([count([], [box(0, 50, 0.6)]), count([], []), count([], []), count([], [])]);

  it('has a row for each clip by name, and one for all', () => {
    const tables = tabulateBoxes([
      { clip: 'b', tallies: [nobody, nobody, nobody] },
      { clip: 'a', tallies: [face, face, nobody] },
    ]);
    expect(tables.map(({ name }) => name)).toEqual([
      ...['found-1', 'false-1', 'found-2', 'false-2', 'found-4', 'false-4'],
    ]);
    const none = [0, null, null, null];
    expect(tables[0].body).toEqual([
      { label: 'a', values: [...none, ...none, 2, 0.5, 0, 0.5] },
      { label: 'b', values: [...none, ...none, ...none] },
      { label: 'all', values: [...none, ...none, 2, 0.5, 0, 0.5] },
    ]);
    expect(tables[1].body).toEqual([
      { label: 'a', values: [...none, 1, 0, 0, 0] },
      { label: 'b', values: [4, 125, 0, 0, 0, 0, 0, 0] },
      { label: 'all', values: [4, 125, 0, 0, 1, 0, 0, 0] },
    ]);
    expect(tables[5].body.at(-1)!.values).toEqual([8, 125, 0, 0, 0, 0, 0, 0]);
  });
});

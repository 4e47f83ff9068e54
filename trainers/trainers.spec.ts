import fc from 'fast-check';

import { growTree, prepareData, walkTree } from './forest/grow-tree.js';
import { applyLayer, fitSoftmax } from './head/fit-softmax.js';
import { measure } from './measure.js';
import { SeededRandom } from './seeded-random.js';
import { splitFaces } from './split-faces.js';

describe('growTree', () => {
  const rows = fc
    .array(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 4, maxLength: 4 }), {
      minLength: 4,
      maxLength: 30,
    })
    .map((values) => values.map((row) => Float32Array.from(row)));

  it('divides by 32-bit floats, which keep apart what they are between', () => {
    fc.assert(
      fc.property(rows, fc.integer(), (faces, seed) => {
        const labels = faces.map((_, i) => i % 3);
        const tree = growTree(prepareData(faces, labels, 3), new SeededRandom(seed));
        expect(tree.threshold.map(Math.fround)).toEqual(tree.threshold);
        for (const face of faces) {
          const shares = walkTree(tree, face);
          expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 6);
        }
      }),
    );
  });

  it('tells apart what neighbouring floats tell apart', () => {
    const [low, high] = [1, Math.fround(1 + 2 ** -23)];
    const faces = Array.from({ length: 20 }, (_, i) => Float32Array.of(i % 2 === 0 ? low : high));
    const tree = growTree(
      prepareData(
        faces,
        faces.map((_, i) => i % 2),
        2,
      ),
      new SeededRandom(3),
    );
    expect([walkTree(tree, Float32Array.of(low)), walkTree(tree, Float32Array.of(high))]).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
});

describe('fitSoftmax', () => {
  const fit = (rows: readonly number[][], truth: readonly number[], labels: number) =>
    fitSoftmax(
      rows.map((row) => Float32Array.from(row)),
      truth,
      {
        ...{ labels, steps: 600 },
        onStep: () => Promise.resolve(),
      },
    );

  it('finds where the slope of its loss is zero', async () => {
    // one number, already of mean 0 and deviation 1: the loss can be written down
    const rows = [[-1], [-1], [1], [1]];
    const layer = await fit(rows, [0, 1, 1, 1], 2);
    const said = [-1, 1].map((x) => applyLayer(layer, Float32Array.of(x))[1]);
    const [w0, w1] = layer.weights.map(([w]) => w);
    expect(w0).toBeCloseTo(-w1, 6);
    // weights: mean of (said - truth) * x, and w / n; bias: as many are said as there are
    expect((said[1] - 1 + (said[1] - 1) - said[0] - (said[0] - 1)) / 4 + w1 / 4).toBeCloseTo(0, 6);
    expect(2 * said[0] + 2 * said[1]).toBeCloseTo(3, 6);
  });

  it('does not mind numbers that are large, or always the same', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => [1e4 + 100 * (i % 3), 5, -(i % 3)]);
    const layer = await fit(
      rows,
      rows.map((_, i) => i % 3),
      3,
    );
    rows.forEach((row, i) => {
      const said = [...applyLayer(layer, Float32Array.from(row))];
      expect(said.indexOf(Math.max(...said))).toBe(i % 3);
    });
  });
});

describe('splitFaces', () => {
  it('holds out a fifth of each label, and the same for the same seed', () => {
    const counts = fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 0 }), (sizes, seed) => {
        const faces = sizes.flatMap((size, label) => Array.from({ length: size }, (_, i) => ({ label, i })));
        const { training, heldOut } = splitFaces(faces, sizes.length, seed);
        expect([...training, ...heldOut]).toHaveLength(faces.length);
        expect(new Set([...training, ...heldOut]).size).toBe(faces.length);
        sizes.forEach((size, label) => {
          expect(heldOut.filter((face) => face.label === label)).toHaveLength(Math.round(size / 5));
        });
        expect(splitFaces(faces, sizes.length, seed)).toEqual({ training, heldOut });
      }),
    );
  });
});

describe('measure', () => {
  it('counts what is right, label by label', () => {
    // by hand: a 2 of 3 right, b 1 of 2, c 0 of 1 and never read
    const result = measure(['a', 'b', 'c'], [0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 0, 1]);
    expect(result.confusion).toEqual([
      [2, 1, 0],
      [1, 1, 0],
      [0, 1, 0],
    ]);
    expect(result.accuracy).toBe(0.5);
    expect(result.labels[0]).toMatchObject({ support: 3, precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 });
    expect(result.labels[1]).toMatchObject({ precision: 1 / 3, recall: 1 / 2, f1: 0.4 });
    expect(result.labels[2]).toMatchObject({ precision: null, recall: 0, f1: 0 });
    expect(result.macro_f1).toBeCloseTo((2 / 3 + 0.4) / 3, 10);
  });
});

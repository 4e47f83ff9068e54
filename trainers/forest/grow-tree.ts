import { type SeededRandom } from '../seeded-random.js';

/** A leaf is not divided further below twice as many faces. */
const MIN_LEAF = 2;

/** Labels that fit beside a rank in the bits of a sorting key. */
const LABEL_RANGE = 128;

/** What a tree learns from, prepared once for all trees. */
export interface GrowingData {
  readonly labels: Uint8Array;
  /** How many different labels there are; at most `LABEL_RANGE`. */
  readonly classes: number;
  /** For each number of a face: its values among all faces, ascending, each once. */
  readonly values: readonly Float32Array[];
  /** For each number, of each face: the place of its value in `values`. */
  readonly ranks: readonly Uint32Array[];
}

/** Nodes by their places, the root first. Those with `feature` -1 are leaves. */
export interface Tree {
  readonly feature: number[];
  /** A face whose number is below goes to `low`, another to `high`. A 32-bit float. */
  readonly threshold: number[];
  readonly low: number[];
  readonly high: number[];
  /** Of leaves: the share of each label; null elsewhere. */
  readonly shares: (readonly number[] | null)[];
}

/** @param rows faces of 32-bit floats, equally many each */
export function prepareData(
  rows: readonly Float32Array[],
  labels: readonly number[],
  classes: number,
): GrowingData {
  const features = [...rows[0].keys()];
  const values = features.map((f) => {
    const sorted = Float32Array.from(rows, (row) => row[f]).sort();
    return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  });
  const ranks = features.map((f) => {
    const places = new Map(Array.from(values[f], (value, place) => [value, place]));
    return Uint32Array.from(rows, (row) => places.get(row[f])!);
  });
  return { labels: Uint8Array.from(labels), classes, values, ranks };
}

/**
 * Grows one tree of a random forest (Breiman 2001): from as many faces drawn with replacement, at each node the best division by
 * Gini's impurity among the square root of all numbers, drawn anew; where none of these divides, among the others.
 */
export function growTree(data: GrowingData, random: SeededRandom): Tree {
  const tree: Tree = { feature: [], threshold: [], low: [], high: [], shares: [] };
  const count = data.labels.length;
  const drawn = Uint32Array.from({ length: count }, () => random.below(count));
  const grow = (faces: Uint32Array): number => {
    const node = tree.feature.length;
    const counts = countLabels(data, faces);
    const split =
      isPure(counts) || faces.length < 2 * MIN_LEAF ? null : findSplit(data, faces, counts, random);
    tree.feature.push(split?.feature ?? -1);
    tree.threshold.push(split?.threshold ?? 0);
    tree.shares.push(split === null ? counts.map((n) => n / faces.length) : null);
    tree.low.push(0);
    tree.high.push(0);
    if (split !== null) {
      const ranks = data.ranks[split.feature];
      tree.low[node] = grow(faces.filter((face) => ranks[face] <= split.rank));
      tree.high[node] = grow(faces.filter((face) => ranks[face] > split.rank));
    }
    return node;
  };
  grow(drawn);
  return tree;
}

/** The leaf's shares that a face comes to. */
export function walkTree(tree: Tree, numbers: Float32Array): readonly number[] {
  let node = 0;
  while (tree.feature[node] >= 0) {
    node = numbers[tree.feature[node]] < tree.threshold[node] ? tree.low[node] : tree.high[node];
  }
  return tree.shares[node]!;
}

interface Split {
  readonly feature: number;
  /** Faces up to this rank lie below. */
  readonly rank: number;
  readonly threshold: number;
}

function findSplit(
  data: GrowingData,
  faces: Uint32Array,
  counts: readonly number[],
  random: SeededRandom,
): Split | null {
  const features = Uint32Array.from(data.values.keys());
  random.shuffle(features);
  const tried = Math.floor(Math.sqrt(features.length));
  let best: { score: number; feature: number; rank: number; next: number } | null = null;
  for (let i = 0; i < features.length && (i < tried || best === null); i++) {
    const found = divideBy(data, faces, counts, features[i]);
    if (found !== null && (best === null || found.score > best.score))
      best = { ...found, feature: features[i] };
  }
  if (best === null) return null;
  const { feature, rank, next } = best;
  return { feature, rank, threshold: findThreshold(data.values[feature][rank], data.values[feature][next]) };
}

/**
 * The best place to divide faces by one number: least impurity is most of `sum(counts^2) / size` on both sides.
 *
 * @returns null where no place leaves enough faces on both sides
 */
function divideBy(
  { labels, ranks }: GrowingData,
  faces: Uint32Array,
  counts: readonly number[],
  feature: number,
): { score: number; rank: number; next: number } | null {
  // Rank and label in one number each: sorting plain numbers is many times faster than sorting by a function.
  const keys = faces.map((face) => ranks[feature][face] * LABEL_RANGE + labels[face]).sort();
  const low = counts.map(() => 0);
  let lowSquares = 0;
  let highSquares = counts.reduce((sum, n) => sum + n * n, 0);
  let best: { score: number; rank: number; next: number } | null = null;
  for (let i = 0; i < keys.length - MIN_LEAF; i++) {
    const label = keys[i] % LABEL_RANGE;
    lowSquares += 2 * low[label] + 1;
    highSquares -= 2 * (counts[label] - low[label]) - 1;
    low[label]++;
    if (i + 1 < MIN_LEAF) continue;
    const rank = Math.floor(keys[i] / LABEL_RANGE);
    const next = Math.floor(keys[i + 1] / LABEL_RANGE);
    if (rank === next) continue;
    const score = lowSquares / (i + 1) + highSquares / (keys.length - i - 1);
    if (best === null || score > best.score) best = { score, rank, next };
  }
  return best;
}

/**
 * A 32-bit float above the one value and not above the other, as far from both as there is one: runtimes compare in 32 bits, and
 * have to come to the same side.
 */
function findThreshold(below: number, above: number): number {
  const middle = Math.fround((below + above) / 2);
  return middle > below ? middle : above;
}

function countLabels({ labels, classes }: GrowingData, faces: Uint32Array): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const face of faces) counts[labels[face]]++;
  return counts;
}

const isPure = (counts: readonly number[]): boolean => counts.filter((n) => n > 0).length === 1;

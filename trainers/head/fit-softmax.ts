/** A layer: `softmax(weights * numbers + bias)`. */
export interface SoftmaxLayer {
  /** A row of as many weights as there are numbers, for each label. */
  readonly weights: readonly Float64Array[];
  readonly bias: Float64Array;
}

export interface FitSettings {
  readonly labels: number;
  readonly steps: number;
  /** Hears of each step, and may end it by throwing. */
  readonly onStep: () => Promise<void>;
}

/** Numbers that hardly differ among faces are not blown up. */
const MIN_DEVIATION = 1e-6;

/**
 * Softmax regression: the least mean cross-entropy plus `|weights|^2 / (2 n)` (as one face in n weighs, which is the usual strength 1),
 * over numbers that are brought to mean 0 and deviation 1 first; the layer is for the numbers as they come. Found by accelerated
 * gradient descent with a fixed step (Nesterov 1983; Beck and Teboulle 2009) from zero, so nothing is left to chance.
 */
export async function fitSoftmax(
  rows: readonly Float32Array[],
  truth: readonly number[],
  { labels, steps, onStep }: FitSettings,
): Promise<SoftmaxLayer> {
  const { scaled, means, deviations } = standardise(rows);
  const length = means.length;
  // Weights and then the bias of each label, one label after the other.
  const width = length + 1;
  const penalty = 1 / rows.length;
  const rate = 1 / (0.5 * (largestEigenvalue(scaled, length) + 1) + penalty);
  let current = new Float64Array(labels * width);
  let ahead = current.slice();
  let pace = 1;
  for (let step = 0; step < steps; step++) {
    await onStep();
    const slope = gradient(ahead, { scaled, truth, labels, width, penalty });
    const next = ahead.map((value, i) => value - rate * slope[i]);
    const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    const push = (pace - 1) / nextPace;
    ahead = next.map((value, i) => value + push * (value - current[i]));
    [current, pace] = [next, nextPace];
  }
  const rowsOf = Array.from({ length: labels }, (_, k) => current.subarray(k * width, (k + 1) * width));
  return {
    weights: rowsOf.map((row) => row.subarray(0, length).map((w, i) => w / deviations[i])),
    bias: Float64Array.from(rowsOf, (row) =>
      means.reduce((sum, mean, i) => sum - (row[i] * mean) / deviations[i], row[length]),
    ),
  };
}

/** Probabilities of the labels. */
export function applyLayer({ weights, bias }: SoftmaxLayer, numbers: Float32Array): Float64Array {
  const scores = bias.map((b, k) => weights[k].reduce((sum, w, i) => sum + w * numbers[i], b));
  return softmax(scores);
}

function softmax(scores: Float64Array): Float64Array {
  const most = scores.reduce((max, value) => Math.max(max, value), -Infinity);
  const powers = scores.map((value) => Math.exp(value - most));
  const sum = powers.reduce((total, value) => total + value, 0);
  return powers.map((value) => value / sum);
}

function standardise(rows: readonly Float32Array[]) {
  const length = rows[0].length;
  const means = new Float64Array(length);
  for (const row of rows) row.forEach((value, i) => (means[i] += value / rows.length));
  const squares = new Float64Array(length);
  for (const row of rows) row.forEach((value, i) => (squares[i] += (value - means[i]) ** 2 / rows.length));
  const deviations = squares.map((square) => Math.max(MIN_DEVIATION, Math.sqrt(square)));
  const scaled = rows.map((row) => Float64Array.from(row, (value, i) => (value - means[i]) / deviations[i]));
  return { scaled, means, deviations };
}

/** Of the mean of `row * row^T`, by repeated multiplication, a little above it: what a safe step follows from. */
function largestEigenvalue(rows: readonly Float64Array[], length: number): number {
  let vector = new Float64Array(length).fill(1 / Math.sqrt(length));
  let size = 0;
  for (let round = 0; round < 30; round++) {
    const product = new Float64Array(length);
    for (const row of rows) {
      const along = row.reduce((sum, value, i) => sum + value * vector[i], 0) / rows.length;
      for (let i = 0; i < length; i++) product[i] += along * row[i];
    }
    size = Math.hypot(...product);
    // faces that are all alike
    if (size === 0) return 0;
    vector = product.map((value) => value / size);
  }
  return 1.1 * size;
}

interface Problem {
  readonly scaled: readonly Float64Array[];
  readonly truth: readonly number[];
  readonly labels: number;
  readonly width: number;
  readonly penalty: number;
}

function gradient(layer: Float64Array, { scaled, truth, labels, width, penalty }: Problem): Float64Array {
  const length = width - 1;
  // The bias is not held down.
  const slope = layer.map((value, i) => (i % width === length ? 0 : penalty * value));
  const scores = new Float64Array(labels);
  scaled.forEach((row, n) => {
    for (let k = 0; k < labels; k++) {
      let score = layer[k * width + length];
      for (let i = 0, w = k * width; i < length; i++, w++) score += layer[w] * row[i];
      scores[k] = score;
    }
    const said = softmax(scores);
    for (let k = 0; k < labels; k++) {
      const error = (said[k] - (truth[n] === k ? 1 : 0)) / scaled.length;
      for (let i = 0, w = k * width; i < length; i++, w++) slope[w] += error * row[i];
      slope[k * width + length] += error;
    }
  });
  return slope;
}

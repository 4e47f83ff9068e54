import { TYPICAL_FACE } from './typical-face.js';

/** Cells a side. */
const CELLS = 4;

/** Directions of gradients, over half a turn. */
const DIRECTIONS = 4;

/**
 * Histograms of oriented gradients (Dalal and Triggs 2005) in 4 x 4 cells of 4 directions: 64 numbers of unit length.
 * Square roots of the shares (Hellinger) keep one strong edge from deciding alone. What all faces have in common is
 * taken away: two people are then about as unlike as chance has it (cosine 0.01 in the median, 0.35 at the 95th
 * percentile, on the test clips; 0.90 and 0.94 without), one person two seconds later is at 0.2 or more in nine looks of ten.
 */
export function describeAppearance(picture: Float32Array, side: number, into: Float32Array): void {
  into.fill(0);
  const cell = side / CELLS;
  for (let y = 1; y < side - 1; y++) {
    const row = Math.floor(y / cell) * CELLS;
    for (let x = 1; x < side - 1; x++) {
      const i = y * side + x;
      const dx = picture[i + 1] - picture[i - 1];
      const dy = picture[i + side] - picture[i - side];
      const ax = Math.abs(dx);
      const ay = Math.abs(dy);
      // 0: mostly across, 1: falling diagonal, 2: mostly down, 3: rising diagonal
      const direction = ax > 2 * ay ? 0 : ay > 2 * ax ? 2 : dx * dy > 0 ? 1 : 3;
      into[(row + Math.floor(x / cell)) * DIRECTIONS + direction] += ax + ay;
    }
  }
  normalise(into);
}

function normalise(vector: Float32Array): void {
  let sum = 0;
  for (const value of vector) sum += value;
  let square = 0;
  for (let i = 0; i < vector.length; i++) {
    // a picture without any edge has no shares: it then is what a typical face is not
    vector[i] = (sum === 0 ? 0 : Math.sqrt(vector[i] / sum)) - TYPICAL_FACE[i];
    square += vector[i] ** 2;
  }
  const length = Math.sqrt(square);
  for (let i = 0; i < vector.length; i++) vector[i] /= length;
}

import { APPEARANCE } from './tracking-parameters.js';

/** Cosine of two unit vectors: 1 = alike. */
export function similarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/**
 * Log of how much more probable a similarity is between two looks at one person than at two people; minus infinity
 * where the looks contradict each other, so that no agreement of places can outweigh it (a cut to another scene).
 */
export function appearanceEvidence(cosine: number): number {
  if (cosine < APPEARANCE.differs) return -Infinity;
  const evidence = APPEARANCE.slope * (cosine - APPEARANCE.even);
  return Math.max(APPEARANCE.least, Math.min(APPEARANCE.most, evidence));
}

/** The look of a person over time: a moving average of unit vectors, itself of unit length. */
export class AppearanceMemory {
  readonly #mean: Float64Array;
  #looks = 1;

  constructor(first: ArrayLike<number>) {
    this.#mean = Float64Array.from(first);
  }

  get vector(): Float64Array {
    return this.#mean;
  }

  /** The first looks count alike; later ones as in an average over the last `memoryS` seconds. */
  add(look: ArrayLike<number>, dtS: number): void {
    this.#looks++;
    const weight = Math.max(1 / this.#looks, 1 - Math.exp(-dtS / APPEARANCE.memoryS));
    let square = 0;
    for (let i = 0; i < this.#mean.length; i++) {
      this.#mean[i] += weight * (look[i] - this.#mean[i]);
      square += this.#mean[i] ** 2;
    }
    const length = Math.sqrt(square);
    if (length > 0) for (let i = 0; i < this.#mean.length; i++) this.#mean[i] /= length;
  }
}

import { APPEARANCE } from './tracking-parameters.js';

/** Cosine of two unit vectors: 1 = alike, around 0 = as unlike as two people are. */
export function similarity(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/**
 * Log of how much more probable a similarity is between two looks at one person, so far apart in time, than at two
 * people: a logistic fit whose slope and crossing fade with the gap, because a person who turns looks different a
 * second later but hardly at once.
 */
export function appearanceEvidence(cosine: number, gapS: number): number {
  const gap = Math.min(Math.max(gapS, APPEARANCE.shortestGapS), APPEARANCE.longestGapS);
  const slope = APPEARANCE.slope * gap ** APPEARANCE.slopeFading;
  const even = APPEARANCE.even * gap ** APPEARANCE.evenFading;
  return Math.min(Math.max(slope * (cosine - even), APPEARANCE.least), APPEARANCE.most);
}

/** The look of a person: the last one, and a moving average, itself of unit length. */
export class AppearanceMemory {
  readonly mean: Float64Array;
  #last: Float64Array;
  #lastS: number;
  #looks = 1;

  constructor(tS: number, first: ArrayLike<number>) {
    this.mean = Float64Array.from(first);
    this.#last = Float64Array.from(first);
    this.#lastS = tS;
  }

  /** For the same person, by what speaks more for it: the last look, or what the person usually looks like. */
  evidence(tS: number, look: ArrayLike<number>): number {
    const gapS = tS - this.#lastS;
    return Math.max(
      appearanceEvidence(similarity(this.#last, look), gapS),
      appearanceEvidence(similarity(this.mean, look), Math.max(gapS, APPEARANCE.meanAgeS)),
    );
  }

  /** The first looks count alike; later ones as in an average over the last `memoryS` seconds. */
  add(tS: number, look: ArrayLike<number>): void {
    this.#looks++;
    const weight = Math.max(1 / this.#looks, 1 - Math.exp((this.#lastS - tS) / APPEARANCE.memoryS));
    this.#last = Float64Array.from(look);
    this.#lastS = tS;
    let square = 0;
    for (let i = 0; i < this.mean.length; i++) {
      this.mean[i] += weight * (look[i] - this.mean[i]);
      square += this.mean[i] ** 2;
    }
    const length = Math.sqrt(square);
    if (length > 0) for (let i = 0; i < this.mean.length; i++) this.mean[i] /= length;
  }
}

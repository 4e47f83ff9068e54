import { EMOTIONS } from '@eyeline/contracts';

/** Mean of the probabilities of seven emotions. Holds no memory before the first. */
export class EmotionMean {
  #sums: Float64Array | null = null;
  #count = 0;

  add(probabilities: ArrayLike<number>): void {
    this.#sums ??= new Float64Array(EMOTIONS.length);
    for (let i = 0; i < EMOTIONS.length; i++) this.#sums[i] += probabilities[i];
    this.#count++;
  }

  get count(): number {
    return this.#count;
  }

  /** Seven probabilities in the order of `EMOTIONS`; null where there was nothing to average. */
  result(): Float64Array | null {
    return this.#sums && this.#sums.map((sum) => sum / this.#count);
  }
}

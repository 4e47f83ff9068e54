import { EMOTIONS } from '@eyeline/contracts';

/**
 * Probabilities of a network -> seven that add up to 1. What the product has no use for (contempt) is left out.
 *
 * @param labels for each number its place in `EMOTIONS`, or null
 */
export function mapEmotions(probabilities: Float32Array, labels: readonly (number | null)[]): Float32Array {
  const emotions = new Float32Array(EMOTIONS.length);
  let sum = 0;
  labels.forEach((place, i) => {
    if (place === null) return;
    emotions[place] += probabilities[i];
    sum += probabilities[i];
  });
  // all of it on what is left out: nothing speaks for one of the seven
  if (sum === 0) return emotions.fill(1 / emotions.length);
  for (let i = 0; i < emotions.length; i++) emotions[i] /= sum;
  return emotions;
}

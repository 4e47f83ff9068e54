import { EMOTIONS } from '@eyeline/contracts';

/** Of a label that is none of the seven: what it gets is kept out of them, not given to them by their shares. */
const KEPT = -1;

/** For each number of a network its place in `EMOTIONS`, or `KEPT`, or null where it is left out. */
export const placeLabels = (labels: readonly (string | null)[]): (number | null)[] =>
  labels.map((label) => (label === null ? null : EMOTIONS.findIndex((emotion) => emotion === label)));

/**
 * Probabilities of a network -> seven that add up to 1. What is left out (null) counts as if the network had not been able
 * to say it: the others grow by their shares. What has another name (-1) does count: its probability goes to all
 * seven alike, so that a face which shows it mostly is read as nothing in particular, and not as the strongest of what is
 * left.
 *
 * @param places for each number its place in `EMOTIONS`, -1 or null
 */
export function mapEmotions(probabilities: Float32Array, places: readonly (number | null)[]): Float32Array {
  const emotions = new Float32Array(EMOTIONS.length);
  let kept = 0;
  let sum = 0;
  places.forEach((place, i) => {
    if (place === null) return;
    sum += probabilities[i];
    if (place === KEPT) kept += probabilities[i];
    else emotions[place] += probabilities[i];
  });
  // all of it on what is left out: nothing speaks for one of the seven
  if (sum <= 0) return emotions.fill(1 / emotions.length);
  for (let i = 0; i < emotions.length; i++) emotions[i] = (emotions[i] + kept / emotions.length) / sum;
  return emotions;
}

/** Logits -> probabilities. */
export function applySoftmax(logits: Float32Array): Float32Array {
  const most = logits.reduce((max, value) => Math.max(max, value), -Infinity);
  const powers = logits.map((value) => Math.exp(value - most));
  const sum = powers.reduce((total, value) => total + value, 0);
  return powers.map((value) => value / sum);
}

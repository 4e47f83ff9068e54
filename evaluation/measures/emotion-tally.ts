import { EMOTIONS, type Emotion } from '@eyeline/contracts';

/** Equal parts of 0 to 1 that confidences are sorted into. */
export const CONFIDENCE_BINS = 10;

/** Column of the confusion matrix behind those of the emotions. */
export const NO_FACE = EMOTIONS.length;

/** Readings whose confidence lies in one part of 0 to 1. */
export interface ConfidenceBin {
  count: number;
  /** Sum of their confidences. */
  confidence: number;
  right: number;
}

/** What is counted of emotions that were read, as large for a million pictures as for one; plain data, for threads and JSON. */
export interface EmotionTally {
  /** Rows: the truth, in the order of `EMOTIONS`. Columns: what was read, and last how often no face was found. */
  readonly confusion: number[][];
  readonly bins: ConfidenceBin[];
}

export const createTally = (): EmotionTally => ({
  confusion: EMOTIONS.map(() => new Array<number>(EMOTIONS.length + 1).fill(0)),
  bins: Array.from({ length: CONFIDENCE_BINS }, () => ({ count: 0, confidence: 0, right: 0 })),
});

/**
 * One picture of a known emotion. The confidence of a reading is its largest probability.
 *
 * @param probabilities seven, in the order of `EMOTIONS`; null where no face was found
 */
export function countReading(
  tally: EmotionTally,
  truth: Emotion,
  probabilities: ArrayLike<number> | null,
): void {
  const row = tally.confusion[EMOTIONS.indexOf(truth)];
  if (probabilities === null) {
    row[NO_FACE]++;
    return;
  }
  let read = 0;
  for (let i = 1; i < EMOTIONS.length; i++) if (probabilities[i] > probabilities[read]) read = i;
  row[read]++;
  const confidence = probabilities[read];
  const bin = tally.bins[Math.min(CONFIDENCE_BINS - 1, Math.floor(confidence * CONFIDENCE_BINS))];
  bin.count++;
  bin.confidence += confidence;
  if (EMOTIONS[read] === truth) bin.right++;
}

/** Adds what was counted elsewhere. */
export function addTally(tally: EmotionTally, other: EmotionTally): void {
  other.confusion.forEach((row, i) => row.forEach((count, j) => (tally.confusion[i][j] += count)));
  other.bins.forEach((bin, i) => {
    tally.bins[i].count += bin.count;
    tally.bins[i].confidence += bin.confidence;
    tally.bins[i].right += bin.right;
  });
}

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
  readonly doubts: DoubtCounts;
}

/** Of the readings of which the product says whether they are uncertain. */
export interface DoubtCounts {
  certain: number;
  certainRight: number;
  uncertain: number;
  uncertainRight: number;
}

/** What was read of a face. */
export interface Reading {
  /** Seven probabilities in the order of `EMOTIONS`. */
  readonly emotions: ArrayLike<number>;
  /** As reports say it (`uncertain`); left out where a reading is none of the product's. */
  readonly uncertain?: boolean;
}

export const createTally = (): EmotionTally => ({
  confusion: EMOTIONS.map(() => new Array<number>(EMOTIONS.length + 1).fill(0)),
  bins: Array.from({ length: CONFIDENCE_BINS }, () => ({ count: 0, confidence: 0, right: 0 })),
  doubts: { certain: 0, certainRight: 0, uncertain: 0, uncertainRight: 0 },
});

/**
 * One picture of a known emotion. The confidence of a reading is its largest probability.
 *
 * @param reading null where no face was found
 */
export function countReading(tally: EmotionTally, truth: Emotion, reading: Reading | null): void {
  const row = tally.confusion[EMOTIONS.indexOf(truth)];
  if (reading === null) {
    row[NO_FACE]++;
    return;
  }
  const { emotions: probabilities, uncertain } = reading;
  let read = 0;
  for (let i = 1; i < EMOTIONS.length; i++) if (probabilities[i] > probabilities[read]) read = i;
  row[read]++;
  const confidence = probabilities[read];
  const bin = tally.bins[Math.min(CONFIDENCE_BINS - 1, Math.floor(confidence * CONFIDENCE_BINS))];
  bin.count++;
  bin.confidence += confidence;
  const right = EMOTIONS[read] === truth ? 1 : 0;
  bin.right += right;
  if (uncertain === undefined) return;
  tally.doubts[uncertain ? 'uncertain' : 'certain']++;
  tally.doubts[uncertain ? 'uncertainRight' : 'certainRight'] += right;
}

/** Adds what was counted elsewhere. */
export function addTally(tally: EmotionTally, other: EmotionTally): void {
  other.confusion.forEach((row, i) => row.forEach((count, j) => (tally.confusion[i][j] += count)));
  other.bins.forEach((bin, i) => {
    tally.bins[i].count += bin.count;
    tally.bins[i].confidence += bin.confidence;
    tally.bins[i].right += bin.right;
  });
  const { doubts } = tally;
  doubts.certain += other.doubts.certain;
  doubts.certainRight += other.doubts.certainRight;
  doubts.uncertain += other.doubts.uncertain;
  doubts.uncertainRight += other.doubts.uncertainRight;
}

import { type Emotion, EMOTIONS } from '@eyeline/contracts';

import { type EmotionTally, NO_FACE } from './emotion-tally.js';
import { calibrationError, type Reliability, reliabilityOf } from './calibration.js';

/** Shares are 0-1; null where there is nothing to divide by. */
export interface EmotionMeasures {
  /** Where a face was found. */
  readonly read: number;
  /** Where none was. */
  readonly missed: number;
  readonly accuracy: number | null;
  readonly macroF1: number | null;
  /** The same with every missed face as a wrong answer. */
  readonly withMissed: { readonly accuracy: number | null; readonly macroF1: number | null };
  readonly perEmotion: readonly EmotionScore[];
  readonly confusion: readonly (readonly number[])[];
  /** Expected calibration error over ten bins. */
  readonly calibrationError: number | null;
  readonly reliability: readonly Reliability[];
  /** What the product calls uncertain, and how often the others and these are right; null where it says nothing of it. */
  readonly uncertain: {
    readonly share: number | null;
    readonly accuracy: number | null;
    readonly accuracyOfOthers: number | null;
  };
}

/** Of the pictures in which a face was found. */
export interface EmotionScore {
  readonly emotion: Emotion;
  readonly support: number;
  readonly precision: number | null;
  readonly recall: number | null;
  /** 0 where the emotion occurs and is never read rightly; null where it does not occur. */
  readonly f1: number | null;
}

export function measureEmotions({ confusion, bins, doubts }: EmotionTally): EmotionMeasures {
  const found = confusion.map((row) => row.slice(0, NO_FACE));
  const missed = sum(confusion.map((row) => row[NO_FACE]));
  const read = sum(found.map(sum));
  const right = sum(found.map((row, i) => row[i]));
  const perEmotion = EMOTIONS.map((_, i) => scoreOf(found, i, sum(found[i])));
  const withMissed = EMOTIONS.map((_, i) => scoreOf(found, i, sum(confusion[i])));
  return {
    ...{ read, missed, accuracy: share(right, read), macroF1: macroF1(perEmotion) },
    withMissed: { accuracy: share(right, read + missed), macroF1: macroF1(withMissed) },
    ...{ perEmotion, confusion, calibrationError: calibrationError(bins), reliability: reliabilityOf(bins) },
    uncertain: {
      share: share(doubts.uncertain, doubts.certain + doubts.uncertain),
      accuracy: share(doubts.uncertainRight, doubts.uncertain),
      accuracyOfOthers: share(doubts.certainRight, doubts.certain),
    },
  };
}

function scoreOf(found: readonly (readonly number[])[], i: number, support: number): EmotionScore {
  const right = found[i][i];
  const said = sum(found.map((row) => row[i]));
  return {
    ...{ emotion: EMOTIONS[i], support },
    precision: share(right, said),
    recall: share(right, support),
    f1: support === 0 ? null : (2 * right) / (said + support),
  };
}

/** Mean over the emotions that occur in the truth. */
function macroF1(scores: readonly EmotionScore[]): number | null {
  const values = scores.flatMap(({ f1 }) => (f1 === null ? [] : [f1]));
  return share(sum(values), values.length);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

import { EMOTIONS, toEmotionValues, type Emotion, type EmotionValues } from '@eyeline/contracts';

import { EmotionMean } from './emotion-mean.js';
import { type FaceMoment } from './frame-moment.js';
import { roundPercent, roundProbability } from './rounding.js';

/** How the emotions of some face observations are shared out; nulls where there was none. */
export interface EmotionShareResult {
  readonly observations: number;
  readonly dominantEmotion: Emotion | null;
  readonly averageEmotionScores: EmotionValues;
  readonly meanEmotionProbabilities: EmotionValues;
  readonly averageConfidenceScore: number | null;
  /** Share of the observations, 0-1, that were left out of all the above, or on which it rests where it is 1. */
  readonly uncertainShare: number | null;
}

/** Counts face observations: of one person, or of everybody. Uncertain ones speak only where all are uncertain. */
export class EmotionShares {
  readonly #certain = new EmotionCounts();
  readonly #uncertain = new EmotionCounts();

  add(face: FaceMoment): void {
    (face.uncertain ? this.#uncertain : this.#certain).add(face);
  }

  /** Seven percents rounded to 0.01 add up to 100 within 0.035. */
  result(): EmotionShareResult {
    const uncertain = this.#uncertain.count;
    const observations = this.#certain.count + uncertain;
    return {
      observations,
      ...(this.#certain.count > 0 ? this.#certain : this.#uncertain).result(),
      uncertainShare: observations === 0 ? null : roundProbability(uncertain / observations),
    };
  }
}

class EmotionCounts {
  readonly #dominant = new Float64Array(EMOTIONS.length);
  readonly #mean = new EmotionMean();
  #confidence = 0;

  get count(): number {
    return this.#mean.count;
  }

  add({ dominant, smoothed, confidence }: FaceMoment): void {
    this.#dominant[EMOTIONS.indexOf(dominant)]++;
    this.#mean.add(smoothed);
    this.#confidence += confidence;
  }

  result(): Omit<EmotionShareResult, 'observations' | 'uncertainShare'> {
    const n = this.count;
    const mean = this.#mean.result();
    const shares = Array.from(this.#dominant, (count) => (n === 0 ? 0 : roundPercent((100 * count) / n)));
    return {
      dominantEmotion: mean && this.#largestShare(mean),
      averageEmotionScores: toEmotionValues(shares),
      meanEmotionProbabilities: toEmotionValues(
        EMOTIONS.map((_, i) => (mean ? roundProbability(mean[i]) : 0)),
      ),
      averageConfidenceScore: n === 0 ? null : roundProbability(this.#confidence / n),
    };
  }

  /** Of two emotions that were dominant equally often, the one with the larger mean probability. */
  #largestShare(mean: Float64Array): Emotion {
    let best = 0;
    for (let i = 1; i < EMOTIONS.length; i++) {
      const more = this.#dominant[i] - this.#dominant[best];
      if (more > 0 || (more === 0 && mean[i] > mean[best])) best = i;
    }
    return EMOTIONS[best];
  }
}

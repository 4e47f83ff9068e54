import { EMOTIONS, toEmotionValues, type Emotion, type EmotionValues } from '@eyeline/contracts';

import { type FaceMoment } from './frame-moment.js';
import { roundPercent, roundProbability } from './rounding.js';

/** How the emotions of some face observations are shared out; nulls where there was none. */
export interface EmotionShareResult {
  readonly observations: number;
  readonly dominantEmotion: Emotion | null;
  readonly averageEmotionScores: EmotionValues;
  readonly meanEmotionProbabilities: EmotionValues;
  readonly averageConfidenceScore: number | null;
  readonly eyeContactScore: number | null;
}

/** Counts face observations: of one person, or of everybody. */
export class EmotionShares {
  readonly #dominant = new Float64Array(EMOTIONS.length);
  readonly #probabilities = new Float64Array(EMOTIONS.length);
  #observations = 0;
  #confidence = 0;
  #eyeContacts = 0;

  add(face: FaceMoment): void {
    this.#observations++;
    this.#dominant[EMOTIONS.indexOf(face.dominant)]++;
    for (let i = 0; i < EMOTIONS.length; i++) this.#probabilities[i] += face.smoothed[i];
    this.#confidence += face.confidence;
    if (face.eyeContact) this.#eyeContacts++;
  }

  /** Seven percents rounded to 0.01 add up to 100 within 0.035. */
  result(): EmotionShareResult {
    const n = this.#observations;
    const share = (values: Float64Array) => Array.from(values, (value) => (n === 0 ? 0 : value / n));
    return {
      observations: n,
      dominantEmotion: n === 0 ? null : this.#largestShare(),
      averageEmotionScores: toEmotionValues(share(this.#dominant).map((value) => roundPercent(100 * value))),
      meanEmotionProbabilities: toEmotionValues(share(this.#probabilities).map(roundProbability)),
      averageConfidenceScore: n === 0 ? null : roundProbability(this.#confidence / n),
      eyeContactScore: n === 0 ? null : roundPercent((100 * this.#eyeContacts) / n),
    };
  }

  /** Of two emotions that were dominant equally often, the one with the larger mean probability. */
  #largestShare(): Emotion {
    let best = 0;
    for (let i = 1; i < EMOTIONS.length; i++) {
      const more = this.#dominant[i] - this.#dominant[best];
      if (more > 0 || (more === 0 && this.#probabilities[i] > this.#probabilities[best])) best = i;
    }
    return EMOTIONS[best];
  }
}

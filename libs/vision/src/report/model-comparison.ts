import {
  type Comparison,
  dominantEmotion,
  type Emotion,
  EMOTIONS,
  type ModelReference,
} from '@eyeline/contracts';

import { LONGEST_ABSENCE_S } from './emotion-episodes.js';
import { type FrameMoment } from './frame-moment.js';
import { roundProbability, roundSeconds } from './rounding.js';
import { isUncertain } from './uncertainty.js';

/** So many stretches are kept, the longest: a report is for reading. */
export const MAX_DISAGREEMENTS = 200;

const TOLERANCE_S = 0.0005;

interface Stretch {
  readonly faceId: number;
  readonly emotion: Emotion;
  readonly compared: Emotion;
  readonly startS: number;
  endS: number;
}

/**
 * What two networks say of the same faces: how often they name the same emotion, and when not. Each look by itself, before
 * the moving average, which would hide short disagreements and count long ones late; a look that is uncertain by either network
 * (the quality is of both) tells nothing of the other one, and is left out. Memory is bounded, however long the video.
 */
export class ModelComparison {
  /** Rows: the network of the report; columns: the second one. */
  readonly #counts = EMOTIONS.map(() => EMOTIONS.map(() => 0));
  readonly #open = new Map<number, Stretch>();
  #longest: Stretch[] = [];
  #stretches = 0;
  #uncertain = 0;

  add(frame: FrameMoment): void {
    for (const { faceId, observation } of frame.faces) {
      const { emotions, comparedEmotions, quality } = observation;
      if (comparedEmotions === undefined) continue;
      if (isUncertain(observation) || isUncertain({ emotions: comparedEmotions, quality })) {
        this.#uncertain++;
        continue;
      }
      const [emotion, compared] = [dominantEmotion(emotions), dominantEmotion(comparedEmotions)];
      this.#counts[EMOTIONS.indexOf(emotion)][EMOTIONS.indexOf(compared)]++;
      this.#follow(frame, { faceId, emotion, compared, startS: frame.tS, endS: frame.untilS });
    }
  }

  /** Ends the stretches that are still open, so call it once, after the last frame. */
  result(model: ModelReference): Comparison {
    for (const faceId of this.#open.keys()) this.#close(faceId);
    const { observations, agreement, kappa } = measureAgreement(this.#counts);
    return {
      ...{ model, observations, uncertain: this.#uncertain },
      agreement: agreement === null ? null : roundProbability(agreement),
      kappa: kappa === null ? null : roundProbability(kappa),
      disagreements_total: this.#stretches,
      disagreements: keepLongest(this.#longest)
        .sort((a, b) => a.startS - b.startS || a.faceId - b.faceId)
        .map(({ faceId, startS, endS, emotion, compared }) => ({
          ...{ face_id: faceId, start_s: roundSeconds(startS), end_s: roundSeconds(endS) },
          ...{ emotion, compared_emotion: compared },
        })),
    };
  }

  #follow({ tS, untilS }: FrameMoment, look: Stretch): void {
    const before = this.#open.get(look.faceId);
    const goesOn =
      before?.emotion === look.emotion &&
      before.compared === look.compared &&
      tS - before.endS <= LONGEST_ABSENCE_S + TOLERANCE_S;
    if (goesOn) {
      before.endS = untilS;
      return;
    }
    this.#close(look.faceId);
    if (look.emotion !== look.compared) this.#open.set(look.faceId, look);
  }

  #close(faceId: number): void {
    const stretch = this.#open.get(faceId);
    if (stretch === undefined) return;
    this.#open.delete(faceId);
    this.#stretches++;
    this.#longest.push(stretch);
    if (this.#longest.length >= 2 * MAX_DISAGREEMENTS) this.#longest = keepLongest(this.#longest);
  }
}

/** The earlier ones of equally long ones. */
const keepLongest = (stretches: readonly Stretch[]): Stretch[] =>
  stretches
    .toSorted((a, b) => b.endS - b.startS - (a.endS - a.startS) || a.startS - b.startS || a.faceId - b.faceId)
    .slice(0, MAX_DISAGREEMENTS);

/**
 * Agreement, and Cohen's kappa: (agreement - chance) / (1 - chance), where chance is how often two that say each label as often as these
 * do, but know nothing of each other, would agree (J. Cohen, A coefficient of agreement for nominal scales, Educational and
 * Psychological Measurement 20, 1960).
 *
 * @param counts square: how often the one said the row's label and the other the column's
 * @returns kappa null where chance is 1 (both always say one and the same); both null without observations
 */
export function measureAgreement(counts: readonly (readonly number[])[]): {
  readonly observations: number;
  readonly agreement: number | null;
  readonly kappa: number | null;
} {
  const rows = counts.map((row) => row.reduce((sum, n) => sum + n, 0));
  const columns = counts.map((_, k) => counts.reduce((sum, row) => sum + row[k], 0));
  const observations = rows.reduce((sum, n) => sum + n, 0);
  if (observations === 0) return { observations, agreement: null, kappa: null };
  const agreement = counts.reduce((sum, row, k) => sum + row[k], 0) / observations;
  const chance = rows.reduce((sum, n, k) => sum + n * columns[k], 0) / observations ** 2;
  return { observations, agreement, kappa: chance === 1 ? null : (agreement - chance) / (1 - chance) };
}

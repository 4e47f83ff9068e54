import { EMOTIONS, type Emotion, type EmotionValues } from '@eyeline/contracts';

/** `happy` -> `Happy` */
export const toTitleCase = <E extends Emotion>(emotion: E): Capitalize<E> =>
  `${emotion[0].toUpperCase()}${emotion.slice(1)}` as Capitalize<E>;

/** `happy` -> `HAPPY` */
export const toUpperCase = <E extends Emotion>(emotion: E): Uppercase<E> =>
  emotion.toUpperCase() as Uppercase<E>;

/** The seven emotions, in their order, as two of the prototypes spell them. */
export const TITLE_LABELS = EMOTIONS.map(toTitleCase);
export const UPPER_LABELS = EMOTIONS.map(toUpperCase);

/** The same values under other names, in the same order. */
export function relabel<L extends string>(
  values: EmotionValues,
  labelOf: (emotion: Emotion) => L,
): Record<L, number> {
  return Object.fromEntries(EMOTIONS.map((emotion) => [labelOf(emotion), values[emotion]])) as Record<
    L,
    number
  >;
}

/** 0-1 -> 0-100, not rounded. */
export const toPercent = (probability: number): number => 100 * probability;

import { z } from 'zod';

/** The seven emotions, always in this order, in every array, object and column of the product. */
export const EMOTIONS = ['angry', 'disgust', 'fear', 'happy', 'sad', 'surprise', 'neutral'] as const;

export type Emotion = (typeof EMOTIONS)[number];

export const emotionSchema = z.enum(EMOTIONS);

/** One number for each emotion. Percent (0-100) in `average_emotion_scores`, probabilities (0-1) elsewhere. */
export const emotionValuesSchema = z.object({
  angry: z.number(),
  disgust: z.number(),
  fear: z.number(),
  happy: z.number(),
  sad: z.number(),
  surprise: z.number(),
  neutral: z.number(),
});

export type EmotionValues = z.infer<typeof emotionValuesSchema>;

/**
 * Seven numbers in the order of `EMOTIONS` -> the object clients see.
 *
 * @example toEmotionValues([0, 0, 0, 1, 0, 0, 0]).happy // 1
 */
export function toEmotionValues(values: ArrayLike<number>): EmotionValues {
  return Object.fromEntries(EMOTIONS.map((emotion, i) => [emotion, values[i]])) as EmotionValues;
}

/** The emotion with the largest of seven values; the first one in the order of `EMOTIONS` on a tie. */
export function dominantEmotion(values: ArrayLike<number>): Emotion {
  let best = 0;
  for (let i = 1; i < EMOTIONS.length; i++) if (values[i] > values[best]) best = i;
  return EMOTIONS[best];
}

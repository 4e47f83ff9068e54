/** The seven emotions, in the order of every answer of the service. */
export const EMOTIONS = ['angry', 'disgust', 'fear', 'happy', 'sad', 'surprise', 'neutral'] as const;

export type Emotion = (typeof EMOTIONS)[number];

/** One number for each. */
export type EmotionValues = Readonly<Record<Emotion, number>>;

/** 0-100 -> 0-1 */
export const fromPercent = (values: EmotionValues): EmotionValues =>
  Object.fromEntries(EMOTIONS.map((emotion) => [emotion, values[emotion] / 100])) as EmotionValues;

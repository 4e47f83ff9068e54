/** The seven emotions, in the order of every answer of the service. */
export const EMOTIONS = ['angry', 'disgust', 'fear', 'happy', 'sad', 'surprise', 'neutral'] as const;

export type Emotion = (typeof EMOTIONS)[number];

/** One number for each. */
export type EmotionValues = Readonly<Record<Emotion, number>>;

import { type Emotion, EMOTIONS } from '@eyeline/contracts';

/** The seven, and how others spell them (FER2013, FER+, CK+, RAF-DB, AffectNet, KDEF). */
const SPELLINGS: Readonly<Record<Emotion, readonly string[]>> = {
  angry: ['anger'],
  disgust: ['disgusted'],
  fear: ['fearful', 'afraid', 'scared'],
  happy: ['happiness', 'joy'],
  sad: ['sadness'],
  surprise: ['surprised', 'suprise'],
  neutral: ['neutrality'],
};

const BY_NAME = new Map<string, Emotion>(
  EMOTIONS.flatMap((emotion) => [emotion, ...SPELLINGS[emotion]].map((name) => [name, emotion] as const)),
);

/** The emotion that a name stands for, in capitals or not; null for another name. */
export const readEmotionName = (name: string): Emotion | null =>
  BY_NAME.get(name.trim().toLowerCase()) ?? null;

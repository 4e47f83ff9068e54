import { type Emotion } from '@eyeline/contracts';

/** The languages in which labels are known; null: a word of both. */
export type LabelLanguage = 'en' | 'es';

interface Known {
  readonly emotion: Emotion;
  readonly language: LabelLanguage | null;
}

/** In lower case and without accents. The first of each line is what the prototypes say. */
const SPANISH: Record<Emotion, readonly string[]> = {
  angry: ['enojo', 'ira', 'enfado', 'rabia', 'enojado', 'enojada', 'enfadado', 'enfadada'],
  disgust: ['asco', 'disgusto', 'desagrado'],
  fear: ['miedo', 'temor', 'asustado', 'asustada'],
  happy: ['alegria', 'feliz', 'felicidad', 'alegre', 'contento', 'contenta'],
  sad: ['tristeza', 'triste'],
  surprise: ['sorpresa', 'sorprendido', 'sorprendida'],
  neutral: ['neutro', 'neutra', 'neutralidad'],
};

const ENGLISH: Record<Emotion, readonly string[]> = {
  angry: ['angry', 'anger'],
  disgust: ['disgust', 'disgusted'],
  fear: ['fear', 'fearful', 'afraid', 'scared'],
  happy: ['happy', 'happiness', 'joy'],
  sad: ['sad', 'sadness'],
  surprise: ['surprise', 'surprised'],
  neutral: [],
};

const entries = (words: Record<Emotion, readonly string[]>, language: LabelLanguage): [string, Known][] =>
  Object.entries(words).flatMap(([emotion, all]) =>
    all.map((word): [string, Known] => [word, { emotion: emotion as Emotion, language }]),
  );

const KNOWN = new Map<string, Known>([
  ...entries(SPANISH, 'es'),
  ...entries(ENGLISH, 'en'),
  ['neutral', { emotion: 'neutral', language: null }],
]);

/**
 * The emotion that a label means, in any case and with or without accents; null when it is not known.
 *
 * @example findEmotion('ALEGRÍA') // { emotion: 'happy', language: 'es' }
 */
export function findEmotion(label: string): Known | null {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
  return KNOWN.get(plain) ?? null;
}

/** The language of most labels; of the first on a tie; Spanish, which the prototype spoke, where none tells. */
export function languageOf(languages: readonly (LabelLanguage | null)[]): LabelLanguage {
  const count = (language: LabelLanguage): number => languages.filter((one) => one === language).length;
  const [spanish, english] = [count('es'), count('en')];
  if (spanish === english) return languages.find((one) => one !== null) ?? 'es';
  return spanish > english ? 'es' : 'en';
}

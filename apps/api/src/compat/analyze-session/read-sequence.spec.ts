import { EMOTIONS } from '@eyeline/contracts';

import { findEmotion, languageOf } from './emotion-labels.js';
import { readSequence } from './read-sequence.js';

it.each([
  ['angry', ['Enojo', 'IRA', 'enfado', 'Angry', 'anger']],
  ['disgust', ['Asco', 'Disgust', 'DISGUST']],
  ['fear', ['Miedo', 'fear', 'Temor']],
  [
    'happy',
    ['Alegría', 'alegria', 'ALEGRÍA', 'Alegri\u0301a', 'Feliz', 'Happy', 'HAPPY', 'happy', ' happy '],
  ],
  ['sad', ['Tristeza', 'triste', 'Sad']],
  ['surprise', ['Sorpresa', 'Surprise']],
  ['neutral', ['Neutral', 'NEUTRAL', 'Neutro']],
])('%s is known by %j', (emotion, labels) => {
  expect(labels.map((label) => findEmotion(label)?.emotion)).toEqual(labels.map(() => emotion));
});

it.each(['', 'Alegr', 'constructor', 'toString', '__proto__', 'happy sad', '😀', 'contempt'])(
  'nothing is known by %j',
  (label) => expect(findEmotion(label)).toBeNull(),
);

it('every name of an emotion in this product is known', () => {
  expect(EMOTIONS.map((emotion) => findEmotion(emotion)?.emotion)).toEqual([...EMOTIONS]);
});

it.each([
  [['Alegría', 'Tristeza'], 'es'],
  [['happy', 'Neutral', 'sad'], 'en'],
  [['Alegría', 'happy', 'sad'], 'en'],
  [['happy', 'Alegría'], 'en'],
  [['Neutral', 'Alegría', 'happy'], 'es'],
  [['Neutral', 'neutral'], 'es'],
])('%j is written about in %s', (labels, language) => {
  expect(languageOf(labels.map((label) => findEmotion(label)!.language))).toBe(language);
  expect(readSequence({ context: 'x', emotions: labels })).toMatchObject({ context: 'x', language });
});

it('names the labels that are not known, fifty at most', () => {
  const read = (emotions: string[]) => {
    try {
      return readSequence({ context: '', emotions });
    } catch (error) {
      return (error as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    }
  };
  expect(read(['happy', 'boredom', 'sad', ''])).toEqual(['/emotions/1', '/emotions/3']);
  expect(read(Array<string>(200).fill('boredom'))).toHaveLength(50);
});

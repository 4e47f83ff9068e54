import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { contrastOf, differenceOf, VISIONS } from './colour-vision.js';
import { readTokens } from './read-tokens.js';

const tokens = readTokens(readFileSync(resolve(__dirname, 'tokens.css'), 'utf8'));
const THEMES = ['light', 'dark'] as const;

const BACKGROUNDS = ['page', 'surface', 'surface-raised', 'surface-sunken'];
const EMOTIONS = ['angry', 'disgust', 'fear', 'happy', 'sad', 'surprise', 'neutral'];

const colour = (name: string, theme: 'light' | 'dark') => {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`tokens.css has no --${name}`);
  return token[theme];
};

/** What is written on what: 4.5:1 (WCAG 2.2, 1.4.3). */
const TEXTS: [text: string, background: string][] = [
  ...['text', 'text-muted', 'accent', 'accent-hover', 'good', 'warn', 'bad'].flatMap((text) =>
    BACKGROUNDS.map((background): [string, string] => [text, background]),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-bad', 'bad'],
  ['good', 'good-soft'],
  ['warn', 'warn-soft'],
  ['bad', 'bad-soft'],
  ['accent', 'accent-soft'],
  ['text', 'accent-soft'],
  ['text', 'warn-soft'],
  ['text', 'bad-soft'],
  ['text-muted', 'accent-soft'],
];

/** What shows where a control is, or carries a number: 3:1 (WCAG 2.2, 1.4.11). */
const SHAPES: [shape: string, background: string][] = [
  'line-strong',
  'focus',
  'eye-contact',
  ...EMOTIONS.map((emotion) => `emotion-${emotion}`),
].flatMap((shape) =>
  ['page', 'surface', 'surface-raised'].map((background): [string, string] => [shape, background]),
);

describe.each(THEMES)('colours, %s', (theme) => {
  it.each(TEXTS)('%s can be read on %s', (text, background) => {
    expect(contrastOf(colour(text, theme), colour(background, theme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES)('%s can be seen on %s', (shape, background) => {
    expect(contrastOf(colour(shape, theme), colour(background, theme))).toBeGreaterThanOrEqual(3);
  });

  it.each(VISIONS)('no two emotions look alike with %s colour vision', (vision) => {
    for (const a of EMOTIONS) {
      for (const b of EMOTIONS.slice(EMOTIONS.indexOf(a) + 1)) {
        const difference = differenceOf(colour(`emotion-${a}`, theme), colour(`emotion-${b}`, theme), vision);
        // 0.02 is what is just seen side by side; four times that is told apart across a chart.
        expect({ a, b, isApart: difference >= 0.08 }).toEqual({ a, b, isApart: true });
      }
    }
  });
});

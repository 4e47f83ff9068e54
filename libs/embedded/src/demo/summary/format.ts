import { type Emotion } from '@eyeline/contracts';

import { type Colour } from '../../terminal/style.js';

export const EMOTION_COLOURS: Record<Emotion, Colour> = {
  angry: 'red',
  disgust: 'green',
  fear: 'purple',
  happy: 'yellow',
  sad: 'blue',
  surprise: 'orange',
  neutral: 'grey',
};

/** `1:02:03`, `0:07`; with `digits`, parts of a second too: `0:07.4`. */
export function formatTime(totalS: number, digits = 0): string {
  const rounded = Number(totalS.toFixed(digits));
  const hours = Math.floor(rounded / 3600);
  const minutes = Math.floor((rounded % 3600) / 60);
  const seconds = (rounded % 60).toFixed(digits).padStart(digits === 0 ? 2 : 3 + digits, '0');
  return hours === 0 ? `${minutes}:${seconds}` : `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`;
}

/** `41 %`, and `<1 %` for what is little but not nothing. */
export function formatPercent(value: number): string {
  if (value > 0 && value < 1) return '<1 %';
  return `${Math.round(value)} %`;
}

/** `1 person`, `3 people`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Text -> lines of at most `width` characters, broken between words where there are any. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

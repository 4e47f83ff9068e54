import { type Report } from '@eyeline/client/browser';

import { EMOTIONS } from '../emotions/emotions.js';
import { EMOTION_COUNT, type PersonSeries } from '../frames/frame-series.js';

/** The seven emotions over time: a row of seven for each time; a row of NaN where the line breaks. */
export interface Points {
  readonly timesS: Float64Array;
  readonly values: Float32Array;
}

const BREAK = new Float32Array(EMOTION_COUNT).fill(Number.NaN);

/** Whoever is missing for longer than so many steps is not drawn in between. */
const LONGEST_STEPS = 2.5;

/** Of everybody, from the buckets of the report: in their middles, and out to the edges where nobody is seen before or after. */
export function pointsOfTimeline(timeline: Report['timeline']): Points {
  const times: number[] = [];
  const rows: ArrayLike<number>[] = [];
  const add = (timeS: number, row: ArrayLike<number>): void => {
    times.push(timeS);
    rows.push(row);
  };
  timeline.forEach(({ start_s: startS, end_s: endS, mean_emotion_probabilities: means }, index) => {
    if (means === null) return add((startS + endS) / 2, BREAK);
    const row = EMOTIONS.map((emotion) => means[emotion]);
    const isAlone = (other: number): boolean =>
      (timeline[other]?.mean_emotion_probabilities ?? null) === null;
    if (isAlone(index - 1)) add(startS, row);
    add((startS + endS) / 2, row);
    if (isAlone(index + 1)) add(endS, row);
  });
  return { timesS: Float64Array.from(times), values: flatten(rows) };
}

/** Of one person, from the frames. */
export function pointsOfPerson({ frames, emotions }: PersonSeries, frameTimesS: Float64Array): Points {
  const longestS = LONGEST_STEPS * medianStep(frameTimesS);
  const isBreak = (row: number): boolean =>
    row > 0 && frameTimesS[frames[row]] - frameTimesS[frames[row - 1]] > longestS;
  let breaks = 0;
  for (let row = 0; row < frames.length; row++) if (isBreak(row)) breaks += 1;
  const timesS = new Float64Array(frames.length + breaks);
  const values = new Float32Array(timesS.length * EMOTION_COUNT);
  for (let row = 0, at = 0; row < frames.length; row++, at++) {
    if (isBreak(row)) {
      timesS[at] = (frameTimesS[frames[row - 1]] + frameTimesS[frames[row]]) / 2;
      values.set(BREAK, at * EMOTION_COUNT);
      at += 1;
    }
    timesS[at] = frameTimesS[frames[row]];
    values.set(emotions.subarray(row * EMOTION_COUNT, (row + 1) * EMOTION_COUNT), at * EMOTION_COUNT);
  }
  return { timesS, values };
}

/** Seconds between two frames, as a rule; of a part of them when there are many. */
export function medianStep(timesS: Float64Array): number {
  if (timesS.length < 2) return 1;
  const every = Math.max(1, Math.floor(timesS.length / 1000));
  const steps: number[] = [];
  for (let index = every; index < timesS.length; index += every) {
    steps.push(timesS[index] - timesS[index - 1]);
  }
  return steps.sort((a, b) => a - b)[steps.length >> 1];
}

function flatten(rows: readonly ArrayLike<number>[]): Float32Array {
  const values = new Float32Array(rows.length * EMOTION_COUNT);
  rows.forEach((row, index) => values.set(row, index * EMOTION_COUNT));
  return values;
}

import { EMOTIONS, type TimelineBucket } from '@eyeline/contracts';

import { type Style } from '../../terminal/style.js';
import { EMOTION_COLOURS, formatTime } from './format.js';

const LEVELS = ' ▁▂▃▄▅▆▇█';
/** Where nobody was seen. */
const NOBODY = '·';
const WIDEST_BUCKET = 4;

/** One column of the drawing: means over the buckets that fall into it, null where nobody was seen. */
interface Column {
  readonly probabilities: readonly number[] | null;
  readonly eyeContactScore: number | null;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Buckets -> at most `width` columns: a bucket is drawn up to four columns wide, or several share one. */
export function toColumns(timeline: readonly TimelineBucket[], width: number): Column[] {
  if (timeline.length === 0) return [];
  const columns = Math.min(
    width,
    timeline.length * Math.max(1, Math.min(WIDEST_BUCKET, Math.floor(width / timeline.length))),
  );
  return Array.from({ length: columns }, (_, column) => {
    const first = Math.floor((column * timeline.length) / columns);
    const last = Math.max(first + 1, Math.floor(((column + 1) * timeline.length) / columns));
    const buckets = timeline.slice(first, last);
    const seen = buckets.flatMap(({ mean_emotion_probabilities: values }) =>
      values === null ? [] : [values],
    );
    const scores = buckets.flatMap(({ eye_contact_score: score }) => (score === null ? [] : [score]));
    return {
      probabilities:
        seen.length === 0 ? null : EMOTIONS.map((emotion) => mean(seen.map((values) => values[emotion]))),
      eyeContactScore: scores.length === 0 ? null : mean(scores),
    };
  });
}

/** 0-1 -> a block of that height; next to nothing is left blank. */
const block = (share: number): string => LEVELS[Math.min(8, Math.round(share * 8))];

function drawAxis(startS: number, endS: number, columns: number): string {
  const marks = columns < 24 ? 1 : columns < 48 ? 2 : 4;
  let line = '';
  for (let i = 0; i <= marks; i++) {
    const label = formatTime(startS + ((endS - startS) * i) / marks);
    const at = i === marks ? columns - label.length : Math.round((columns * i) / marks);
    if (at <= line.length && i > 0) continue;
    line = line.padEnd(at) + label;
  }
  return line;
}

/**
 * A row for each emotion, its height the mean probability at that time over everybody in the picture, and one for eye
 * contact, its height the share of looks at the camera. No line is longer than `width`.
 */
export function drawTimeline(timeline: readonly TimelineBucket[], width: number, style: Style): string[] {
  const labelWidth = 13;
  const columns = toColumns(timeline, width - labelWidth);
  if (columns.length === 0) return [];
  const label = (text: string) => text.padEnd(labelWidth);
  const rows = EMOTIONS.map((emotion, i) => {
    const drawn = columns.map(({ probabilities }) =>
      probabilities === null ? NOBODY : block(probabilities[i]),
    );
    return label(emotion) + style.paint(EMOTION_COLOURS[emotion], drawn.join('').trimEnd());
  });
  const looks = columns.map(({ eyeContactScore }) =>
    eyeContactScore === null ? NOBODY : block(eyeContactScore / 100),
  );
  const axis = drawAxis(timeline[0].start_s, timeline[timeline.length - 1].end_s, columns.length);
  return [
    ...rows.map((row) => row.trimEnd()),
    (label('eye contact') + style.paint('cyan', looks.join('').trimEnd())).trimEnd(),
    ' '.repeat(labelWidth) + style.dim(axis),
  ];
}

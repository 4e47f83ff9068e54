import { type Emotion, EMOTIONS, type Gap, type TimelineBucket } from '@eyeline/contracts';

import { formatClock } from './format.js';
import { html, type Markup } from './markup.js';
import { CHART_LEFT, CHART_WIDTH, round, type TimeScale } from './time-scale.js';

const HEIGHT = 120;
const LOOK_TOP = HEIGHT + 10;
const LOOK_HEIGHT = 26;
const AXIS_TOP = LOOK_TOP + LOOK_HEIGHT;

/** Buckets beyond this are drawn together, weighted alike. */
const MOST_COLUMNS = 300;

interface Column {
  readonly startS: number;
  readonly endS: number;
  /** Null where nobody is seen. */
  readonly probabilities: Readonly<Record<Emotion, number>> | null;
  readonly eyeContact: number | null;
}

/** Everybody together: the seven probabilities stacked to 1, and below how much of the looking is eye contact. */
export function drawEmotions(
  timeline: readonly TimelineBucket[],
  gaps: readonly Gap[],
  scale: TimeScale,
): Markup {
  const columns = gather(timeline);
  return html`<svg
    viewBox="0 0 ${CHART_WIDTH} ${AXIS_TOP + 20}"
    role="img"
    aria-label="Expressions and eye contact over time"
  >
    <rect class="ground" x="${CHART_LEFT}" y="0" width="${CHART_WIDTH - CHART_LEFT}" height="${HEIGHT}" />
    <rect
      class="ground"
      x="${CHART_LEFT}"
      y="${LOOK_TOP}"
      width="${CHART_WIDTH - CHART_LEFT}"
      height="${LOOK_HEIGHT}"
    />
    ${stack(columns, scale).map(({ emotion, path }) => html`<path class="${emotion}" d="${path}" />`)}
    <path class="look" d="${columns.map((column) => lookBar(column, scale)).join('')}" />
    <path class="gap" d="${scale.boxes(gaps, 0, AXIS_TOP)}" />
    <text x="0" y="12">expressions</text>
    <text x="0" y="${LOOK_TOP + 17}">eye contact</text>
    ${drawAxis(scale, AXIS_TOP)}
  </svg>`;
}

/** Ticks with times, from the top of the chart down to `bottom`. */
export function drawAxis(scale: TimeScale, bottom: number): Markup {
  return html`${scale.ticks().map((seconds) => {
    const x = round(scale.x(seconds));
    const anchor = x > CHART_WIDTH - 20 ? 'end' : x < CHART_LEFT + 20 ? 'start' : 'middle';
    return html`<line class="grid" x1="${x}" x2="${x}" y1="0" y2="${bottom}" /><text
        x="${x}"
        y="${bottom + 14}"
        text-anchor="${anchor}"
        >${formatClock(seconds)}</text
      >`;
  })}`;
}

function gather(timeline: readonly TimelineBucket[]): Column[] {
  const size = Math.max(1, Math.ceil(timeline.length / MOST_COLUMNS));
  return Array.from({ length: Math.ceil(timeline.length / size) }, (_, i) => {
    const group = timeline.slice(i * size, (i + 1) * size);
    const seen = group.flatMap(({ mean_emotion_probabilities: values }) => (values === null ? [] : [values]));
    const looks = group.flatMap(({ eye_contact_score: score }) => (score === null ? [] : [score]));
    return {
      startS: group[0].start_s,
      endS: group[group.length - 1].end_s,
      probabilities:
        seen.length === 0
          ? null
          : (Object.fromEntries(
              EMOTIONS.map((emotion) => [emotion, mean(seen.map((values) => values[emotion]))]),
            ) as Record<Emotion, number>),
      eyeContact: looks.length === 0 ? null : mean(looks),
    };
  });
}

/** One path for each emotion, from the bottom up in their order, turned so that neutral lies at the bottom. */
function stack(columns: readonly Column[], scale: TimeScale): { emotion: Emotion; path: string }[] {
  const order = [...EMOTIONS].reverse();
  const tops = columns.map(() => HEIGHT);
  return order.map((emotion) => ({
    emotion,
    path: columns
      .map(({ startS, endS, probabilities }, i) => {
        const height = (probabilities?.[emotion] ?? 0) * HEIGHT;
        tops[i] -= height;
        return bar(scale, startS, endS, tops[i], height);
      })
      .join(''),
  }));
}

function lookBar({ startS, endS, eyeContact }: Column, scale: TimeScale): string {
  const height = ((eyeContact ?? 0) / 100) * LOOK_HEIGHT;
  return bar(scale, startS, endS, LOOK_TOP + LOOK_HEIGHT - height, height);
}

function bar(scale: TimeScale, startS: number, endS: number, top: number, height: number): string {
  if (height < 0.05) return '';
  const [from, to] = [round(scale.x(startS)), round(scale.x(endS))];
  return `M${from} ${round(top)}H${to}v${round(height)}H${from}z`;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

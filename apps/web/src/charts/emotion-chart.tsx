import 'uplot/dist/uPlot.min.css';
import './emotion-chart.css';

import { type Report } from '@eyeline/client/browser';
import { useEffect, useRef } from 'react';
import UPlot from 'uplot';

import { EMOTIONS } from '../emotions/emotions.js';
import { useFormat } from '../strings/language.js';
import { useColours } from '../theme/use-colours.js';
import { type Columns, stack } from './columns.js';
import { PLOT } from './plot-frame.js';
import { type TimeRange } from './time-range.js';

export type ChartForm = 'stacked' | 'lines';

interface EmotionChartProps {
  readonly columns: Columns;
  readonly form: ChartForm;
  readonly range: TimeRange;
  readonly gaps: Report['sampling']['gaps'];
  readonly width: number;
  readonly label: string;
}

const HEIGHT = 240;

/** Points, more than which make a line of edges. */
const DENSE = 150;

const COLOURS = [
  ...EMOTIONS.map((emotion) => `emotion-${emotion}` as const),
  ...(['line', 'text-muted', 'surface', 'line-strong'] as const),
] as const;

/** The seven emotions over time. This file brings the library for charts along: load it on demand. */
export default function EmotionChart({ columns, form, range, gaps, width, label }: EmotionChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot | null>(null);
  const format = useFormat();
  const colours = useColours(COLOURS);
  const isDense = columns.timesS.length > DENSE;
  // What it looks like; then, as often as one moves, what it shows.
  useEffect(() => {
    if (element.current === null) return undefined;
    const [line, text, surface, strong] = colours.slice(EMOTIONS.length);
    const isStacked = form === 'stacked';
    const series = EMOTIONS.map((_, index) => ({
      points: { show: ({ data }: UPlot) => data[0].length === 1 },
      ...(isStacked
        ? // A thin edge of the ground keeps neighbours apart; between many points it would be all there is, and slow.
          { fill: colours[index], stroke: surface, width: isDense ? 0 : 0.5 }
        : { stroke: colours[index], width: isDense ? 1 : 1.75 }),
    }));
    plot.current = new UPlot(
      {
        width,
        height: HEIGHT,
        padding: [10, PLOT.right, 0, 0],
        legend: { show: false },
        cursor: { show: false },
        scales: {
          x: { time: false, auto: false },
          y: { range: [0, 1] },
        },
        axes: [
          {
            stroke: text,
            grid: { stroke: line, width: 1 },
            ticks: { stroke: line, width: 1 },
            font: FONT,
            size: 30,
            space: 64,
            incrs: STEPS_S,
            values: (_, splits) => splits.map(format.clock),
          },
          {
            stroke: text,
            grid: { stroke: line, width: 1 },
            ticks: { show: false },
            font: FONT,
            size: PLOT.left,
            splits: [0, 0.25, 0.5, 0.75, 1],
            values: (_, splits) => splits.map(format.share),
          },
        ],
        series: [{}, ...orderOf(form).map((index) => series[index])],
        hooks: { draw: [(drawn) => drawGaps(drawn, gaps, strong)] },
      },
      undefined,
      element.current,
    );
    return () => {
      plot.current?.destroy();
      plot.current = null;
    };
  }, [form, isDense, gaps, width, colours, format]);
  useEffect(() => {
    const drawn = plot.current;
    if (drawn === null) return;
    const { timesS, values } = form === 'stacked' ? stack(columns) : columns;
    drawn.batch(() => {
      drawn.setData([timesS, ...orderOf(form).map((index) => values[index])], false);
      drawn.setScale('x', { min: range.fromS, max: range.toS });
    });
  }, [columns, range, form, isDense, gaps, width, colours, format]);
  return <div ref={element} className="emotion-chart" role="img" aria-label={label} />;
}

/** In which the emotions are drawn. Stacked, the sum of all comes first: each area covers what is not its own of the one before. */
const orderOf = (form: ChartForm): number[] =>
  EMOTIONS.map((_, index) => (form === 'stacked' ? EMOTIONS.length - 1 - index : index));

const FONT = '12px system-ui, sans-serif';

/** Whole seconds that people count in. */
const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200];

/** Hatched, so that they are not taken for a time without faces. */
function drawGaps(plot: UPlot, gaps: EmotionChartProps['gaps'], colour: string): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  for (const { start_s: startS, end_s: endS } of gaps) {
    const from = plot.valToPos(startS, 'x', true);
    ctx.rect(from, bbox.top, Math.max(2, plot.valToPos(endS, 'x', true) - from), bbox.height);
  }
  ctx.clip();
  ctx.strokeStyle = colour;
  ctx.beginPath();
  if (gaps.length > 0) {
    for (let x = bbox.left - bbox.height; x < bbox.left + bbox.width; x += 9) {
      ctx.moveTo(x, bbox.top + bbox.height);
      ctx.lineTo(x + bbox.height, bbox.top);
    }
  }
  ctx.stroke();
  ctx.restore();
}

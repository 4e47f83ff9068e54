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

const COLOURS = [
  ...EMOTIONS.map((emotion) => `emotion-${emotion}` as const),
  ...(['line', 'text-muted', 'surface', 'line-strong'] as const),
] as const;

/** The seven emotions over time. This file brings the library for charts along: load it on demand. */
export default function EmotionChart({ columns, form, range, gaps, width, label }: EmotionChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const format = useFormat();
  const colours = useColours(COLOURS);
  useEffect(() => {
    if (element.current === null) return undefined;
    const [line, text, surface, strong] = colours.slice(EMOTIONS.length);
    const isStacked = form === 'stacked';
    const { timesS, values } = isStacked ? stack(columns) : columns;
    const series = EMOTIONS.map((_, index) => ({
      points: { show: timesS.length === 1 },
      ...(isStacked
        ? // A thin edge of the ground keeps neighbours apart.
          { fill: colours[index], stroke: surface, width: 0.5 }
        : { stroke: colours[index], width: 1.75 }),
    }));
    // The sum of all first: each area covers what is not its own of the one before.
    const order = EMOTIONS.map((_, index) => (isStacked ? EMOTIONS.length - 1 - index : index));
    const plot = new UPlot(
      {
        width,
        height: HEIGHT,
        padding: [10, PLOT.right, 0, 0],
        legend: { show: false },
        cursor: { show: false },
        scales: {
          x: { time: false, range: [range.fromS, range.toS] },
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
        series: [{}, ...order.map((index) => series[index])],
        hooks: { draw: [(drawn) => drawGaps(drawn, gaps, strong)] },
      },
      [timesS, ...order.map((index) => values[index])],
      element.current,
    );
    return () => plot.destroy();
  }, [columns, form, range, gaps, width, colours, format]);
  return <div ref={element} className="emotion-chart" role="img" aria-label={label} />;
}

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

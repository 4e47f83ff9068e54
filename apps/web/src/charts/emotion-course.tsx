import './emotion-course.css';

import { type Report } from '@eyeline/client/browser';
import { lazy, Suspense } from 'react';

import { useFormat, useStrings } from '../strings/language.js';
import { type ChartForm } from './emotion-chart.js';
import { type TimeRange } from './time-range.js';
import { type ColumnsSource, useColumns } from './use-columns.js';

const EmotionChart = lazy(() => import('./emotion-chart.js'));

/** More can hardly be seen; and a browser without a GPU paints seven areas of so many points within a frame or two. */
const PIXELS_PER_POINT = 3;

interface EmotionCourseProps {
  readonly source: ColumnsSource;
  readonly range: TimeRange;
  readonly form: ChartForm;
  readonly gaps: Report['sampling']['gaps'];
  readonly width: number;
  /** Whose emotions. */
  readonly who: string;
}

/** The chart of a source within a range; its place until there is something to draw. */
export function EmotionCourse({ source, range, form, gaps, width, who }: EmotionCourseProps) {
  const { timeline: t } = useStrings();
  const format = useFormat();
  const shown = useColumns(source, range, Math.ceil(width / PIXELS_PER_POINT), 'points or means');
  const place = <div className="emotion-course-place" />;
  if (shown === null) return place;
  const { fromS, toS } = shown.range;
  return (
    <Suspense fallback={place}>
      <EmotionChart
        columns={shown.columns}
        range={shown.range}
        label={t.chartOf(who, format.clock(fromS), format.clock(toS))}
        {...{ form, gaps, width }}
      />
    </Suspense>
  );
}

import { useEffect, useState } from 'react';

import { type FramesReader } from '../frames/frames-reader.js';
import { type Columns, sample, type SampleForm } from './columns.js';
import { type Points } from './points.js';
import { type TimeRange } from './time-range.js';

/** Where the columns of a chart come from: from memory at once, or from the thread that keeps the frames. */
export interface ColumnsSource {
  readonly sample: (range: TimeRange, maxPoints: number, form: SampleForm) => Columns | Promise<Columns>;
}

export const sourceOfPoints = (points: Points): ColumnsSource => ({
  sample: (range, maxPoints, form) => sample(points, range, maxPoints, form),
});

export const sourceOfPerson = (frames: FramesReader, faceId: number): ColumnsSource => ({
  sample: (range, maxPoints, form) => frames.columnsOf(faceId, range, maxPoints, form),
});

/** Columns, and the range that they are of. */
export interface Shown {
  readonly columns: Columns;
  readonly range: TimeRange;
}

/** What a source has within a range: what it had before, until it is there; null before the first answer of a source. */
export function useColumns(
  source: ColumnsSource,
  range: TimeRange,
  maxPoints: number,
  form: SampleForm,
): Shown | null {
  const [shown, setShown] = useState<(Shown & { source: ColumnsSource }) | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void Promise.resolve(source.sample(range, maxPoints, form)).then((columns) => {
      if (isCurrent) setShown({ columns, range, source });
    });
    return () => {
      isCurrent = false;
    };
  }, [source, range, maxPoints, form]);
  return shown?.source === source ? shown : null;
}

import { type QueueLoad } from '@eyeline/client/browser';

/** How much ended in each minute of the last hour, oldest first. */
export interface Minutes {
  readonly completed: readonly number[];
  readonly failed: readonly number[];
}

type Counted = Pick<QueueLoad, 'completed_per_minute' | 'failed_per_minute'>;

export const minutesOf = (queues: readonly Counted[]): Minutes => ({
  completed: sumOf(queues.map(({ completed_per_minute: counts }) => counts)),
  failed: sumOf(queues.map(({ failed_per_minute: counts }) => counts)),
});

function sumOf(series: readonly (readonly number[])[]): number[] {
  const length = Math.max(0, ...series.map((counts) => counts.length));
  return Array.from({ length }, (_, minute) =>
    series.reduce((sum, counts) => sum + (counts[minute] ?? 0), 0),
  );
}

export const totalOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** A minute in which anything ended can be seen: a fiftieth of what is drawn, at least. */
const SMALLEST = 1 / 50;

/** Bars above and below one line, on one scale: lengths as shares of the whole height, which they fill. */
export interface Bars {
  /** Where the line is, from the top, 0-1. */
  readonly line: number;
  readonly up: readonly number[];
  readonly down: readonly number[];
}

/** What was completed goes up, what failed goes down. */
export function barsOf({ completed, failed }: Minutes): Bars {
  const [highest, deepest] = [Math.max(0, ...completed), Math.max(0, ...failed)];
  const all = highest + deepest;
  // Nothing at all: the line lies at the bottom.
  if (all === 0) return { line: 1, up: completed.map(() => 0), down: failed.map(() => 0) };
  const room = (most: number): number =>
    most === 0 ? 0 : Math.min(1 - SMALLEST, Math.max(SMALLEST, most / all));
  const line = deepest === 0 ? 1 : room(highest);
  const lengthOf = (count: number): number => (count === 0 ? 0 : Math.max(SMALLEST, count / all));
  return {
    line,
    up: completed.map((count) => Math.min(line, lengthOf(count))),
    down: failed.map((count) => Math.min(1 - line, lengthOf(count))),
  };
}

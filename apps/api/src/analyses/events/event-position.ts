import { ANALYSIS_STAGES } from '@eyeline/contracts';
import { type AnalysisRow } from '@eyeline/database';

/** However an analysis ended, that is the last of its stages. */
const END = ANALYSIS_STAGES.indexOf('completed');

/**
 * How far an analysis has come: attempt, stage, millionths of progress. None of them goes back while those before it
 * stay, so positions have an order, and every process of the API reads the same one from the row.
 */
export type EventPosition = readonly [attempt: number, stage: number, progressPpm: number];

type Place = Pick<AnalysisRow, 'attempt' | 'stage' | 'progress'>;

export function positionOf({ attempt, stage, progress }: Place): EventPosition {
  return [attempt, Math.min(ANALYSIS_STAGES.indexOf(stage), END), Math.floor(progress * 1e6)];
}

/** Whether `one` is further than `other`. */
export function isPast(one: EventPosition, other: EventPosition): boolean {
  const different = one.findIndex((part, i) => part !== other[i]);
  return different !== -1 && one[different] > other[different];
}

/** @example toEventId([1, 2, 437_500]) // '1-2-437500' */
export const toEventId = (position: EventPosition): string => position.join('-');

/** Null for what was never given out. */
export function readEventId(id: string | undefined): EventPosition | null {
  const parts = /^(\d{1,9})-(\d)-(\d{1,7})$/.exec(id ?? '');
  return parts === null ? null : [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

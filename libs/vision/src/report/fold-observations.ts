import { type FrameObservation, type Report } from '@eyeline/contracts';

import { assignFaceIds } from '../tracking/assign-face-ids.js';
import { FrameLedger } from './frame-ledger.js';
import { type FrameMoment } from './frame-moment.js';
import { MeasurementFold } from './measurements.js';
import { readMoments } from './read-moments.js';

export interface FoldInput {
  /** All observations in order of time. Called twice: once for the face ids, once for the numbers. */
  read(): AsyncIterable<FrameObservation>;
  /** Pixels of the upright picture. */
  readonly picture: { readonly width: number; readonly height: number };
  /** What was to be analysed. */
  readonly range: { readonly startS: number; readonly endS: number };
  /** Weight of a new frame at 5 observations a second. */
  readonly alpha: number;
  /** Half-angle of the cone around the camera that counts as eye contact. */
  readonly eyeContactDeg: number;
  /** A frame speaks for so long, unless the next one comes earlier. */
  readonly stepS: number;
  /** Where blinks are to be counted, analysed pixels a source pixel; null: frames come too seldom, or without landmarks. */
  readonly blinks: { readonly scale: number } | null;
  /** Every analysed frame in order of time; awaited, so that a slow writer slows the reading. */
  onMoment?(moment: FrameMoment): Promise<void> | void;
}

export interface FoldedObservations {
  readonly ledger: FrameLedger;
  readonly fold: MeasurementFold;
}

/**
 * Observations in order of time -> what is measured in them: the shared core of the reports of videos and of live
 * sessions. Memory grows with people, seconds and episodes, and by four bytes a face observation for the ids.
 *
 * @throws {AppError} internal when the observations go back in time or differ between the two readings
 */
export async function foldObservations(input: FoldInput): Promise<FoldedObservations> {
  const { picture, range, alpha, eyeContactDeg, stepS } = input;
  const ids = await assignFaceIds(input.read(), picture);
  const ledger = new FrameLedger();
  const fold = new MeasurementFold(picture, range, input.blinks);
  const settings = { alpha, eyeContactDeg, stepS, endS: range.endS };
  for await (const moment of readMoments(input.read(), ids, settings, (frame) => ledger.add(frame))) {
    fold.add(moment);
    await input.onMoment?.(moment);
  }
  return { ledger, fold };
}

type LedgerCounts = Pick<
  Report['sampling'],
  'frames_decoded' | 'frames_analyzed' | 'frames_skipped' | 'frames_failed'
>;

/** The ledger as reports name it. */
export const toLedgerCounts = ({ decoded, analyzed, skippedDark, failed }: FrameLedger): LedgerCounts => ({
  frames_decoded: decoded,
  frames_analyzed: analyzed,
  frames_skipped: skippedDark,
  frames_failed: failed,
});

/** Analysed pixels a source pixel where a longest side is set: the same choice that decoding makes. */
export const scaleTo = (maxSide: number, { width, height }: FoldInput['picture']): number =>
  Math.min(1, maxSide / Math.max(width, height));

import { type ConfidenceBin } from './emotion-tally.js';

/** One part of 0 to 1: how sure the network was there, and how often it was right. */
export interface Reliability {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean confidence, null in an empty bin. */
  readonly confidence: number | null;
  readonly accuracy: number | null;
}

export function reliabilityOf(bins: readonly ConfidenceBin[]): Reliability[] {
  return bins.map(({ count, confidence, right }, i) => ({
    from: i / bins.length,
    to: (i + 1) / bins.length,
    count,
    confidence: count === 0 ? null : confidence / count,
    accuracy: count === 0 ? null : right / count,
  }));
}

/**
 * Expected calibration error (Guo et al. 2017): the distance of accuracy and mean confidence of each bin, weighted by
 * its count. Null without any reading.
 */
export function calibrationError(bins: readonly ConfidenceBin[]): number | null {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return bins.reduce((sum, { confidence, right }) => sum + Math.abs(right - confidence), 0) / total;
}

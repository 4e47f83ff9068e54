const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** A process that ran so long was well; its next end counts as the first again. */
export const STABLE_AFTER_MS = 30_000;

/**
 * How long to wait before a process is started again: doubled with each end in a row, up to half a minute.
 *
 * @param endsInARow 1 for the first end
 */
export const restartDelayMs = (endsInARow: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(endsInARow - 1, 16));

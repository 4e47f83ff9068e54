/** Where the counting begins; before it, there was no Eyeline. */
const EPOCH_MS = Date.UTC(2026, 0, 1);

/**
 * One step in the line. It has to be longer than a worker commonly needs for a segment: else those who wait would fall
 * behind newcomers only slowly, and a crowd of one project would stay in front of another project's first video.
 */
const STEP_MS = 120_000;

/** What the queue can order by ends at 2^21 - 1, which is in December 2033; from there on, first come is first served. */
const LAST_TURN = 2 ** 21 - 1;

/**
 * The place in the line of a new analysis: the time, and behind it one step for each analysis of the same project that
 * has not ended. Segments of a long video follow one step apart. So the first video of one project passes the
 * thousandth of another, a short video passes the end of a long one, and whoever waits long enough is passed by nobody.
 *
 * @param ahead open analyses of the project
 * @example turnOf(0) < turnOf(1)
 */
export function turnOf(ahead: number, nowMs = Date.now()): number {
  const step = Math.floor((nowMs - EPOCH_MS) / STEP_MS) + 1 + ahead;
  return Math.min(Math.max(step, 1), LAST_TURN);
}
